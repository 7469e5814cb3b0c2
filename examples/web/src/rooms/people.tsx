// Who is there: how varied, how closed their circles are, and who stands between them.
import type { PersonProfile, Profile } from 'innovation-core';
import { useMemo } from 'preact/hooks';
import { Mark, organisations } from '../kit/mark.tsx';
import { Behind, Facts, Missing, Table, Waiting } from '../kit/parts.tsx';
import { useAnswer } from '../kit/answer.ts';
import { useRoles } from '../kit/roles.ts';
import { RefusedNotice } from '../kit/refused.tsx';
import type { Space } from '../space/space.ts';
import { useDesk } from '../space/store.ts';
import { useNumbers, useWords } from '../words/index.ts';
import { Network } from './network.tsx';

const BROKERS = 6;

export function PeopleRoom() {
  const w = useWords();
  const { space } = useDesk();
  const request = useMemo(
    () =>
      space.people.length > 0
        ? { people: space.people, ties: space.ties, by: ['role', 'organisation', 'unit'] }
        : null,
    [space.people, space.ties],
  );
  const { answer, refusal } = useAnswer('people.profile', request);
  if (!request) {
    return <Missing what={w.people.nobody} to="open" label={w.people.goOpen} />;
  }
  return (
    <>
      <RefusedNotice refusal={refusal} />
      {answer ? <Told profile={answer} space={space} /> : !refusal && <Waiting />}
    </>
  );
}

function Told({ profile, space }: { profile: Profile; space: Space }) {
  const w = useWords();
  const n = useNumbers();
  const kinds = useMemo(() => organisations(space.people), [space.people]);
  const mixing = profile.attributes.find(({ name }) => name === 'organisation')?.eiIndex;
  const inside = (stat: { value?: number | null } | undefined) =>
    stat?.value == null ? '–' : n.share((1 - stat.value) / 2);
  const silos = profile.silos.groups.filter((silo) => silo.length > 1).length;
  return (
    <>
      <Facts
        facts={[
          [n.whole(profile.people), w.people.people(n.whole(kinds.size))],
          [inside(mixing?.weighted), w.people.inside(inside(mixing?.unweighted))],
          [
            n.share(profile.pairs ? profile.neverMet / profile.pairs : 0),
            w.people.strangers(n.whole(profile.neverMet), n.whole(profile.pairs)),
          ],
          [
            n.whole(silos),
            w.people.silos(
              profile.silos.modularity.value == null ? '–' : n.fine(profile.silos.modularity.value),
            ),
          ],
        ]}
      />
      <div class="picture-and-text">
        <Network people={space.people} ties={space.ties} />
        <aside>
          <h2>{w.people.brokersTitle}</h2>
          <p>{w.people.brokersLead}</p>
          <Brokers profile={profile} space={space} kinds={kinds} />
        </aside>
      </div>
      <h2>{w.people.mixingTitle}</h2>
      <p>{w.people.mixingLead}</p>
      <Mixing space={space} kinds={kinds} />
      <Behind title={w.people.variety}>
        <Table
          caption={w.people.variety}
          columns={[
            { name: w.people.attribute },
            { name: w.people.values, number: true },
            { name: 'Blau', number: true },
            { name: 'E-I', number: true },
            { name: w.people.eiWeighted, number: true },
          ]}
          rows={profile.attributes.map(({ name, values, blau, eiIndex }) => [
            (w.attributes as Record<string, string>)[name] ?? name,
            n.whole(values.length),
            ...[blau, eiIndex.unweighted, eiIndex.weighted].map(({ value }) =>
              value == null ? '–' : n.fine(value),
            ),
          ])}
        />
      </Behind>
      <Behind title={w.people.everybody}>
        <Everybody profile={profile} space={space} kinds={kinds} />
      </Behind>
    </>
  );
}

interface Shown {
  profile: Profile;
  space: Space;
  kinds: Map<string, number>;
}

const bridging = ({ brokerage }: PersonProfile): number => {
  const own = brokerage['organisation'];
  return own ? own.gatekeeper + own.representative + own.itinerant + own.liaison : 0;
};

/** Those who stand most often between people of different organisations. */
function Brokers({ profile, space, kinds }: Shown) {
  const w = useWords();
  const n = useNumbers();
  const role = useRoles();
  const people = new Map(space.people.map((person) => [person.id, person]));
  const first = [...profile.persons].sort((a, b) => bridging(b) - bridging(a)).slice(0, BROKERS);
  return (
    <ol class="brokers">
      {first
        .filter((person) => bridging(person) > 0)
        .map((person) => {
          const { role: kind, organisation } = people.get(person.id) ?? { role: '', organisation: '' };
          return (
            <li key={person.id}>
              <Mark at={kinds.get(organisation ?? '') ?? 0} />
              <strong>{person.id}</strong> {role(kind)}
              <span class="soft">{w.people.bridges(n.whole(bridging(person)))}</span>
            </li>
          );
        })}
    </ol>
  );
}

/** The weight of ties from organisation to organisation. */
function Mixing({ space, kinds }: { space: Space; kinds: Map<string, number> }) {
  const w = useWords();
  const n = useNumbers();
  const names = [...kinds.keys()];
  const weights = useMemo(() => {
    const at = new Map(space.people.map(({ id, organisation }) => [id, kinds.get(organisation ?? '') ?? 0]));
    const table = names.map(() => names.map(() => 0));
    for (const { a, b, weight } of space.ties) {
      const [x, y] = [at.get(a) ?? 0, at.get(b) ?? 0];
      for (const [row, column] of x === y
        ? [[x, y]]
        : [
            [x, y],
            [y, x],
          ]) {
        const line = table[row ?? 0];
        if (line) {
          line[column ?? 0] = (line[column ?? 0] ?? 0) + weight;
        }
      }
    }
    return table;
  }, [space.people, space.ties, kinds]);
  const most = Math.max(1, ...weights.flat());
  const depth = (value: number) =>
    value === 0 ? 0 : Math.min(4, 1 + Math.floor((4 * Math.log1p(value)) / Math.log1p(most) - 0.01));
  return (
    <Table
      caption={w.people.mixingCaption}
      columns={[
        { name: w.attributes.organisation },
        ...names.map((name) => ({ name: name || w.network.none, number: true })),
      ]}
      rows={names.map((name, row) => [
        <>
          <Mark at={row} /> {name || w.network.none}
        </>,
        ...(weights[row] ?? []).map((value) => <span class={`depth-${depth(value)}`}>{n.whole(value)}</span>),
      ])}
    />
  );
}

function Everybody({ profile, space, kinds }: Shown) {
  const w = useWords();
  const n = useNumbers();
  const role = useRoles();
  return (
    <Table
      caption={w.people.everybody}
      columns={[
        { name: w.people.person },
        { name: w.attributes.role },
        { name: w.attributes.organisation },
        { name: w.attributes.unit },
        { name: w.people.degree, number: true },
        { name: w.people.bridging, number: true },
        { name: w.people.silo, number: true },
      ]}
      rows={space.people.map((person, at) => {
        const own = profile.persons[at];
        return [
          person.id,
          role(person.role),
          <>
            <Mark at={kinds.get(person.organisation ?? '') ?? 0} /> {person.organisation}
          </>,
          person.unit ?? '',
          n.whole(own?.degree ?? 0),
          n.whole(own ? bridging(own) : 0),
          n.whole((own?.silo ?? 0) + 1),
        ];
      })}
    />
  );
}
