// The chosen people, each with the reasons, and who would come for them.
import type { Because, Reason, Selection } from 'innovation-core';
import { useMemo } from 'preact/hooks';
import { Mark, organisations } from '../kit/mark.tsx';
import { Behind, Table } from '../kit/parts.tsx';
import { useRoles } from '../kit/roles.ts';
import { useDesk } from '../space/store.ts';
import { useNumbers, useWords, type Words } from '../words/index.ts';

export function Chosen({ selection }: { selection: Selection }) {
  const w = useWords();
  const n = useNumbers();
  const role = useRoles();
  const { space } = useDesk();
  const kinds = useMemo(() => organisations(space.people), [space.people]);
  const people = useMemo(() => new Map(space.people.map((person) => [person.id, person])), [space.people]);
  const reserves = new Map(selection.reserves.map((reserve) => [reserve.for, reserve]));
  return (
    <>
      <ul class="people-list">
        {selection.chosen.map((id) => {
          const person = people.get(id);
          return (
            <li key={id}>
              <Mark at={kinds.get(person?.organisation ?? '') ?? 0} />
              <span>
                <strong>{id}</strong> {role(person?.role ?? '')}
              </span>
              <span class="soft">{[person?.organisation, person?.unit].filter(Boolean).join(' · ')}</span>
            </li>
          );
        })}
      </ul>
      <Behind title={w.gather.reasons}>
        <Table
          caption={w.gather.reasons}
          columns={[
            { name: w.people.person },
            { name: w.gather.why },
            { name: w.gather.reserve },
            { name: w.gather.reserveCost, number: true },
          ]}
          rows={selection.because.map((because) => {
            const reserve = reserves.get(because.person);
            return [
              because.person,
              sentences(because, w, role).join(' '),
              reserve ? `${reserve.person} (${role(people.get(reserve.person)?.role ?? '')})` : '–',
              reserve ? n.signed(reserve.change) : '–',
            ];
          })}
        />
        <p class="hint">{w.gather.reservesHint}</p>
      </Behind>
    </>
  );
}

/** Why somebody is in the group, in sentences. */
export function sentences(because: Because, w: Words, role: (id: string) => string): string[] {
  return because.reasons.flatMap((reason) => sentence(reason, w, role) ?? []);
}

function sentence(reason: Reason, w: Words, role: (id: string) => string): string | undefined {
  switch (reason.code) {
    case 'rule':
      return w.reasons.rule;
    case 'quota':
      return w.reasons.quota;
    case 'perspective': {
      const attribute = (w.attributes as Record<string, string>)[reason.attribute] ?? reason.attribute;
      const value = reason.attribute === 'role' ? role(reason.value) : reason.value;
      return reason.others === 0 ? w.reasons.only(attribute, value) : undefined;
    }
    case 'strangers':
      return w.reasons.strangers(reason.count, reason.of);
    default:
      return undefined;
  }
}
