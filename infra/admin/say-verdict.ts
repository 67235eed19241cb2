import type { Verdict } from '#infra/admin/verify.ts';

/**
 * What the operator is told of an official scorecard that was counted again.
 *
 * @throws {Error} if it does not follow from its data, or if something was not counted or put on record that should have been
 */
export function sayVerdict({ scorecard, inputs, differences, expired, otherRules, ...missed }: Verdict): string {
  const { uncounted = [], unrecorded = [] } = missed;
  const { unit, month, revision, digest } = scorecard;
  const which = `${unit} ${month}, official ${revision}, ${inputs} inputs`;
  const faults = [...differences, ...uncounted, ...unrecorded];
  if (differences.length > 0) throw new Error([`${which}: NOT THE SAME.`, ...faults].join('\n  '));
  const same = otherRules
    ? `other code, the same data: counted by rules ${otherRules.counted}, and this code has rules ${otherRules.own}`
    : 'the same';
  if (faults.length > 0) {
    const what = uncounted.length > 0 ? 'COUNTED' : 'ON RECORD';
    throw new Error([`${which}: ${same}, but NOT ALL IS ${what}.`, ...faults].join('\n  '));
  }
  if (expired.length > 0) {
    return [
      `${which}: ${same} but for the figures of matters. Those cannot be counted again, since so many closed matters`,
      `are not kept any more, two years after: ${expired.length}.`,
    ].join(' ');
  }
  return `${which}: ${same}, digest ${digest}.`;
}
