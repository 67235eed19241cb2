import { logFault } from '#functions/fault.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import type { Deps } from '#functions/web/deps.ts';
import type { Revision } from '#shared/reports/report.ts';

/**
 * Opens a matter for each concern of a stored report. The report is stored whatever happens here: what fails, or never
 * comes to be run, is made good by the next roll-up of the month.
 */
export async function raiseMatters(
  { route }: Pick<SignedIn, 'route'>,
  { id, report, by, at }: Revision,
  { matters }: Pick<Deps, 'matters'>,
): Promise<void> {
  try {
    await matters.raise({ source: id, rows: report.matters, by, at });
  } catch (error) {
    logFault('matters not raised', route, error);
  }
}
