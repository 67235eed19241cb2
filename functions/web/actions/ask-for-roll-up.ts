import { logFault } from '#functions/http/fault.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import type { RollUpRequest } from '#functions/rollup/roll-up.ts';
import type { Deps } from '#functions/web/deps.ts';

/** Asks that figures follow a change. What is stored is stored: where the queue is away, the nightly roll-up shows it. */
export async function askForRollUp(
  { now, route }: Pick<SignedIn, 'now' | 'route'>,
  request: RollUpRequest,
  { queue }: Pick<Deps, 'queue'>,
): Promise<void> {
  try {
    await queue.ask(request, now);
  } catch (error) {
    logFault('roll-up not asked for', route, error);
  }
}
