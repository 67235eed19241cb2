import type { Bilingual } from '#shared/language/lang.ts';

// What differs between languages. Each kind has its own table, so that a script includes only what it uses.

/** A language's name as its own readers call it. */
export const languageNames = { vi: 'Tiếng Việt', en: 'English' } as const satisfies Bilingual;

/** The separators of thousands and decimals. */
export const numberSigns = {
  vi: ['.', ','],
  en: [',', '.'],
} as const satisfies Bilingual<readonly [thousand: string, point: string]>;

interface PeriodWords {
  /** `digits` is the month as it is typed, `02/2021`. */
  readonly month: (digits: string) => string;
  readonly quarter: (number: 1 | 2 | 3 | 4, year: string) => string;
  readonly half: (number: 1 | 2, year: string) => string;
  readonly year: (year: string) => string;
}

/** Months and longer periods in words. */
export const periodWords: Bilingual<PeriodWords> = {
  vi: {
    month: (digits) => `tháng ${digits}`,
    quarter: (number, year) => `quý ${{ 1: 'I', 2: 'II', 3: 'III', 4: 'IV' }[number]}/${year}`,
    half: (number, year) => `6 tháng ${{ 1: 'đầu', 2: 'cuối' }[number]} năm ${year}`,
    year: (year) => `năm ${year}`,
  },
  en: {
    month: (digits) => digits,
    quarter: (number, year) => `Q${number} ${year}`,
    half: (number, year) => `${{ 1: 'first', 2: 'second' }[number]} half of ${year}`,
    year: (year) => year,
  },
};
