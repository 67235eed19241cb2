const langs = ['vi', 'en'] as const;
export type Lang = (typeof langs)[number];

/** A text in both languages: one cannot be written without the other. */
export interface Bilingual<T = string> {
  readonly vi: T;
  readonly en: T;
}

// biome-ignore lint/suspicious/noExplicitAny: a sentence may take any arguments; each keeps its own type below
type Sentence = string | ((...args: any[]) => string);
type Table = Readonly<Record<string, Bilingual<Sentence>>>;
type OneLanguage<T extends Table> = {
  readonly [K in keyof T]: T[K]['vi'] extends string ? string : T[K]['vi'];
};

/**
 * Turns a table that is written side by side into one table a language. Told to have no effect besides, so that a script
 * takes along only the tables that it uses.
 *
 * @example inEach({ yes: { vi: 'Có', en: 'Yes' } }).vi.yes //=> 'Có'
 */
/* @__NO_SIDE_EFFECTS__ */
export function inEach<const T extends Table>(table: T): { readonly [L in Lang]: OneLanguage<T> } {
  const only = (lang: Lang) =>
    Object.fromEntries(Object.entries(table).map(([key, text]) => [key, text[lang]])) as OneLanguage<T>;
  return { vi: only('vi'), en: only('en') };
}
