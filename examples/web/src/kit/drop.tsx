// A place for a table: typed, pasted, dropped as a file or chosen as one.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../words/index.ts';
import { Field } from './field.tsx';

export function Drop({
  label,
  hint,
  placeholder,
  value,
  onText,
  fault,
  below,
}: {
  label: string;
  hint: string;
  placeholder: string;
  value: string;
  onText(text: string): void;
  fault?: ComponentChildren;
  below?: ComponentChildren;
}) {
  const w = useWords();
  const [over, hover] = useState(false);
  const take = async (file: File | undefined) => file && onText(decoded(await file.arrayBuffer()));
  return (
    <div
      class={`drop${over ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        hover(true);
      }}
      onDragLeave={() => hover(false)}
      onDrop={(event) => {
        event.preventDefault();
        hover(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <Field label={label} hint={hint} fault={fault}>
        {(described) => (
          <textarea
            {...described}
            rows={7}
            spellcheck={false}
            placeholder={placeholder}
            value={value}
            onInput={(event) => onText(event.currentTarget.value)}
          />
        )}
      </Field>
      <label class="button quiet file">
        {w.open.choose}
        <span class="unseen"> – {label}</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={({ currentTarget }) => take(currentTarget.files?.[0])}
        />
      </label>
      {below}
    </div>
  );
}

/** Text of a file as spreadsheets write it: UTF-8, else Windows-1252. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
