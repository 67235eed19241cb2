/**
 * Every language; a reader who has not chosen gets the first. If you add one here, the compiler names each text where
 * it is missing.
 */
export const langs = ['vi', 'en'] as const;
export type Lang = (typeof langs)[number];

/** A text in every language: none can be left out. */
export type Bilingual<T = string> = { readonly [L in Lang]: T };

// biome-ignore lint/suspicious/noExplicitAny: a sentence may take any arguments; each keeps its own type below
type Sentence = string | ((...args: any[]) => string);
type Table = Readonly<Record<string, Bilingual<Sentence>>>;
type OneLanguage<T extends Table> = {
  readonly [K in keyof T]: T[K][(typeof langs)[0]] extends string ? string : T[K][(typeof langs)[0]];
};

/**
 * Turns a table with the languages side by side into one table per language. It is marked as free of side effects, so
 * that a script includes only the tables that it uses.
 *
 * @example inEach({ yes: { vi: 'Có', en: 'Yes' } }).vi.yes //=> 'Có'
 */
/* @__NO_SIDE_EFFECTS__ */
export function inEach<const T extends Table>(table: T): { readonly [L in Lang]: OneLanguage<T> } {
  const only = (lang: Lang) => Object.fromEntries(Object.entries(table).map(([key, text]) => [key, text[lang]]));
  return Object.fromEntries(langs.map((lang) => [lang, only(lang)])) as { readonly [L in Lang]: OneLanguage<T> };
}

/** The requested language; the first if we do not have it. */
export function langOf(asked: string | undefined): Lang {
  return langs.find((lang) => lang === asked) ?? langs[0];
}
