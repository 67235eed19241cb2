import { agendaItem } from '#functions/store/agenda-store.ts';
import { groupListItem } from '#functions/store/directory-store.ts';
import { pieceItem, pieceReadingItem } from '#functions/store/library-store.ts';
import { matterItem } from '#functions/store/matter-store.ts';
import { officerListItem, officerRecordItem } from '#functions/store/officer-store.ts';
import { revisionItems } from '#functions/store/report-store.ts';
import { targetItem } from '#functions/store/target-store.ts';
import { sharedItem, thematicPlanItem } from '#functions/store/thematic-plan-store.ts';
import { trainingItem } from '#functions/store/training-store.ts';
import { visitItems } from '#functions/store/visit-store.ts';
import { demoAgendas } from '#infra/demo/agendas.ts';
import { directoryItems } from '#infra/demo/directory-items.ts';
import { demoLibrary, demoPieceReadings } from '#infra/demo/library.ts';
import { demoMatters } from '#infra/demo/matters.ts';
import { demoMonths } from '#infra/demo/months.ts';
import { demoOfficerLists, demoOfficerRecords } from '#infra/demo/officers.ts';
import { demoReports } from '#infra/demo/reports.ts';
import { demoTargets } from '#infra/demo/targets.ts';
import { demoShared, demoThematicPlans } from '#infra/demo/themes.ts';
import { demoTrainings } from '#infra/demo/trainings.ts';
import { demoGroups, demoUnits, district } from '#infra/demo/units.ts';
import { demoVisits } from '#infra/demo/visits.ts';
import { addMonths, type Day, type Instant, type Month, monthAt, monthOf } from '#shared/period.ts';

/** Items to be stored, and the table that they belong to. */
export interface TableItems {
  readonly table: 'cells' | 'meetings' | 'matters' | 'actions' | 'scorecards';
  readonly items: readonly object[];
}

/** What the demo district did in the twelve months before `now`: the same for the same instant. */
export function demoYear(now: Instant) {
  const units = demoUnits();
  const cells = units.filter(({ level }) => level === 'cell');
  // The month that runs is counted too, as each night counts it: its reports are to come.
  const months = demoMonths(now);
  const past = months.slice(0, -1);
  const groups = demoGroups(addMonths(monthAt(now), -6));
  const revisions = cells.flatMap((cell) => demoReports(cell, district, past, now));
  // Revisions of one report come in order, so the map keeps the newest.
  const newest = [...new Map(revisions.map((revision) => [revision.id, revision])).values()];
  const visits = demoVisits(groups, cells, newest, past, now);
  return { units, cells, past, months, groups, revisions, newest, visits };
}

export type DemoYear = ReturnType<typeof demoYear>;

/** What figures of every month rest on. */
export function itemsOfYear({ units, cells, past, months, groups, newest }: DemoYear, now: Instant): TableItems[] {
  return [
    { table: 'cells', items: [...directoryItems().others, groupListItem(district.id, groups)] },
    {
      table: 'meetings',
      items: [
        ...demoOfficerLists(units, past, now).map(officerListItem),
        ...demoOfficerRecords(newest, now).map(officerRecordItem),
        ...demoThematicPlans(cells, months, now).map(thematicPlanItem),
      ],
    },
  ];
}

/** What figures of a month and of later ones rest on, and not those of an earlier one. */
export function itemsOfMonth({ revisions, newest, visits }: DemoYear, month: Month, now: Instant): TableItems[] {
  const isIn = ({ date }: { readonly date: Day }) => monthOf(date) === month;
  const items = revisions.filter(({ report }) => isIn(report)).map(revisionItems);
  const visited = visits.filter(isIn).map(visitItems);
  const sources = [
    ...newest
      .filter(({ report }) => isIn(report))
      .map(({ id, report: { cell, matters }, by, firstReceivedAt: at }) => ({ id, unit: cell, matters, by, at })),
    ...visits
      .filter(isIn)
      .map(({ id, unit, report, by, at }) => ({ id, unit, matters: report?.matters ?? [], by, at })),
  ];
  return [
    { table: 'meetings', items: [...items, ...visited].flatMap(({ words, facts }) => [words, facts]) },
    { table: 'matters', items: demoMatters(sources, now).map(matterItem) },
  ];
}

/** What no figure rests on. */
export function uncountedItems({ units, cells, months, past, newest }: DemoYear, now: Instant): TableItems[] {
  const pieces = demoLibrary(monthAt(now));
  return [
    {
      table: 'cells',
      items: [
        ...pieces.map((each) => pieceItem(district.id, each)),
        ...demoPieceReadings(pieces, units).map((each) => pieceReadingItem(district.id, each)),
        ...demoTrainings(units, now).map((each) => trainingItem(district.id, each)),
      ],
    },
    {
      table: 'meetings',
      items: [
        ...demoTargets(cells, months, now).map(targetItem),
        ...demoShared(newest, units, now).map(sharedItem),
        ...demoAgendas(cells, newest, past.at(-1) as Month, now).map(agendaItem),
      ],
    },
  ];
}
