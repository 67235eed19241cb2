import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { openedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import type { DirectoryAround, DirectoryStore } from '#functions/store/directory-store.ts';
import type { OfficerStore } from '#functions/store/officer-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import { can, isBoardOf } from '#shared/access/can.ts';
import type { Typed } from '#shared/input/typed.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { inheritedOfficers } from '#shared/officers/inherited-officers.ts';
import { type OfficerRecordRevision, typedOfficerRecord } from '#shared/officers/officer-record.ts';
import {
  type OfficerListRevision,
  type OfficerMonth,
  officerMonthOf,
  typedOfficers,
} from '#shared/officers/officers.ts';
import { type Month, monthAt, parseMonth } from '#shared/period.ts';
import { cellsAPage, cellsPage } from '#shared/units/cells-page.ts';
import { communesBefore } from '#shared/units/directory-with-heirs.ts';
import { hasEnded } from '#shared/units/ended-unit.ts';
import { monthsBeside } from '#shared/units/months-beside.ts';
import { deadlines, districtOf, fullName, isWithin, type Unit, type UnitId } from '#shared/units/units.ts';
import { OfficersPage } from '#web/officers/officers-page.tsx';

export interface OfficersDeps {
  readonly directory: Pick<DirectoryStore, 'directoryAround'>;
  readonly officers: Pick<OfficerStore, 'ofMonth' | 'newest' | 'records'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
}

/** A unit's committees in a month. */
export interface LoadedOfficers {
  readonly unit: Unit;
  readonly month: Month;
  readonly communes: readonly { readonly commune: Unit; readonly charge: OfficerMonth }[];
  /** Only for one commune: the list that is edited now, and its records of the month. */
  readonly list?: OfficerListRevision;
  readonly record?: OfficerRecordRevision;
  readonly cells: readonly Unit[];
  /** Only a commune that stands now gets a new list. */
  readonly hasEnded: boolean;
  /** After the month closes, only the district may record. */
  readonly closed: boolean;
}

/** Shows each cell's officer and whether they gave guidance and attended, for one commune or all visible ones. */
export const showOfficers: Action<OfficersDeps> = async (request, deps) => {
  const loaded = await loadOfficers(request, deps);
  if (!loaded) return problem('not-found', request.lang);
  return officersAnswer(request, loaded, { done: request.query['done'] === '1' });
};

export async function loadOfficers(
  { query, viewer, now }: SignedIn,
  { directory, officers, reports }: OfficersDeps,
): Promise<LoadedOfficers | undefined> {
  const id = openedUnit(viewer, query['unit']);
  const month = parseMonth(query['month'] ?? monthAt(now));
  if (!id || !month || !findRegime(month)) return undefined;
  const [found, entered, records, newest] = await Promise.all([
    directory.directoryAround(id, month),
    officers.ofMonth(id, month),
    officers.records(id, month),
    reports.newestOfMonth(id, month),
  ]);
  const unit = [found?.district, ...(found?.communes ?? [])].find((each) => each?.id === id);
  if (!found || !unit) return undefined;
  const lists = await withInherited(entered, id, found, month, officers);
  const facts = newest.map(({ report }) => report);
  const cellsOf = (commune: Unit) => found.cells.filter((cell) => isWithin(cell.id, commune.id));
  const communes = found.communes.filter((each) => isWithin(each.id, id) && can(viewer, 'see', each.id));
  // The list is edited while the commune stands; where it has none of its own yet, the one that it has inherited.
  const isOver = hasEnded(unit, monthAt(now));
  const list = unit.level === 'commune' && !isOver ? ((await officers.newest(id)) ?? lists.get(id)) : undefined;
  const record = records.get(id);
  return {
    unit,
    month,
    communes: communes.map((commune) => ({
      commune,
      charge: officerMonthOf(lists.get(commune.id), cellsOf(commune), facts, records.get(commune.id)),
    })),
    ...(list && { list }),
    ...(record && { record }),
    cells: cellsOf(unit),
    hasEnded: isOver,
    closed: now > deadlines(found.district, month).closing,
  };
}

/** The lists of a month, with those that communes have from communes that have ended. */
async function withInherited(
  entered: ReadonlyMap<UnitId, OfficerListRevision>,
  unit: UnitId,
  directory: DirectoryAround,
  month: Month,
  officers: OfficersDeps['officers'],
): Promise<ReadonlyMap<UnitId, OfficerListRevision>> {
  const before = communesBefore(unit, directory);
  // A district asks each other root once, whose communes are many.
  const asked = unit === districtOf(unit) ? new Set(before.map(districtOf)) : before;
  const others = await Promise.all([...asked].map((each) => officers.ofMonth(each, month)));
  return inheritedOfficers(new Map([...entered, ...others.flatMap((each) => [...each])]), directory);
}

/** Says which of the page's forms was sent. */
interface SaidOfForm extends SentFormState {
  readonly form?: 'assign' | 'record';
}

/** Shows the page, including after a form was rejected. */
export function officersAnswer(
  { viewer, now, query }: SignedIn,
  { unit, month, communes, list, record, cells, hasEnded: isOver, closed }: LoadedOfficers,
  { done = false, typed, errors = [], stale, form }: SaidOfForm,
): Answer {
  const mayEdit = unit.level === 'commune' && can(viewer, 'submit', unit.id);
  const sent = (which: SaidOfForm['form'], stored: Typed) => (form === which && typed ? typed : stored);
  return {
    status: 200,
    json: { unit: unit.id, month, communes },
    page: (context) => (
      <OfficersPage
        context={context}
        unit={{ id: unit.id, name: fullName(unit) }}
        month={month}
        {...monthsBeside(month, unit, monthAt(now))}
        communes={communes}
        {...(unit.level === 'commune' && { shown: cellsPage(cells, query, cellsAPage.officers) })}
        {...(mayEdit &&
          !isOver && {
            assigning: {
              members: list?.members ?? [],
              baseRevision: list?.revision ?? 0,
              typed: sent('assign', list ? typedOfficers(list) : {}),
            },
          })}
        {...(mayEdit &&
          (!closed || isBoardOf(viewer, unit.id)) && {
            recording: {
              baseRevision: record?.revision ?? 0,
              typed: sent('record', record ? typedOfficerRecord(record) : {}),
            },
          })}
        errors={errors}
        stale={stale === true}
        done={done}
      />
    ),
  };
}
