import type { Actor } from '#shared/access/session.ts';
import { digestOf } from '#shared/digest.ts';
import type { Instant, Month } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A closed month that a district has opened again for changes of its directory, with its reason. Only ever added. */
export interface Reopening {
  readonly district: UnitId;
  readonly month: Month;
  /** From 1 in each month. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
  readonly reason: string;
}

/** How a district's scorecard names the month's last reopening. */
export function reopeningInput({ district, month, revision, by, at, reason }: Reopening): string {
  return `${district}_${month}_reopened#${revision} ${digestOf({ by, at, reason })}`;
}

/** Whether a closed month is open again: its newest official scorecard does not know of the last reopening. */
export function isOpenAgain(
  official: { readonly reopenings?: number },
  last: Pick<Reopening, 'revision'> | undefined,
): boolean {
  return (last?.revision ?? 0) > (official.reopenings ?? 0);
}
