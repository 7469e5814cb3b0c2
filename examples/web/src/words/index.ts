// Which language the page speaks, and numbers as that language writes them.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './en.ts';
import { fr } from './fr.ts';

export type Language = 'en' | 'fr';

/** The English texts give the shape: a text that is missing in French does not compile. */
export type Words = Widened<typeof en>;

type Widened<Value> = Value extends string
  ? string
  : Value extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof Value]: Widened<Value[Key]> };

/** The texts, and whose they are. */
export type Speaking = Words & { language: Language };

export const words: Record<Language, Words> = { en, fr };

export const Speech = createContext<Language>('en');

export function useWords(): Speaking {
  const language = useContext(Speech);
  return { ...words[language], language };
}

/** Numbers of a language: whole, with digits, as a share, with a sign. */
export function useNumbers() {
  const language = useContext(Speech);
  const format = (options: Intl.NumberFormatOptions) => (value: number) =>
    new Intl.NumberFormat(language, options).format(value).replace('-', '−');
  return {
    whole: format({ maximumFractionDigits: 0 }),
    fine: format({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    brief: format({ maximumFractionDigits: 1 }),
    share: format({ style: 'percent', maximumFractionDigits: 0 }),
    signed: format({ maximumFractionDigits: 2, signDisplay: 'exceptZero' }),
  };
}

/** A text of the library in the page's language. */
export function told(text: string | Record<string, string> | null | undefined, language: Language): string {
  return typeof text === 'string' ? text : (text?.[language] ?? text?.['en'] ?? '');
}
