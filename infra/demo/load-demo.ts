import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { guidanceBucket } from '#functions/guidance/bucket.ts';
import { accountListStore } from '#functions/store/account-list-store.ts';
import { actionItem } from '#functions/store/action-store.ts';
import { agendaItem } from '#functions/store/agenda-store.ts';
import { directoryStore, groupListItem } from '#functions/store/directory-store.ts';
import { fileOpeningItem, guidanceFileItem } from '#functions/store/guidance-file-store.ts';
import { guidanceItem, openingItem } from '#functions/store/guidance-store.ts';
import { pieceItem, pieceReadingItem } from '#functions/store/library-store.ts';
import { matterItem } from '#functions/store/matter-store.ts';
import { officerListItem, officerRecordItem } from '#functions/store/officer-store.ts';
import { revisionItems } from '#functions/store/report-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { targetItem } from '#functions/store/target-store.ts';
import { sharedItem, thematicPlanItem } from '#functions/store/thematic-plan-store.ts';
import { trainingItem } from '#functions/store/training-store.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { visitItems } from '#functions/store/visit-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { demoActions } from '#infra/demo/actions.ts';
import { demoAgendas } from '#infra/demo/agendas.ts';
import { demoDb, write } from '#infra/demo/demo-db.ts';
import { enterUsers } from '#infra/demo/enter-users.ts';
import { demoGuidance, demoOpenings } from '#infra/demo/guidance.ts';
import { demoDocuments, demoFileOpenings } from '#infra/demo/guidance-documents.ts';
import { demoLibrary, demoPieceReadings } from '#infra/demo/library.ts';
import { demoMatters } from '#infra/demo/matters.ts';
import { demoOfficerLists, demoOfficerRecords } from '#infra/demo/officers.ts';
import { demoReports } from '#infra/demo/reports.ts';
import { demoTargets } from '#infra/demo/targets.ts';
import { demoShared, demoThematicPlans } from '#infra/demo/themes.ts';
import { demoTrainings } from '#infra/demo/trainings.ts';
import { demoGroups, demoUnits, district, entered } from '#infra/demo/units.ts';
import { demoUsers } from '#infra/demo/users.ts';
import { demoVisits } from '#infra/demo/visits.ts';
import type { LocalSystem } from '#infra/local/system.ts';
import { addMonths, type Instant, type Month, monthAt } from '#shared/period.ts';
import { deadlines } from '#shared/units/units.ts';

const MONTHS = 12;

/**
 * Fills an empty local system with the demo district: units, accounts, and the reports and scorecards of the twelve
 * months before this one. It does nothing if the district exists.
 *
 * The item by which the district is found is written last, so a start after a kill does everything again; writing the
 * same items twice changes nothing.
 */
export async function loadDemo(
  { operator, invoke }: Pick<LocalSystem, 'operator' | 'invoke'>,
  now: Instant,
): Promise<void> {
  const { env, outputs } = operator;
  const name = (output: string) => outputs[output] ?? '';
  const tables = tablesOf(outputs);
  const { access, db } = demoDb(operator);
  if ((await directoryStore(db, tables.cells).districts()).length > 0) return;

  const endpoint = env['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'] ?? '';
  const cognito = new CognitoIdentityProviderClient({ ...access, endpoint });
  await enterUsers(demoUsers(), cognito, name('UserPoolId'), accountListStore(db, tables.cells));

  const units = demoUnits();
  const isEntry = (item: Record<string, unknown>) => item['pk'] === 'districts';
  const directory = unitItems(units, entered);
  await write(
    db,
    tables.cells,
    directory.filter((item) => !isEntry(item)),
  );
  const groups = demoGroups(addMonths(monthAt(now), -MONTHS / 2));
  await write(db, tables.cells, [groupListItem(district.id, groups)]);

  const months = Array.from({ length: MONTHS }, (_, n) => addMonths(monthAt(now), n - MONTHS));
  const revisions = units
    .filter(({ level }) => level === 'cell')
    .flatMap((cell) => demoReports(cell, district, months, now));
  const items = revisions.map(revisionItems);
  await write(
    db,
    tables.meetings,
    items.map(({ words }) => words),
  );
  await write(
    db,
    tables.meetings,
    items.map(({ facts }) => facts),
  );
  // Revisions of one report come in order, so the map keeps the newest.
  const newest = [...new Map(revisions.map((revision) => [revision.id, revision])).values()];
  const cells = units.filter(({ level }) => level === 'cell');
  const visits = demoVisits(groups, cells, newest, months, now);
  const visited = visits.map(visitItems);
  await write(
    db,
    tables.meetings,
    visited.flatMap(({ words, facts }) => [words, facts]),
  );
  // This month needs guidance too: meetings are being reported for it.
  const guidance = demoGuidance([...months, monthAt(now)], now);
  await write(db, tables.cells, [
    ...guidance.map((each) => guidanceItem(district.id, each)),
    ...demoOpenings(guidance, units, now).map((each) => openingItem(district.id, each)),
  ]);
  const documents = await demoDocuments(guidance);
  const bucket = guidanceBucket(name('FilesBucket'), { ...access, endpoint: env['AWS_ENDPOINT_URL_S3'] ?? '' });
  for (const { file, content } of documents) await bucket.keep(district.id, file, content);
  await write(db, tables.cells, [
    ...documents.map(({ file }) => guidanceFileItem(district.id, file)),
    ...demoFileOpenings(documents, units, now).map((each) => fileOpeningItem(district.id, each)),
  ]);
  const pieces = demoLibrary(monthAt(now));
  await write(db, tables.cells, [
    ...pieces.map((each) => pieceItem(district.id, each)),
    ...demoPieceReadings(pieces, units).map((each) => pieceReadingItem(district.id, each)),
  ]);
  await write(
    db,
    tables.cells,
    demoTrainings(units, now).map((each) => trainingItem(district.id, each)),
  );
  await write(db, tables.meetings, [
    ...demoOfficerLists(units, months, now).map(officerListItem),
    ...demoOfficerRecords(newest, now).map(officerRecordItem),
    ...demoThematicPlans(cells, [...months, monthAt(now)], now).map(thematicPlanItem),
    ...demoTargets(cells, [...months, monthAt(now)], now).map(targetItem),
    ...demoShared(newest, units, now).map(sharedItem),
    ...demoAgendas(cells, newest, months.at(-1) as Month, now).map(agendaItem),
  ]);
  const sources = [
    ...newest.map(({ id, report, by, firstReceivedAt: at }) => ({
      id,
      unit: report.cell,
      matters: report.matters,
      by,
      at,
    })),
    ...visits.map(({ id, unit, report, by, at }) => ({ id, unit, matters: report?.matters ?? [], by, at })),
  ];
  await write(db, tables.matters, demoMatters(sources, now).map(matterItem));

  // The oldest month comes first: each scorecard compares itself with those of earlier months.
  // The month that runs is counted too, as each night counts it: its reports are to come.
  for (const month of [...months, monthAt(now)]) {
    const official = now > deadlines(district, month).closing;
    await invoke(name('RollupFunction'), { district: district.id, month, official });
  }
  // What is done about figures rests on what became official.
  const figures = await scorecardStore(db, tables.scorecards).between(district.id, months[0] as Month, monthAt(now));
  const official = figures.filter(({ status }) => status === 'official');
  await write(db, tables.actions, demoActions(official, now).map(actionItem));
  await write(db, tables.cells, directory.filter(isEntry));
}
