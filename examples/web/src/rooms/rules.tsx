// Quotas and rules, each with what the library says about it beside it.
import { useState } from 'preact/hooks';
import { Check, Choice, TextField } from '../kit/field.tsx';
import { useFamilies, useRoles } from '../kit/roles.ts';
import { refusedAt } from '../kit/refused.tsx';
import type { Refusal } from '../library/library.ts';
import type { Quota, Space } from '../space/space.ts';
import { useDesk } from '../space/store.ts';
import { useNumbers, useWords, type Words } from '../words/index.ts';
import { change } from './wish.ts';

const ATTRIBUTES = ['family', 'role', 'organisation', 'unit'] as const;
const VARIETIES = ['role', 'organisation', 'level'] as const;
const STRENGTHS = [0, 0.5, 1] as const;

export function Rules({ refusal, faults }: { refusal: Refusal | undefined; faults: Set<string> }) {
  const w = useWords();
  const { wish } = useDesk().space;
  const quota = (at: number, part: Partial<Quota>) =>
    change({ quotas: wish.quotas.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  return (
    <>
      <fieldset>
        <legend class="unseen">{w.gather.rules}</legend>
        <Check
          label={w.gather.everyOrganisation}
          checked={wish.everyOrganisation}
          onCheck={(everyOrganisation) => change({ everyOrganisation })}
        />
        {refusedAt(refusal, `/rules/quotas/${wish.quotas.length}`) && (
          <div class="fault" role="alert">
            {refusedAt(refusal, `/rules/quotas/${wish.quotas.length}`)}
          </div>
        )}
        <Check
          label={w.gather.separateReports}
          checked={wish.separateReports}
          onCheck={(separateReports) => change({ separateReports })}
        />
      </fieldset>
      <fieldset>
        <legend>{w.gather.quotas}</legend>
        {wish.quotas.map((one, at) => (
          <QuotaRow
            key={at}
            quota={one}
            at={at}
            faults={faults}
            refusal={refusal}
            onChange={(part) => quota(at, part)}
            onRemove={() => change({ quotas: wish.quotas.filter((_, place) => place !== at) })}
          />
        ))}
        <button
          type="button"
          class="button quiet"
          onClick={() =>
            change({ quotas: [...wish.quotas, { attribute: 'family', value: 'care', min: '', max: '' }] })
          }
        >
          {w.gather.addQuota}
        </button>
      </fieldset>
      <fieldset>
        <legend>{w.gather.persons}</legend>
        <Persons
          label={w.gather.must}
          ids={wish.must}
          onChange={(must) => change({ must })}
          fault={refusedAt(refusal, '/rules/must')}
        />
        <Persons
          label={w.gather.never}
          ids={wish.never}
          onChange={(never) => change({ never })}
          fault={refusedAt(refusal, '/rules/never')}
        />
      </fieldset>
      <fieldset>
        <legend>{w.gather.variety}</legend>
        <p class="hint">{w.gather.varietyHint}</p>
        <div class="row">
          {VARIETIES.map((attribute) => (
            <Choice
              key={attribute}
              narrow
              label={w.attributes[attribute]}
              value={String(wish.variety[attribute] ?? 0)}
              options={STRENGTHS.map((strength) => [String(strength), w.gather.strengths[strength]] as const)}
              onChoose={(strength) => change({ variety: { ...wish.variety, [attribute]: Number(strength) } })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

function QuotaRow({
  quota,
  at,
  faults,
  refusal,
  onChange,
  onRemove,
}: {
  quota: Quota;
  at: number;
  faults: Set<string>;
  refusal: Refusal | undefined;
  onChange(part: Partial<Quota>): void;
  onRemove(): void;
}) {
  const w = useWords();
  const values = useValues(quota.attribute);
  const number = (name: 'min' | 'max') =>
    faults.has(`quotas/${at}/${name}`) ? <p>{w.gather.wholeNumber}</p> : undefined;
  const refused = refusedAt(refusal, `/rules/quotas/${at}`);
  return (
    <div class="quota" role="group" aria-label={w.gather.quota(String(at + 1))}>
      <Choice
        label={w.gather.who}
        value={quota.attribute}
        options={ATTRIBUTES.map((attribute) => [attribute, w.attributes[attribute]] as const)}
        onChoose={(attribute) => onChange({ attribute, value: '' })}
      />
      <Choice
        label={w.gather.which}
        value={quota.value}
        options={[...(quota.value === '' ? [['', '…'] as const] : []), ...values]}
        onChoose={(value) => onChange({ value })}
      />
      <TextField
        narrow
        numeric
        label={w.gather.min}
        value={quota.min}
        fault={number('min')}
        onInput={(min) => onChange({ min })}
      />
      <TextField
        narrow
        numeric
        label={w.gather.max}
        value={quota.max}
        fault={number('max')}
        onInput={(max) => onChange({ max })}
      />
      <button
        type="button"
        class="plain remove"
        aria-label={w.gather.removeQuota(String(at + 1))}
        onClick={onRemove}
      >
        ×
      </button>
      {refused && (
        <div class="fault" role="alert">
          {refused}
        </div>
      )}
    </div>
  );
}

/** The values of an attribute that anybody has, with their names and how many have each. */
function useValues(attribute: string): (readonly [string, string])[] {
  const w = useWords();
  const n = useNumbers();
  const role = useRoles();
  const family = useFamilies();
  const { people } = useDesk().space;
  const counts = new Map<string, number>();
  for (const person of people) {
    const value =
      attribute === 'family'
        ? family(person)
        : String(person[attribute as 'role' | 'organisation' | 'unit'] ?? '');
    if (value) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const name = (value: string) =>
    attribute === 'family'
      ? ((w.families as Record<string, string>)[value] ?? value)
      : attribute === 'role'
        ? role(value)
        : value;
  return [...counts].map(([value, count]) => [value, `${name(value)} (${n.whole(count)})`] as const);
}

/** People by id, one chip each. */
function Persons({
  label,
  ids,
  onChange,
  fault,
}: {
  label: string;
  ids: string[];
  onChange(ids: string[]): void;
  fault: ReturnType<typeof refusedAt>;
}) {
  const w = useWords();
  const { people } = useDesk().space;
  const [text, write] = useState('');
  const unknown = text.trim() !== '' && !people.some(({ id }) => id === text.trim());
  const [asked, askAbout] = useState(false);
  const add = () => {
    askAbout(unknown);
    if (text.trim() && !unknown && !ids.includes(text.trim())) {
      onChange([...ids, text.trim()]);
      write('');
    }
  };
  return (
    <div class="persons">
      <div class="row end">
        <TextField
          label={label}
          value={text}
          list="people-ids"
          onInput={(value) => {
            write(value);
            askAbout(false);
          }}
          onEnter={add}
          fault={asked && unknown ? <p>{w.gather.unknown(text.trim())}</p> : fault}
        />
        <button type="button" class="button quiet" onClick={add}>
          {w.gather.add}
          <span class="unseen"> – {label}</span>
        </button>
      </div>
      <ul class="chips">
        {ids.map((id) => (
          <li key={id}>
            {id}
            <button
              type="button"
              class="plain"
              aria-label={w.gather.remove(id)}
              onClick={() => onChange(ids.filter((one) => one !== id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A rule in the page's words, by its place in the request. */
export function ruleName(path: string, space: Space, w: Words): string | undefined {
  const [, , kind, at] = path.split('/');
  if (kind === 'separateReports') {
    return w.gather.separateReports;
  }
  if (kind === 'must' || kind === 'never') {
    return `${w.gather[kind]} ${space.wish[kind][Number(at)] ?? ''}`;
  }
  if (kind !== 'quotas') {
    return undefined;
  }
  const quota = space.wish.quotas[Number(at)];
  return quota ? w.gather.quota(String(Number(at) + 1)) : w.gather.everyOrganisation;
}
