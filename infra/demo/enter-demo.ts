import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { guidanceBucket } from '#functions/guidance/bucket.ts';
import { accountListStore } from '#functions/store/account-list-store.ts';
import { actionItem } from '#functions/store/action-store.ts';
import { agendaItem } from '#functions/store/agenda-store.ts';
import { groupListItem } from '#functions/store/directory-store.ts';
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
import { addMonths, type Day, type Instant, type Month, monthAt, monthOf } from '#shared/period.ts';
import { deadlines } from '#shared/units/units.ts';

const MONTHS = 12;

/**
 * Enters the demo district into a local system that does not have it: units, accounts, and the reports and scorecards of
 * the twelve months before this one.
 *
 * A month is rolled up while the next one is entered, and while what no figure rests on is. The item by which the district
 * is found is written last, so a start after a kill does everything again; writing the same items twice changes nothing.
 */
export async function enterDemo(
  system: Pick<LocalSystem, 'operator' | 'invoke' | 'fill'>,
  now: Instant,
): Promise<void> {
  const { operator, invoke } = system;
  const { env, outputs } = operator;
  const name = (output: string) => outputs[output] ?? '';
  const tables = tablesOf(outputs);
  const demo = demoDb(system);
  const { access, db } = demo;

  const units = demoUnits();
  const cells = units.filter(({ level }) => level === 'cell');
  const past = Array.from({ length: MONTHS }, (_, n) => addMonths(monthAt(now), n - MONTHS));
  // The month that runs is counted too, as each night counts it: its reports are to come.
  const months = [...past, monthAt(now)];
  const groups = demoGroups(addMonths(monthAt(now), -MONTHS / 2));
  const revisions = cells.flatMap((cell) => demoReports(cell, district, past, now));
  // Revisions of one report come in order, so the map keeps the newest.
  const newest = [...new Map(revisions.map((revision) => [revision.id, revision])).values()];
  const visits = demoVisits(groups, cells, newest, past, now);

  const isEntry = (item: Record<string, unknown>) => item['pk'] === 'districts';
  const directory = unitItems(units, entered);
  await write(demo, tables.cells, [...directory.filter((item) => !isEntry(item)), groupListItem(district.id, groups)]);
  await write(demo, tables.meetings, [
    ...demoOfficerLists(units, past, now).map(officerListItem),
    ...demoOfficerRecords(newest, now).map(officerRecordItem),
    ...demoThematicPlans(cells, months, now).map(thematicPlanItem),
  ]);
  await Promise.all([countMonths(), enterUncounted()]);
  // What is done about figures rests on what became official.
  const figures = await scorecardStore(db, tables.scorecards).between(district.id, past[0] as Month, monthAt(now));
  const official = figures.filter(({ status }) => status === 'official');
  await write(demo, tables.actions, demoActions(official, now).map(actionItem));
  await write(demo, tables.cells, directory.filter(isEntry));

  /** The oldest month comes first: each scorecard compares itself with those of earlier months. */
  async function countMonths(): Promise<void> {
    const [first, ...later] = months;
    if (first) await enterMonth(first);
    for (const [at, month] of months.entries()) {
      const official = now > deadlines(district, month).closing;
      const next = later[at];
      await Promise.all([
        invoke(name('RollupFunction'), { district: district.id, month, official }),
        next && enterMonth(next),
      ]);
    }
  }

  /** What figures of a month rest on, and not those of an earlier one. */
  async function enterMonth(month: Month): Promise<void> {
    const isIn = ({ date }: { readonly date: Day }) => monthOf(date) === month;
    const items = revisions.filter(({ report }) => isIn(report)).map(revisionItems);
    const visited = visits.filter(isIn).map(visitItems);
    await write(
      demo,
      tables.meetings,
      [...items, ...visited].flatMap(({ words, facts }) => [words, facts]),
    );
    const sources = [
      ...newest
        .filter(({ report }) => isIn(report))
        .map(({ id, report: { cell, matters }, by, firstReceivedAt: at }) => ({ id, unit: cell, matters, by, at })),
      ...visits
        .filter(isIn)
        .map(({ id, unit, report, by, at }) => ({ id, unit, matters: report?.matters ?? [], by, at })),
    ];
    await write(demo, tables.matters, demoMatters(sources, now).map(matterItem));
  }

  /** What no figure rests on. */
  async function enterUncounted(): Promise<void> {
    const endpoint = env['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'] ?? '';
    const cognito = new CognitoIdentityProviderClient({ ...access, endpoint });
    await enterUsers(demoUsers(), cognito, name('UserPoolId'), accountListStore(db, tables.cells));

    // This month needs guidance too: meetings are being reported for it.
    const guidance = demoGuidance(months, now);
    const documents = await demoDocuments(guidance);
    const bucket = guidanceBucket(name('FilesBucket'), { ...access, endpoint: env['AWS_ENDPOINT_URL_S3'] ?? '' });
    for (const { file, content } of documents) await bucket.keep(district.id, file, content);
    const pieces = demoLibrary(monthAt(now));
    await write(demo, tables.cells, [
      ...guidance.map((each) => guidanceItem(district.id, each)),
      ...demoOpenings(guidance, units, now).map((each) => openingItem(district.id, each)),
      ...documents.map(({ file }) => guidanceFileItem(district.id, file)),
      ...demoFileOpenings(documents, units, now).map((each) => fileOpeningItem(district.id, each)),
      ...pieces.map((each) => pieceItem(district.id, each)),
      ...demoPieceReadings(pieces, units).map((each) => pieceReadingItem(district.id, each)),
      ...demoTrainings(units, now).map((each) => trainingItem(district.id, each)),
    ]);
    await write(demo, tables.meetings, [
      ...demoTargets(cells, months, now).map(targetItem),
      ...demoShared(newest, units, now).map(sharedItem),
      ...demoAgendas(cells, newest, past.at(-1) as Month, now).map(agendaItem),
    ]);
  }
}
