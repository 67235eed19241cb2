import type { Typed } from '#shared/input/typed.ts';
import { formatNumber } from '#shared/language/format.ts';
import type { Target } from '#shared/targets/target-plan.ts';

/** Targets as fields of their form: `parseTargets` reads the same back. */
export function toTypedTargets(targets: readonly Target[]): Typed {
  return Object.fromEntries(
    targets.flatMap(({ row, what, unit, quantity, quarters, until }, n) => {
      const at = `targets[${n}]`;
      return [
        [`${at}.row`, String(row)],
        [`${at}.what`, what],
        [`${at}.unit`, unit],
        [`${at}.quantity`, formatNumber(quantity)],
        ...Object.entries(quarters).map(([number, amount]) => [`${at}.q${number}`, formatNumber(amount)]),
        ...(until ? [[`${at}.until`, until]] : []),
      ];
    }),
  );
}
