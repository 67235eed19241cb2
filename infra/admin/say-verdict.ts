import type { Verdict } from '#infra/admin/verify.ts';

/**
 * What the operator is told of an official scorecard that was counted again.
 *
 * @throws {Error} if it does not follow from its data, or if something was not counted that should have been
 */
export function sayVerdict({ scorecard, inputs, differences, expired, otherRules, uncounted = [] }: Verdict): string {
  const { unit, month, revision, digest } = scorecard;
  const which = `${unit} ${month}, official ${revision}, ${inputs} inputs`;
  const faults = [...differences, ...uncounted];
  if (differences.length > 0) throw new Error([`${which}: NOT THE SAME.`, ...faults].join('\n  '));
  const same = otherRules
    ? `other code, the same data: counted by rules ${otherRules.counted}, and this code has rules ${otherRules.own}`
    : 'the same';
  if (uncounted.length > 0) throw new Error([`${which}: ${same}, but NOT ALL IS COUNTED.`, ...uncounted].join('\n  '));
  if (expired.length > 0) {
    return [
      `${which}: ${same} but for the figures of matters. Those cannot be counted again, since so many closed matters`,
      `are not kept any more, two years after: ${expired.length}.`,
    ].join(' ');
  }
  return `${which}: ${same}, digest ${digest}.`;
}
