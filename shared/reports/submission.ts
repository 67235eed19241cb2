import type { Revision } from '#shared/reports/report.ts';

/**
 * The revision by which a report's content came: the last one that was submitted. Whoever confirms or returns it later
 * sends nothing in, so that its times and its sender stay.
 *
 * @param history a report's revisions, oldest first and at least one, up to the one in question
 * @throws {RangeError} if there are none
 */
export function submissionOf<R extends Pick<Revision, 'state'>>(history: readonly R[]): R {
  const found = history.findLast(({ state }) => state === 'submitted') ?? history[0];
  if (!found) throw new RangeError('A report has a revision');
  return found;
}
