// A field with its label, its hint and what is wrong with it; what was typed stays as it is.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Described {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
}

export function Field({
  label,
  hint,
  fault,
  narrow,
  children,
}: {
  label: string;
  hint?: string | undefined;
  fault?: ComponentChildren;
  narrow?: boolean;
  children: (described: Described) => ComponentChildren;
}) {
  const id = useId();
  const about = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div class={`field${narrow ? ' narrow' : ''}${fault ? ' faulty' : ''}`}>
      <label for={id}>{label}</label>
      {children({
        id,
        ...(about && { 'aria-describedby': about }),
        ...(fault && { 'aria-invalid': 'true' as const }),
      })}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <div class="fault" id={`${id}-fault`} role="alert">
          {fault}
        </div>
      )}
    </div>
  );
}

export function TextField({
  label,
  value,
  onInput,
  hint,
  fault,
  narrow,
  type = 'text',
  list,
  numeric,
  onEnter,
}: {
  label: string;
  value: string;
  onInput(value: string): void;
  hint?: string | undefined;
  fault?: ComponentChildren;
  narrow?: boolean;
  type?: 'text' | 'date' | 'time';
  list?: string;
  numeric?: boolean;
  onEnter?: () => void;
}) {
  return (
    <Field label={label} hint={hint} fault={fault} narrow={narrow ?? false}>
      {(described) => (
        <input
          {...described}
          type={type}
          value={value}
          autocomplete="off"
          {...(list && { list })}
          {...(numeric && { inputMode: 'numeric' as const })}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && onEnter) {
              event.preventDefault();
              onEnter();
            }
          }}
        />
      )}
    </Field>
  );
}

export function Choice<Value extends string>({
  label,
  value,
  options,
  onChoose,
  fault,
  narrow,
}: {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChoose(value: Value): void;
  fault?: ComponentChildren;
  narrow?: boolean;
}) {
  return (
    <Field label={label} fault={fault} narrow={narrow ?? false}>
      {(described) => (
        <select
          {...described}
          value={value}
          onChange={(event) => onChoose(event.currentTarget.value as Value)}
        >
          {options.map(([option, name]) => (
            <option key={option} value={option} selected={option === value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function Check({
  label,
  checked,
  onCheck,
}: {
  label: string;
  checked: boolean;
  onCheck(checked: boolean): void;
}) {
  const id = useId();
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        onChange={(event) => onCheck(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
    </div>
  );
}
