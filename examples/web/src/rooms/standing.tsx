// How proposals stand: means with the range of roles, agreement, and the share of weightings in
// which each comes first.
import type { Ranking, Rubric, Scores } from 'innovation-core';
import { useMemo } from 'preact/hooks';
import { useAnswer } from '../kit/answer.ts';
import { Choice } from '../kit/field.tsx';
import { Behind, Facts, Table, Waiting } from '../kit/parts.tsx';
import { RefusedNotice } from '../kit/refused.tsx';
import { useDesk } from '../space/store.ts';
import { told, useNumbers, useWords } from '../words/index.ts';
import { change } from './ideas.tsx';
import { agreeRequest, means, named, rankRequest, scoreRequest } from './judgement.ts';

export function Standing({ rubric }: { rubric: Rubric }) {
  const w = useWords();
  const { evaluation } = useDesk().space;
  const scores = useAnswer(
    'evaluate.score',
    useMemo(() => scoreRequest(rubric, evaluation), [rubric, evaluation]),
  );
  const agreement = useAnswer(
    'evaluate.agree',
    useMemo(() => agreeRequest(rubric, evaluation), [rubric, evaluation]),
  );
  const asked = useMemo(
    () => scores.answer && rankRequest(rubric, scores.answer, evaluation),
    [rubric, scores.answer, evaluation],
  );
  const ranking = useAnswer('evaluate.rank', asked ?? null);
  const refusal = scores.refusal ?? agreement.refusal ?? ranking.refusal;
  return (
    <>
      <RefusedNotice refusal={refusal} />
      <section>
        <h2>{w.ideas.scores}</h2>
        <p class="measure">{w.ideas.scoresLead}</p>
        {scores.answer ? <Means rubric={rubric} scores={scores.answer} /> : !refusal && <Waiting />}
      </section>
      <section>
        <h2>{w.ideas.agreement}</h2>
        {agreement.answer ? <Agreement answer={agreement.answer} /> : !refusal && <p>{w.ideas.oneRater}</p>}
      </section>
      <section>
        <h2>{w.ideas.ranking}</h2>
        <p class="measure">{w.ideas.rankingLead}</p>
        <Choice
          label={w.ideas.weightiest}
          value={evaluation.order[0] ?? ''}
          options={[
            ['', w.ideas.noOrder] as const,
            ...rubric.groups.map(({ id, title }) => [id, told(title, w.language)] as const),
          ]}
          onChoose={(first) =>
            change({
              order: first ? [first, ...rubric.groups.map(({ id }) => id).filter((id) => id !== first)] : [],
            })
          }
        />
        {ranking.answer ? <Ranks ranking={ranking.answer} /> : !refusal && <p>{w.ideas.notRanked}</p>}
      </section>
    </>
  );
}

/** A row of dots for each proposal: the mean of all, on the line that roles span. */
function Means({ rubric, scores }: { rubric: Rubric; scores: Scores }) {
  const w = useWords();
  const n = useNumbers();
  const { proposals } = useDesk().space.evaluation;
  const points = (rubric.levels ?? []).flatMap(({ points: value }) => value ?? []);
  const [least, most] = [Math.min(...points), Math.max(...points)];
  const x = (value: number) => 4 + (192 * (value - least)) / (most - least || 1);
  const shown = (subject: string, group: string) => {
    const { all, roles } = means(scores, subject, group);
    if (all === null) {
      return '–';
    }
    const [low, high] = roles.length > 0 ? [Math.min(...roles), Math.max(...roles)] : [all, all];
    return (
      <span class="dots">
        <svg viewBox="0 0 200 16" aria-hidden="true" focusable="false">
          <path class="rail" d="M4 8H196" />
          <path class="range" d={`M${x(low)} 8H${x(high)}`} />
          <circle cx={x(all)} cy="8" r="5" />
        </svg>
        <span>
          {n.fine(all)} <span class="soft">{low < high && `${n.brief(low)}–${n.brief(high)}`}</span>
        </span>
      </span>
    );
  };
  return (
    <Table
      caption={w.ideas.meansCaption(n.whole(least), n.whole(most))}
      columns={[
        { name: w.ideas.proposal },
        ...rubric.groups.map(({ title }) => ({ name: told(title, w.language) })),
      ]}
      rows={proposals.map(({ id, title }) => [title, ...rubric.groups.map((group) => shown(id, group.id))])}
    />
  );
}

function Agreement({ answer }: { answer: import('innovation-core').Agreement }) {
  const w = useWords();
  const n = useNumbers();
  const alpha = answer.measures.find(({ name }) => name === 'alpha');
  const share = answer.measures.find(({ name }) => name === 'percentAgreement');
  const apart = answer.raters.filter(({ flags }) => flags.length > 0);
  return (
    <>
      <Facts
        facts={[
          [alpha?.value == null ? '–' : n.fine(alpha.value), w.ideas.alpha],
          [share?.value == null ? '–' : n.share(share.value), w.ideas.shareAgreed],
          [n.whole(alpha?.n.raters ?? 0), w.ideas.raters(n.whole(alpha?.n.ratings ?? 0))],
        ]}
      />
      {alpha && <p class="measure">{told(alpha.reading, w.language)}</p>}
      {apart.length > 0 && (
        <Behind title={w.ideas.apart}>
          <ul>
            {apart.map(({ rater, flags, column }) => (
              <li key={column}>
                <strong>{rater}</strong> – {flags.map(({ text }) => told(text, w.language)).join(' ')}
              </li>
            ))}
          </ul>
        </Behind>
      )}
    </>
  );
}

/** For each proposal a bar of the ranks it holds; the first rank is the full colour. */
function Ranks({ ranking }: { ranking: Ranking }) {
  const w = useWords();
  const n = useNumbers();
  const { evaluation } = useDesk().space;
  const title = (id: string) => evaluation.proposals.find((one) => one.id === id)?.title ?? id;
  const standings = [...ranking.overall.alternatives].sort(
    (a, b) => (b.acceptability[0] ?? 0) - (a.acceptability[0] ?? 0),
  );
  return (
    <>
      <p class="measure strong-text">{named(told(ranking.reading, w.language), evaluation)}</p>
      <ol class="ranks">
        {standings.map(({ id, acceptability }) => (
          <li key={id}>
            <span class="rank-name">{title(id)}</span>
            <span class="bar" aria-hidden="true">
              {acceptability.map((share, rank) => (
                <span
                  key={rank}
                  class={`rank-${Math.min(rank, 4)}`}
                  ref={(element) => element?.style.setProperty('--share', String(share))}
                >
                  {share > 0.09 && rank + 1}
                </span>
              ))}
            </span>
            <span class="rank-first">{w.ideas.first(n.share(acceptability[0] ?? 0))}</span>
          </li>
        ))}
      </ol>
      <Behind title={w.ideas.ranksTable}>
        <Table
          caption={w.ideas.ranksTable}
          columns={[
            { name: w.ideas.proposal },
            ...standings.map((_, rank) => ({ name: w.ideas.rank(String(rank + 1)), number: true })),
            { name: w.ideas.meanRank, number: true },
          ]}
          rows={standings.map(({ id, acceptability, meanRank }) => [
            title(id),
            ...acceptability.map((share) => n.share(share)),
            n.fine(meanRank),
          ])}
        />
      </Behind>
    </>
  );
}
