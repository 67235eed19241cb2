import { logFault } from '#functions/fault.ts';
import type { Request } from '#functions/http/request.ts';
import type { MatterStore, Raiser } from '#functions/store/matter-store.ts';

export interface RaisingDeps {
  readonly matters: Pick<MatterStore, 'raise'>;
}

/**
 * Opens a matter for each concern of a stored report or visit. That is stored whatever happens here: what fails, or never
 * comes to be run, is made good by the next roll-up of the month.
 */
export async function raiseMatters(
  { route }: Pick<Request, 'route'>,
  raiser: Raiser,
  { matters }: RaisingDeps,
): Promise<void> {
  try {
    await matters.raise(raiser);
  } catch (error) {
    logFault('matters not raised', route, error);
  }
}
