// One person's answers about one proposal.
import type { Answer, Rubric } from 'innovation-core';
import { useState } from 'preact/hooks';
import { Choice } from '../kit/field.tsx';
import { Behind } from '../kit/parts.tsx';
import { useDesk } from '../space/store.ts';
import { told, useNumbers, useWords } from '../words/index.ts';
import { change } from './ideas.tsx';

export function RatingForm({ rubric, raters }: { rubric: Rubric; raters: { id: string; role: string }[] }) {
  const w = useWords();
  const n = useNumbers();
  const { proposals, assessments } = useDesk().space.evaluation;
  const [subject, about] = useState(proposals[0]?.id ?? '');
  const [assessor, by] = useState(raters[0]?.id ?? '');
  const own = assessments.find((one) => one.subject === subject && one.assessor === assessor);
  const items = rubric.groups.flatMap(({ items: list }) => list);
  const answered = Object.keys(own?.answers ?? {}).length;
  const answer = (item: string, value: Answer) => {
    const others = assessments.filter((one) => one !== own);
    const role = raters.find(({ id }) => id === assessor)?.role ?? null;
    const base = own ?? { rubric: rubric.id, version: rubric.version, subject, assessor, role, answers: {} };
    change({ assessments: [...others, { ...base, answers: { ...base.answers, [item]: value } }] });
  };
  return (
    <div class="rating">
      <div class="row">
        <Choice
          label={w.ideas.proposal}
          value={subject}
          options={proposals.map(({ id, title }) => [id, title] as const)}
          onChoose={about}
        />
        <Choice
          label={w.ideas.rater}
          value={assessor}
          options={raters.map(({ id, role }) => [id, `${id} – ${role}`] as const)}
          onChoose={by}
        />
      </div>
      <Behind title={w.ideas.questions(n.whole(answered), n.whole(items.length))}>
        {rubric.groups.map((group) => (
          <section key={group.id}>
            <h3>{told(group.title, w.language)}</h3>
            {group.items.map((item) => {
              const levels = item.levels?.length ? item.levels : (rubric.levels ?? []);
              const options = [
                ...levels.map(({ id, title }) => [id, told(title, w.language)] as const),
                ['notApplicable', w.ideas.notApplicable] as const,
              ];
              return (
                <fieldset class="levels" key={item.id}>
                  <legend>{told(item.prompt ?? item.title, w.language)}</legend>
                  {options.map(([level, name]) => (
                    <label key={level}>
                      <input
                        type="radio"
                        name={`${subject} ${assessor} ${item.id}`}
                        checked={own?.answers[item.id] === level}
                        onChange={() => answer(item.id, level)}
                      />
                      <span>{name}</span>
                    </label>
                  ))}
                </fieldset>
              );
            })}
          </section>
        ))}
      </Behind>
    </div>
  );
}
