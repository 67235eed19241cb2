/** Figures are read alike on pages and in documents. */
export { partsWords, readingWords } from '#shared/scorecards/figure-words.ts';
