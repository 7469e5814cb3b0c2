// Where to begin so that something reaches most, how it may go, and what has happened so far.
import type { BassFit, Seeding } from 'innovation-core';
import { useMemo } from 'preact/hooks';
import { useAnswer } from '../kit/answer.ts';
import { Curve } from '../kit/curve.tsx';
import { TextField } from '../kit/field.tsx';
import { Facts, Missing, Waiting } from '../kit/parts.tsx';
import { Refused, refusedAt, RefusedNotice } from '../kit/refused.tsx';
import type { Spreading } from '../space/space.ts';
import { edit, useDesk } from '../space/store.ts';
import { told, useNumbers, useWords } from '../words/index.ts';
import { fitRequest, placesOf, seedRequest, seriesFault, simulateRequest } from './diffusion.ts';

const change = (part: Partial<Spreading>) =>
  edit((space) => ({ ...space, spreading: { ...space.spreading, ...part } }));

export function SpreadRoom() {
  const w = useWords();
  const n = useNumbers();
  const { space } = useDesk();
  const { spreading } = space;
  const places = useMemo(() => placesOf(space), [space.people, space.ties]);
  const seeding = useAnswer('spread.seed', seedRequest(places, space));
  const seeds = seeding.answer?.seeds.map(({ node }) => node);
  const simulation = useAnswer('spread.simulate', seeds ? simulateRequest(places, space, seeds) : null);
  const fit = useAnswer('spread.fit', fitRequest(space));
  const wrong = seriesFault(spreading.series);
  if (space.people.length === 0) {
    return <Missing what={w.people.nobody} to="open" label={w.people.goOpen} />;
  }
  const rest =
    seeding.refusal && !refusedAt(seeding.refusal, '/size', '/model') ? seeding.refusal : simulation.refusal;
  return (
    <>
      <section>
        <h2>{w.spread.where}</h2>
        <p class="measure">{w.spread.whereLead(n.whole(places.nodes.length))}</p>
        <div class="row">
          <TextField
            narrow
            numeric
            label={w.spread.starts}
            value={spreading.starts}
            onInput={(starts) => change({ starts })}
            fault={
              /^\s*\d+\s*$/.test(spreading.starts) ? (
                refusedAt(seeding.refusal, '/size')
              ) : (
                <p>{w.gather.wholeNumber}</p>
              )
            }
          />
          <TextField
            narrow
            label={w.spread.chance}
            value={spreading.chance}
            onInput={(chance) => change({ chance })}
            fault={
              Number.isFinite(Number(spreading.chance.replace(',', '.'))) &&
              spreading.chance.trim() !== '' ? (
                refusedAt(seeding.refusal, '/model')
              ) : (
                <p>{w.spread.number}</p>
              )
            }
          />
        </div>
        <RefusedNotice refusal={rest} />
        {seeding.answer ? <Starts seeding={seeding.answer} /> : seeding.waiting && <Waiting />}
      </section>
      {simulation.answer && (
        <section>
          <h2>{w.spread.how}</h2>
          <p class="measure strong-text">{told(simulation.answer.reading, w.language)}</p>
          <Curve
            title={w.spread.curve}
            across={w.spread.step}
            up={w.spread.reached}
            points={simulation.answer.curve.map(({ step, mean, quantiles }) => ({
              at: step,
              value: mean,
              low: quantiles.find(({ probability }) => probability === 0.05)?.value ?? mean,
              high: quantiles.find(({ probability }) => probability === 0.95)?.value ?? mean,
            }))}
            most={places.nodes.length}
          />
        </section>
      )}
      <section>
        <h2>{w.spread.soFar}</h2>
        <TextField
          label={w.spread.series}
          hint={w.spread.seriesHint}
          value={spreading.series}
          onInput={(series) => change({ series })}
          fault={
            wrong ? <p>{w.spread.notNumber(wrong)}</p> : fit.refusal && <Refused refusal={fit.refusal} />
          }
        />
        {fit.answer && <Fit fit={fit.answer} />}
      </section>
    </>
  );
}

function Starts({ seeding }: { seeding: Seeding }) {
  const w = useWords();
  const n = useNumbers();
  const reach = seeding.spread.at(-1);
  return (
    <>
      <ol class="starts">
        {seeding.seeds.map(({ node, because, gain }) => (
          <li key={node}>
            <strong>{node}</strong>
            <span class="gain">+{n.brief(gain)}</span>
            <p>{told(because, w.language)}</p>
          </li>
        ))}
      </ol>
      <Facts
        facts={[
          [n.brief(reach?.spread ?? 0), w.spread.expected],
          [n.share(seeding.guarantee.share), w.spread.guarantee],
        ]}
      />
      <p class="hint measure">{told(seeding.guarantee.text, w.language)}</p>
    </>
  );
}

function Fit({ fit }: { fit: BassFit }) {
  const w = useWords();
  const n = useNumbers();
  let total = 0;
  const seen = fit.fitted.map(({ period, adopters, cumulative }) => {
    total += adopters;
    return { at: period, value: cumulative, low: cumulative, high: cumulative, seen: total };
  });
  const ahead = fit.forecast.map(({ period, cumulative, cumulativeLower, cumulativeUpper }) => ({
    at: period,
    value: cumulative,
    low: cumulativeLower,
    high: cumulativeUpper,
  }));
  const stat = ({ value }: { value?: number | null }) => (value == null ? '–' : n.brief(value));
  return (
    <>
      <Facts
        facts={[
          [n.brief(fit.m.value), w.spread.market],
          [stat(fit.peak.time), w.spread.peak],
          [fit.goodness.rSquared.value == null ? '–' : n.fine(fit.goodness.rSquared.value), 'R²'],
        ]}
      />
      <Curve
        title={w.spread.forecast}
        across={w.spread.period}
        up={w.spread.adopters}
        points={[...seen, ...ahead]}
      />
      {fit.notes.length > 0 && (
        <ul class="hint">
          {fit.notes.map((note, at) => (
            <li key={at}>{told(note, w.language)}</li>
          ))}
        </ul>
      )}
      <p class="hint measure">{told(fit.band, w.language)}</p>
    </>
  );
}
