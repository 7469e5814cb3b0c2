// Small parts that every room uses.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../words/index.ts';

export function Notice({
  tone,
  title,
  children,
}: {
  tone: 'calm' | 'warning' | 'fault';
  title?: string;
  children?: ComponentChildren;
}) {
  return (
    <div class={`notice ${tone}`} role={tone === 'fault' ? 'alert' : 'status'}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}

/** A few numbers that matter, large, each with its sentence. */
export function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl class="facts">
      {facts.map(([number, sentence]) => (
        <div key={sentence}>
          <dt>{sentence}</dt>
          <dd>{number}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface Column {
  name: string;
  number?: boolean;
}

/** A table that can be scrolled by keyboard where it is wider than the page. */
export function Table({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly Column[];
  rows: readonly (readonly ComponentChildren[])[];
}) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, number }) => (
              <th key={name} scope="col" class={number ? 'number' : ''}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column} class={columns[column]?.number ? 'number' : ''}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What stands behind a picture: unfolded, and made, on demand. */
export function Behind({ title, children }: { title: string; children: ComponentChildren }) {
  const [seen, see] = useState(false);
  return (
    <details class="behind" onToggle={({ currentTarget }) => currentTarget.open && see(true)}>
      <summary>{title}</summary>
      {seen && children}
    </details>
  );
}

export function Waiting() {
  const w = useWords();
  return (
    <p class="waiting" role="status">
      <span class="pulse" aria-hidden="true" /> {w.waiting}
    </p>
  );
}

/** The way on, where a room has nothing to work with yet. */
export function Missing({ what, to, label }: { what: string; to: string; label: string }) {
  const { language } = useWords();
  return (
    <div class="missing">
      <p>{what}</p>
      <a class="button" href={`#/${language}/${to}`}>
        {label}
      </a>
    </div>
  );
}

/** Gives a file to take away. */
export function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
