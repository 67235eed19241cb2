/**
 * The version of the rules by which this code counts a month. An official scorecard says by which it was counted, and
 * code that counts otherwise makes no new one by itself.
 *
 * Raise it whenever the same inputs may give other figures, and add the inputs that are new to `inputKinds`:
 * `test/shared/scorecards/rules.test.ts` fails until it is.
 */
export const RULES = 6;
