import { type JudgeCase, type JudgedOtherwise, judgeCase } from '#infra/admin/judge.ts';
import type { Day } from '#shared/period.ts';

/**
 * Judges a file: one report, a list of reports, or a case.
 *
 * @param otherwise what the command line says; a case's own words come before it
 * @throws {Error} as `judgeCase` does
 */
export function judgeFile(text: string, otherwise: JudgedOtherwise = {}, today?: Day) {
  const given = JSON.parse(text) as unknown;
  const single = isCase(given) ? given : { reports: [given].flat() };
  return judgeCase({ ...otherwise, ...(today && { today }), ...single });
}

/**
 * Judges a list of cases, each by itself, and keeps their order. A case that cannot be judged says why, and stops no
 * other.
 *
 * @returns one line of JSON a case: its `name`, if it has one, and its result or `error`
 * @throws {Error} if the file is no list
 */
export function judgeCases(text: string, otherwise: JudgedOtherwise = {}): string {
  const given = JSON.parse(text) as unknown;
  if (!Array.isArray(given)) throw new Error('The file holds no list of cases.');
  return given.map((each) => JSON.stringify(resultOf(each, otherwise))).join('\n');
}

function resultOf(each: unknown, otherwise: JudgedOtherwise): object {
  if (!isCase(each)) return { error: 'A case has reports, a list.' };
  const name = each.name === undefined ? {} : { name: each.name };
  try {
    return { ...name, ...judgeCase({ ...otherwise, ...each }) };
  } catch (error) {
    return { ...name, error: error instanceof Error ? error.message : String(error) };
  }
}

function isCase(given: unknown): given is JudgeCase & { readonly name?: string } {
  return typeof given === 'object' && given !== null && 'reports' in given && Array.isArray(given.reports);
}
