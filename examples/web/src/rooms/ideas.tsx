// Proposals: what the group thinks of each, how far it agrees, and which comes first for whom.
import type { Rubric } from 'innovation-core';
import { useEffect, useState } from 'preact/hooks';
import { refusalOf } from '../kit/answer.ts';
import { Drop } from '../kit/drop.tsx';
import { Choice, TextField } from '../kit/field.tsx';
import { Behind, Missing, Waiting } from '../kit/parts.tsx';
import { useFamilies } from '../kit/roles.ts';
import { Refused } from '../kit/refused.tsx';
import { call, type Refusal } from '../library/library.ts';
import { rubrics } from '../library/load.ts';
import { madeUpRatings } from '../space/sample.ts';
import { type Evaluation, group } from '../space/space.ts';
import { edit, useDesk } from '../space/store.ts';
import { told, useWords } from '../words/index.ts';
import { RatingForm } from './rating.tsx';
import { Standing } from './standing.tsx';

export const change = (part: Partial<Evaluation>) =>
  edit((space) => ({ ...space, evaluation: { ...space.evaluation, ...part } }));

/** Rubrics whose items are levels with points, in the page's language. */
export function useRubrics(): Rubric[] | undefined {
  const { language } = useWords();
  const [found, put] = useState<{ language: string; list: Rubric[] }>();
  useEffect(() => {
    let wanted = true;
    rubrics(language).then(
      (list) => wanted && put({ language, list }),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  return found?.language === language ? found.list.filter(({ scoring }) => scoring === 'likert') : undefined;
}

export function IdeasRoom() {
  const w = useWords();
  const { space } = useDesk();
  const { evaluation } = space;
  const list = useRubrics();
  const family = useFamilies();
  const rubric = list?.find(({ id }) => id === evaluation.rubric);
  if (!space.selection) {
    return <Missing what={w.tables.nobody} to="gather" label={w.tables.goGather} />;
  }
  const raters = group(space).map((person) => ({ id: person.id, role: w.families[family(person)] }));
  const makeUp = () => {
    if (rubric) {
      change({
        assessments: madeUpRatings(
          rubric,
          evaluation.proposals.map(({ id }) => id),
          raters,
        ),
      });
    }
  };
  return (
    <>
      <Proposals />
      {!list && <Waiting />}
      {list && (
        <section>
          <h2>{w.ideas.rate}</h2>
          <Choice
            label={w.ideas.rubric}
            value={evaluation.rubric}
            options={list.map(({ id, title }) => [id, told(title, w.language)] as const)}
            onChoose={(id) => change({ rubric: id, assessments: [], order: [] })}
          />
          {rubric?.note && <p class="hint measure">{told(rubric.note, w.language)}</p>}
          {rubric && evaluation.proposals.length > 0 && (
            <>
              <RatingForm key={rubric.id} rubric={rubric} raters={raters} />
              <div class="actions">
                <button type="button" class="button" onClick={makeUp}>
                  {w.ideas.makeUp}
                </button>
                {evaluation.assessments.length > 0 && (
                  <button type="button" class="button quiet" onClick={() => change({ assessments: [] })}>
                    {w.ideas.clear}
                  </button>
                )}
              </div>
              <p class="hint">{w.ideas.makeUpHint}</p>
              <Behind title={w.ideas.paste}>
                <Pasted rubric={rubric} />
              </Behind>
            </>
          )}
        </section>
      )}
      {rubric && evaluation.assessments.length > 0 && <Standing rubric={rubric} />}
    </>
  );
}

function Proposals() {
  const w = useWords();
  const { proposals, assessments } = useDesk().space.evaluation;
  const [title, write] = useState('');
  const add = () => {
    if (title.trim()) {
      const number =
        1 + Math.max(0, ...proposals.map(({ id }) => Number(/^proposal-(\d+)$/.exec(id)?.[1] ?? 0)));
      change({ proposals: [...proposals, { id: `proposal-${number}`, title: title.trim() }] });
      write('');
    }
  };
  return (
    <section>
      <h2>{w.ideas.proposals}</h2>
      <ul class="proposals">
        {proposals.map(({ id, title: name }) => (
          <li key={id}>
            <span>{name}</span>
            <button
              type="button"
              class="plain"
              aria-label={w.gather.remove(name)}
              onClick={() =>
                change({
                  proposals: proposals.filter((one) => one.id !== id),
                  assessments: assessments.filter(({ subject }) => subject !== id),
                })
              }
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <form
        class="row end"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField label={w.ideas.another} value={title} onInput={write} />
        <button type="submit" class="button quiet">
          {w.gather.add}
        </button>
      </form>
    </section>
  );
}

/** Ratings from a table: a row for each person and proposal, a column for each question. */
function Pasted({ rubric }: { rubric: Rubric }) {
  const w = useWords();
  const { proposals, assessments } = useDesk().space.evaluation;
  const [text, write] = useState('');
  const [refusal, refuse] = useState<Refusal>();
  const take = async () => {
    try {
      const request = { what: 'assessments' as const, rubric: rubric.id, version: rubric.version, text };
      const found = await call('exchange.fromTable', request);
      const read = found.assessments ?? [];
      // The library reads the answers too before they join the others.
      await call('evaluate.score', { rubric, assessments: read });
      const subjects = [...new Set(read.map(({ subject }) => subject))];
      const fresh = subjects
        .filter((id) => !proposals.some((one) => one.id === id))
        .map((id) => ({ id, title: id }));
      change({ proposals: [...proposals, ...fresh], assessments: [...assessments, ...read] });
      refuse(undefined);
    } catch (error) {
      refuse(refusalOf(error));
    }
  };
  const first = rubric.groups[0]?.items[0]?.id ?? 'item';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <Drop
        label={w.ideas.pasted}
        hint={w.ideas.pastedHint}
        placeholder={`subject;assessor;role;${first}\nevening-line;P01;patient;4`}
        value={text}
        onText={write}
        fault={refusal && <Refused refusal={refusal} />}
      />
      <button type="submit" class="button">
        {w.ideas.take}
      </button>
    </form>
  );
}
