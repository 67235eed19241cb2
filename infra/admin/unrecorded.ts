import type { Stores } from '#functions/rollup/run.ts';
import type { AuditStore, SealStore } from '#functions/store/audit-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { TargetStore } from '#functions/store/target-store.ts';
import type { AuditEntry } from '#shared/access/audit.ts';
import { addDays, type Day, dayAt, type Instant, type Month, monthAt } from '#shared/period.ts';
import { yearOf } from '#shared/themes/thematic-plan.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

export interface AuditStores {
  readonly reports: Pick<ReportStore, 'month'>;
  readonly visits: Pick<Stores['visits'], 'ofMonth'>;
  readonly matters: Pick<Stores['matters'], 'all'>;
  readonly reopenings: Pick<Stores['reopenings'], 'ofMonth'>;
  readonly officers: Pick<Stores['officers'], 'lists' | 'recordRevisions'>;
  readonly thematicPlans: Pick<Stores['thematicPlans'], 'revisions'>;
  readonly targets: Pick<TargetStore, 'revisions'>;
  readonly audit: Pick<AuditStore, 'day'>;
  readonly seals: Pick<SealStore, 'all'>;
}

/** Something that somebody stored, by the name that the audit has for it. */
interface Stored {
  readonly name: string;
  readonly at: Instant;
}

/** An entry that was lost with its process is written within the night: so many days after the change. */
const DAYS_LATER = 1;

/**
 * The stored changes of a unit's month that lack their entry in the audit, one sentence each. Only those since the
 * audit's first entry, and within the days that entries are kept, can be told.
 */
export async function unrecorded(
  unit: UnitId,
  month: Month,
  { audit, seals, ...stores }: AuditStores,
  { now, keepDays }: { readonly now: Instant; readonly keepDays: number },
): Promise<string[]> {
  const district = districtOf(unit);
  const days = new Map<Day, Promise<readonly AuditEntry[]>>();
  const entriesOf = (day: Day) => {
    const read = days.get(day) ?? audit.day(district, day);
    days.set(day, read);
    return read;
  };
  const [sealed] = await seals.all(district);
  const [first] = await entriesOf((sealed?.day as Day | undefined) ?? dayAt(now));
  const oldest = addDays(dayAt(now), -keepDays);
  const lacking: string[] = [];
  for (const { name, at } of await changesOf(unit, month, stores)) {
    const day = dayAt(at);
    if (!first || at < first.at || day <= oldest) continue;
    const entries = await Promise.all([day, addDays(day, DAYS_LATER)].map(entriesOf));
    if (!entries.flat().some(({ kind, of }) => kind === 'changed' && of === name)) {
      lacking.push(`Stored on ${day} without an entry in the audit: ${name}`);
    }
  }
  return lacking;
}

/**
 * What people stored about a month: reports, visits, steps of matters that the month raised, records of officers and
 * reopenings; and the lists of officers and the thematic plans that were entered in it.
 */
async function changesOf(
  unit: UnitId,
  month: Month,
  { reports, visits, matters, reopenings, officers, thematicPlans, targets }: Omit<AuditStores, 'audit' | 'seals'>,
): Promise<Stored[]> {
  const found: Stored[] = [];
  for await (const { id, revision, at } of reports.month(unit, month)) found.push({ name: `${id}#${revision}`, at });
  for (const { id, revision, at, movedTo } of await visits.ofMonth(unit, month)) {
    // A visit that is moved is dropped by planning the other, whose entry stands for both.
    if (!movedTo) found.push({ name: `${id}#${revision}`, at });
  }
  for (const { id, source, events } of await matters.all(unit)) {
    if (!source.includes(`_${month}-`)) continue;
    for (const [at, event] of events.entries()) {
      // A matter is raised and corrected by its report, whose entry stands for both.
      if (event.kind !== 'raised' && event.kind !== 'corrected') found.push({ name: `${id}#${at + 1}`, at: event.at });
    }
  }
  for (const { commune, revision, at } of await officers.recordRevisions(unit, month)) {
    found.push({ name: `${commune}#${month}#charge#${revision}`, at });
  }
  for (const { commune, revision, at } of await officers.lists(unit)) {
    if (monthAt(at) === month) found.push({ name: `${commune}#charge#${revision}`, at });
  }
  for (const { cell, year, at } of await thematicPlans.revisions(unit, yearOf(month))) {
    if (monthAt(at) === month) found.push({ name: `${cell}#themes#${year}`, at });
  }
  for (const { cell, year, at } of await targets.revisions(unit)) {
    if (monthAt(at) === month) found.push({ name: `${cell}_${year}_targets`, at });
  }
  if (unit === districtOf(unit)) {
    for (const { district, revision, at } of await reopenings.ofMonth(unit, month)) {
      found.push({ name: `${district}#reopened#${month}#${revision}`, at });
    }
  }
  return found;
}
