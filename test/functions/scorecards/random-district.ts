import { type CellRow, rowsOf } from '#functions/scorecards/formats/cell-rows.ts';
import { type Random, randomFrom } from '#infra/demo/random.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { Day, Instant, Month } from '#shared/period.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import { quantityOf } from '#shared/reports/result-units.ts';
import { type Topic, topics } from '#shared/reports/topics.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import { countOtherInputs, type OtherInputs } from '#shared/scorecards/count-other-inputs.ts';
import type { Subjects } from '#shared/scorecards/monotony.ts';
import type { Publication } from '#shared/scorecards/publish-scorecard.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { stageAt } from '#shared/units/stage.ts';
import { type Directory, deadlines, type Unit, type UnitId } from '#shared/units/units.ts';
import { countDistrict, published } from '#test/shared/counted.ts';

/** A report of a made-up district, with when it was received. */
export interface Received {
  readonly report: ReportFigures;
  readonly receivedAt: Instant;
  readonly assignedTasks?: number;
}

export interface RandomDistrict {
  readonly directory: Directory;
  /** When it is counted. */
  readonly now: Instant;
  readonly reports: readonly Received[];
  /** Of cells, and of communes themselves. */
  readonly besides: OtherInputs;
  /** Thematic meetings of the cells in the quarter's earlier months. */
  readonly thematicBefore: ReadonlyMap<UnitId, number>;
  /** What the focus of each cell's two months before was about. */
  readonly subjectsBefore: ReadonlyMap<UnitId, readonly Subjects[]>;
  readonly scorecard: Scorecard;
  readonly communes: readonly Scorecard[];
  readonly cells: readonly CellRow[];
}

import { randomOfficers, randomPlans, randomVisits } from '#test/functions/scorecards/random-attendance.ts';
import { randomMatters } from '#test/functions/scorecards/random-matters.ts';

export const month = '2021-03' as Month;
const generatedAt = '2021-04-10T17:00:00.000Z';
export const { due, closing } = deadlines({}, month);

/**
 * A district of so many communes and cells in March 2021, the same for the same seed: silent cells, late ones, odd ones.
 *
 * @param now its month is open until the closing day
 * @param earlier the scorecards that stand beside it
 */
export function randomDistrict(
  seed: string,
  communeCount: number,
  cellCount: number,
  now: Instant = generatedAt,
  earlier: Pick<Publication, 'previousMonth' | 'quarterBefore' | 'previousYear'> = {},
): RandomDistrict {
  const random = randomFrom(seed);
  const from = '2019-03' as Month;
  const district: Unit = { id: 'h', name: 'Hiệp Hòa', kind: 'huyện', level: 'district', from };
  const communes = Array.from({ length: communeCount }, (_, at): Unit => {
    return { id: `h.c${at}`, name: `Xuân Cẩm ${at}`, kind: 'xã', level: 'commune', from };
  });
  const cells = Array.from({ length: cellCount }, (_, at): Unit => {
    const id = `h.c${at % communeCount}.b${at}`;
    return { id, name: `Thượng ${at}`, kind: 'Chi bộ thôn', level: 'cell', type: 'thon', from };
  });
  const groups = [1, 2, 3].map((number) => ({
    number,
    name: `Tổ công tác số ${number}`,
    // Some communes have no group.
    communes: communes.filter((_, at) => at % 4 === number - 1).map(({ id }) => id),
  }));
  const directory = { district, communes, cells, groups };
  const reports = cells.flatMap(({ id }) => reportsOf(id, random)).filter(({ receivedAt }) => receivedAt <= now);
  const thematicBefore = new Map(cells.map(({ id }) => [id, random.between(0, 1)]));
  const subjectsBefore = new Map(cells.map(({ id }) => [id, [someSubjects(random), someSubjects(random)]]));
  const byCell = Map.groupBy(reports, ({ report }) => report.cell);
  const regime = requireRegime(month);
  const months = cells.map((cell) => {
    const own = (byCell.get(cell.id) ?? []).map(({ report, receivedAt, ...noted }) => {
      return { id: reportIdOf(report), report, firstReceivedAt: receivedAt, ...noted };
    });
    return judgeCellMonth(cell, own, {
      ...{ regime, due, month, stage: stageAt(now, { due, closing }) },
      thematicBefore: thematicBefore.get(cell.id) ?? 0,
      subjectsBefore: subjectsBefore.get(cell.id) ?? [],
    });
  });
  const besides = {
    matters: [...cells, ...communes].flatMap(({ id }) => randomMatters(id, random)),
    visits: [...cells, ...communes].flatMap(({ id }) => randomVisits(id, random)),
    ...randomOfficers(communes, cells, random),
    plans: cells.flatMap(({ id }) => randomPlans(id, random)),
  };
  const { tallies } = countOtherInputs(
    { month, directory, now },
    cells.map((cell) => ({
      cell,
      reports: byCell.get(cell.id) ?? [],
      before: Array(thematicBefore.get(cell.id) ?? 0).fill({}),
    })),
    besides,
  );
  const [scorecard, ...others] = countDistrict(directory, months, tallies).map((figures) =>
    published(figures, {
      ...(now > closing ? { status: 'official', revision: 1 } : { status: 'live', revision: 0 }),
      ...{ month, regime, generatedAt: now, inputs: '', ...earlier },
    }),
  ) as [Scorecard, ...Scorecard[]];
  return {
    directory,
    now,
    reports,
    besides,
    thematicBefore,
    subjectsBefore,
    scorecard,
    communes: others,
    cells: others.flatMap(rowsOf),
  };
}

function reportsOf(cell: string, random: Random): Received[] {
  const kinds = random.chance(0.1)
    ? []
    : random.chance(0.1)
      ? (['thematic'] as const)
      : random.chance(0.3)
        ? (['regular', 'thematic'] as const)
        : (['regular'] as const);
  const day = aDay(random);
  return kinds.map((kind) => ({
    // Often both meetings are on one day, and now and then one follows the other in the same session.
    report: { ...aMeeting(cell, kind, random), date: random.chance(0.7) ? day : aDay(random) },
    receivedAt: random.chance(0.15) ? '2021-04-07T02:00:00.000Z' : '2021-03-20T02:00:00.000Z',
    ...(random.chance(0.8) && { assignedTasks: random.between(0, 2) }),
  }));
}

/** Few, so that months are often about the same; in the order in which they are stored. */
const someSubjects = (random: Random) =>
  random.pick([undefined, ['DC'], ['MT'], ['DC', 'MT'], ['MT'], ['MT']] as const);

const aDay = (random: Random) => `2021-03-${String(random.between(1, 15)).padStart(2, '0')}` as Day;

const withSubjects = (focusSubjects: ReturnType<typeof someSubjects>) => (focusSubjects ? { focusSubjects } : {});

/** Results in a few units, more than one of them in the same. */
const someResults = (random: Random) =>
  Array.from({ length: random.between(1, 3) }, () => {
    const unit = random.pick(['road', 'land', 'workdays', 'dong'] as const);
    return { unit, quantity: quantityOf(random.between(1, 3000), unit) };
  });

/** Half of the cells have no commune staff; some do not say how many came. */
const someStaff = (present: number, random: Random) => {
  const communeStaff = random.chance(0.5) ? 0 : random.between(1, 3);
  return { communeStaff, ...(random.chance(0.8) && { communeStaffPresent: Math.min(communeStaff, present) }) };
};

/** Points of the one criterion that is judged, in its steps of a half. */
const somePoints = (random: Random) => random.between(0, 40) / 2;
const rescored = (random: Random) =>
  random.chance(0.7) ? { discussion: { points: somePoints(random), reason: 'x' } } : {};

function aMeeting(cell: string, kind: 'regular' | 'thematic', random: Random): Omit<ReportFigures, 'date'> {
  const [fullMembers, probationaryMembers, exempt] = [
    random.between(3, 60),
    random.between(0, 3),
    random.between(0, 3),
  ];
  const required = fullMembers + probationaryMembers - exempt;
  const present = random.between(Math.floor(required * 0.75), required);
  const excused = random.between(0, required - present);
  const none = { temporarilyExempt: 0, away: 0, suspended: 0, specialDuty: 0, joining: 0 };
  const yes = () => (random.chance(0.9) ? 'yes' : 'no');
  const targetsSet = random.pick([0, 1, 4, 4, 4]);
  const codes = Object.keys(topics) as Topic[];
  return {
    ...{ cell, kind },
    durationMinutes: random.between(40, 150),
    ...(random.chance(0.9) && { startTime: random.pick(['07:30', '08:30', '09:00', '09:30', '10:15']) }),
    ...{ fullMembers, probationaryMembers, exempt, ...none, present, excused, unexcused: required - present - excused },
    ...{ committeeMet: random.chance(0.2) ? 'na' : yes(), papersSent: yes(), stepsFollowed: yes() },
    ...(random.chance(0.9) && { oriented: yes() }),
    ...(random.chance(0.9) && { minutesKept: yes() }),
    ...(random.chance(0.9) && { speakers: random.between(0, present) }),
    // Now and then more than were there, which is refused today.
    ...(random.chance(0.9) && { late: random.between(0, random.chance(0.1) ? present + 1 : Math.min(present, 3)) }),
    ...(random.chance(0.8) && { notesTaken: yes() }),
    ...(kind === 'regular' && withSubjects(someSubjects(random))),
    previousReviewed: yes(),
    ...(random.chance(0.9) && { targetsSet, targetsMet: random.between(0, targetsSet) }),
    resolution: random.chance(0.1) ? 'none' : random.chance(0.5) ? 'conclusion' : 'resolution',
    tasks: Array.from({ length: random.between(0, 3) }, () => (random.chance(0.5) ? { due: '2021-04-02' as Day } : {})),
    followUps: Array.from({ length: random.between(0, 3) }, (_, at) => ({
      // Some are named in words, which are no figure; some come up at both meetings of the month.
      ...(random.chance(0.7) && { task: `${cell}_2021-02-03_regular_${at * 2 + random.between(1, 2)}` }),
      status: (['done', 'doing', 'overdue', 'dropped'] as const)[random.between(0, 3)] ?? 'done',
    })),
    matters: Array.from({ length: random.between(0, 2) }, () => ({
      topic: codes[random.between(0, codes.length - 1)] ?? 'KHAC',
      severity: 'low' as const,
      ...(random.chance(0.7) && { bypass: random.chance(0.3) ? ('yes' as const) : ('no' as const) }),
    })),
    ...(random.chance(0.5) && { results: someResults(random) }),
    ...(random.chance(0.7) && someStaff(present, random)),
    attendedBy: (['none', 'commune', 'group', 'both'] as const)[random.between(0, 3)] ?? 'none',
    points: random.chance(0.9) ? { discussion: somePoints(random) } : {},
    ...(random.chance(0.4) && { reviewed: rescored(random) }),
    ...(random.chance(0.2) && { official: rescored(random) }),
  };
}
