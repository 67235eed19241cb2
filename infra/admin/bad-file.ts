/** Lists everything that is wrong with a file, each with its line. */
export class BadFile extends Error {}
