// A file that could not be read wholly: what holds is shown, what does not is named, and its own
// text stays as it is.
import { Behind, Notice, save } from './kit/parts.tsx';
import type { Fault, Opened } from './space/file.ts';
import { workOnCopy } from './space/store.ts';
import { useWords, type Words } from './words/index.ts';

export function Damaged({ damaged: { faults, text, name } }: { damaged: NonNullable<Opened['damaged']> }) {
  const w = useWords();
  return (
    <Notice tone="warning" title={w.damaged.title(name)}>
      <p>{w.damaged.lead}</p>
      <ul>
        {faults.map((fault, at) => (
          <li key={at}>{said(fault, w)}</li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" class="button" onClick={workOnCopy}>
          {w.damaged.copy}
        </button>
        <button type="button" class="button quiet" onClick={() => save(name, 'application/json', text)}>
          {w.damaged.keep}
        </button>
      </div>
      <Behind title={w.damaged.text}>
        <textarea readOnly rows={10} aria-label={w.damaged.text} value={text} />
      </Behind>
    </Notice>
  );
}

function said(fault: Fault, w: Words): string {
  switch (fault.fault) {
    case 'not-json':
      return w.damaged.notJson(fault.detail);
    case 'not-a-space':
      return w.damaged.notASpace;
    case 'older':
      return w.damaged.older(String(fault.version));
    case 'newer':
      return w.damaged.newer(String(fault.version));
    case 'part':
      return w.damaged.part(w.parts[fault.part]);
  }
}
