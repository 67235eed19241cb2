import { logFault } from '#functions/fault.ts';
import type { AuditStore } from '#functions/store/audit-store.ts';
import type { ChangedItems } from '#functions/store/changed-items.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import type { Owed, OwedStore } from '#functions/store/owed-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { RollUpQueue, RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { alarmingWords } from '#functions/store/tables.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import type { Instant } from '#shared/period.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { deadlines } from '#shared/units/units.ts';
import { parseVisitId, type VisitId } from '#shared/visits/visit.ts';

const MINUTE_MS = 60_000;
/** Until then whoever made the change may still be at it: a function that answers browsers ends within 30 seconds. */
const LEFT_ALONE_MS = 2 * MINUTE_MS;
/** So long a roll-up is asked for in every run; afterwards once an hour, since something else is wrong then. */
const PRESSED_MS = 60 * MINUTE_MS;
const RUN_MS = 5 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

export interface SettlingDeps {
  readonly owed: Pick<OwedStore, 'all' | 'paid' | 'clear'>;
  readonly changed: ChangedItems;
  readonly audit: Pick<AuditStore, 'appendOnce'>;
  readonly queue: Pick<RollUpQueue, 'ask'>;
  readonly stores: {
    readonly directory: Pick<DirectoryStore, 'unit'>;
    readonly reports: Pick<ReportStore, 'newest'>;
    readonly visits: Pick<VisitStore, 'newest'>;
    readonly matters: Pick<MatterStore, 'raise'>;
  };
}

/**
 * Pays what changes owe and whoever made them could not pay: a lost answer, a process that ended, a queue that was away.
 *
 * A change that never came owes nothing: its note goes. One that came gets its concerns and its entry of the audit, each
 * once however often this runs, and its roll-up is asked for until one has counted it. What fails is logged and left to
 * the next run, and the others go on; what has been owed for over a day raises an alarm.
 */
export async function settleOwed(deps: SettlingDeps, now: Instant): Promise<void> {
  const msSince = (at: Instant) => Date.parse(now) - Date.parse(at);
  const requests = new Map<string, RollUpRequest>();
  for (const each of await deps.owed.all()) {
    if (msSince(each.storedAt ?? each.at) < LEFT_ALONE_MS) continue;
    try {
      const counts = each.storedAt ? isPressed(msSince(each.storedAt)) : await pay(each, now, deps);
      if (counts && each.rollUp) requests.set(JSON.stringify(each.rollUp), each.rollUp);
    } catch (error) {
      logFault('still owed', each.event?.of ?? each.district, error);
    }
    if (msSince(each.at) > DAY_MS) {
      console.error(
        JSON.stringify({ message: alarmingWords.owedForLong, district: each.district, at: each.at, id: each.id }),
      );
    }
  }
  for (const request of requests.values()) await ask(request, now, deps);
}

/** Pays all but the roll-up. @returns whether the change came */
async function pay(owed: Owed, now: Instant, deps: SettlingDeps): Promise<boolean> {
  const { item, event, raises, district } = owed;
  if (item && !(await deps.changed.came(owed, item))) {
    await deps.owed.clear(owed);
    return false;
  }
  if (raises) await raise(raises, deps);
  if (event) {
    const { of = '' } = event;
    await deps.audit.appendOnce(district, { ...event, change: owed.id, of: item ? of : `${of} ${UNCONFIRMED}` });
  }
  await deps.owed.paid(owed, now);
  return true;
}

/** Ends the entry of what nothing stored tells to have come, such as a change in the user pool. */
const UNCONFIRMED = 'unconfirmed';

async function raise(source: string, { stores }: SettlingDeps): Promise<void> {
  const newest = parseVisitId(source)
    ? await stores.visits.newest(source as VisitId)
    : await stores.reports.newest(source as ReportId);
  const rows = newest?.report?.matters.filter(({ summary }) => summary !== '') ?? [];
  if (newest) await stores.matters.raise({ source, rows, by: newest.by, at: newest.at });
}

function isPressed(waited: number): boolean {
  return waited < PRESSED_MS || waited % PRESSED_MS < RUN_MS;
}

/** A month that has closed since counts what came before, in its official scorecard. */
async function ask(request: RollUpRequest, now: Instant, { queue, stores }: SettlingDeps): Promise<void> {
  const { district, month } = request;
  try {
    const unit = await stores.directory.unit(district);
    const isClosed = unit && now > deadlines(unit, month).closing;
    await queue.ask(isClosed ? { district, month, official: true } : request, now);
  } catch (error) {
    logFault('roll-up not asked for', `${district} ${month}`, error);
  }
}
