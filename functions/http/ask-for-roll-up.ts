import { logFault } from '#functions/fault.ts';
import type { Request } from '#functions/http/request.ts';
import type { RollUpQueue } from '#functions/store/roll-up-queue.ts';
import type { Month } from '#shared/period.ts';
import { communeOf, districtOf, type UnitId } from '#shared/units/units.ts';

/** Where something has changed, and in which month. */
export interface Change {
  /** A commune or a cell. */
  readonly unit: UnitId;
  readonly month: Month;
  /** Whether the month has closed: an amendment. */
  readonly official: boolean;
}

/** What asking takes. */
export interface RollUpDeps {
  readonly queue: Pick<RollUpQueue, 'ask'>;
}

/**
 * Asks that figures follow a change. What is stored is stored: where the queue is away, the nightly roll-up shows it.
 *
 * The queue keeps one message a minute, by the minute in which it was asked. That is now, after the change, and not
 * when the request came: else a change at the turn of the minute could be left to a run that had already begun.
 */
export async function askForRollUp(
  { route }: Pick<Request, 'route'>,
  { unit, month, official }: Change,
  { queue }: RollUpDeps,
): Promise<void> {
  try {
    const request = { district: districtOf(unit), month, official, ...(!official && { commune: communeOf(unit) }) };
    await queue.ask(request, new Date().toISOString());
  } catch (error) {
    logFault('roll-up not asked for', route, error);
  }
}
