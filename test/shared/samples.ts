import fc from 'fast-check';
import { cleanLine, isUnread } from '#shared/input/clean-text.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import { addDays, type Day, type Month, monthOf } from '#shared/period.ts';
import { attendances, codesOf, followUpStatuses, kinds, resolutions, severities } from '#shared/reports/choices.ts';
import type { CurrentReport } from '#shared/reports/current-report.ts';
import { focusSubjects } from '#shared/reports/focus-subjects.ts';
import { type ReportFigures, splitFreeText } from '#shared/reports/free-text.ts';
import { type Report, reportIdOf } from '#shared/reports/report.ts';
import { quantityOf, resultUnitCodes, resultUnits, stepsOf } from '#shared/reports/result-units.ts';
import { type Topic, topics } from '#shared/reports/topics.ts';
import type { Unit } from '#shared/units/units.ts';
import type { GroupListRevision } from '#shared/visits/groups.ts';

/** Shorthands for the values that types tell apart. */
export const month = (text: string) => text as Month;
export const day = (text: string) => text as Day;

/** A regular meeting of February 2021: 17 of 20 attended for 95 minutes, and everything computed was done. */
export function aReport(changes: Partial<Report> = {}): Report {
  return {
    cell: 'hiep-hoa.thanh-van.thanh-binh',
    date: day('2021-02-03'),
    kind: 'regular',
    durationMinutes: 95,
    fullMembers: 19,
    probationaryMembers: 1,
    exempt: 1,
    temporarilyExempt: 0,
    away: 0,
    suspended: 0,
    specialDuty: 0,
    joining: 1,
    present: 17,
    excused: 3,
    unexcused: 0,
    committeeMet: 'yes',
    oriented: 'yes',
    papersSent: 'yes',
    stepsFollowed: 'yes',
    previousReviewed: 'yes',
    minutesKept: 'yes',
    resolution: 'resolution',
    targetsSet: 4,
    targetsMet: 4,
    tasks: [],
    followUps: [],
    matters: [],
    points: {},
    ...changes,
  };
}

/** What judging reads of `aReport`. */
export function facts(changes: Partial<Report> = {}): ReportFigures {
  return splitFreeText(aReport(changes)).facts;
}

/** The newest revision of `aReport`, received at noon of its day in Vietnam. */
export function current(changes: Partial<Report> = {}, firstReceivedAt?: string): CurrentReport {
  const report = facts(changes);
  return { id: reportIdOf(report), report, firstReceivedAt: firstReceivedAt ?? `${report.date}T05:00:00.000Z` };
}

export function aUnit(id: string, changes: Partial<Unit> = {}): Unit {
  const depth = id.split('.').length;
  const level = depth === 1 ? 'district' : depth === 2 ? 'commune' : 'cell';
  return { id, name: id.split('.').at(-1) ?? id, kind: '', level, from: month('2019-01'), ...changes };
}

/** Who entered a directory, and when: before any month that is asked about. */
export const entered = {
  by: { user: 'district', role: 'district', unit: 'hiep-hoa' },
  at: '2019-01-01T00:00:00.000Z',
} as const;

/** A list of working groups, each with the communes it answers for since before any month that is asked about. */
export function groupList(communes: Readonly<Record<number, readonly string[]>>): GroupListRevision {
  const groups = Object.entries(communes).map(([number, own]) => ({ number: Number(number), own }));
  return {
    groups: groups.map(({ number }) => ({ number, members: [] })),
    assignments: groups.flatMap(({ number: group, own }) =>
      own.map((commune) => ({ commune, group, from: month('2019-01') })),
    ),
    revision: 1,
    ...entered,
  };
}

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/);
export const unitIds = fc.array(slug, { minLength: 1, maxLength: 4 }).map((slugs) => slugs.join('.'));

export const months = fc
  .tuple(fc.integer({ min: 1950, max: 2090 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => month(`${year}-${String(number).padStart(2, '0')}`));

/** Days that a regime covers. */
export const days = fc
  .date({ min: new Date('2019-03-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

/** Free text in the form in which it is stored: clean, in one line, not blank. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => cleanLine(text))
  .filter((text) => text !== '' && !isUnread(text));

const yesNo = fc.constantFrom('yes' as const, 'no' as const);
const count = (max: number) => fc.integer({ min: 0, max });

const members = fc
  .record({
    standing: count(300),
    exempt: count(9),
    temporarilyExempt: count(9),
    away: count(9),
    suspended: count(9),
    specialDuty: count(9),
    probationaryMembers: count(20),
    joining: count(20),
  })
  .map(({ standing, ...rest }) => {
    const { exempt, temporarilyExempt, away, suspended, specialDuty } = rest;
    return { fullMembers: standing + exempt + temporarilyExempt + away + suspended + specialDuty, ...rest, standing };
  });

const counts = members.chain(({ standing, ...rest }) => {
  const required = standing + rest.probationaryMembers + rest.joining;
  return count(required).chain((present) =>
    fc
      .record(
        { excused: count(required - present), late: count(present), speakers: count(present) },
        { requiredKeys: ['excused'] },
      )
      .map(({ excused, ...said }) => ({ ...rest, present, excused, unexcused: required - present - excused, ...said }))
      .chain((counted) =>
        fc
          .option(count(rest.fullMembers + rest.probationaryMembers), { nil: undefined })
          .chain((communeStaff) =>
            communeStaff === undefined
              ? fc.constant({})
              : fc.record(
                  {
                    communeStaff: fc.constant(communeStaff),
                    communeStaffPresent: count(Math.min(communeStaff, present)),
                  },
                  { requiredKeys: ['communeStaff'] },
                ),
          )
          .map((staff) => ({ ...counted, ...staff })),
      ),
  );
});

const targets = fc.oneof(
  fc.constant({}),
  count(1000).chain((targetsSet) => fc.record({ targetsSet: fc.constant(targetsSet), targetsMet: count(targetsSet) })),
);

const meeting = fc.record(
  {
    cell: unitIds,
    kind: fc.constantFrom(...codesOf(kinds)),
    durationMinutes: count(1440),
    startTime: fc
      .tuple(count(23), count(59))
      .map((time) => time.map((part) => String(part).padStart(2, '0')).join(':')),
    committeeMet: fc.constantFrom('yes' as const, 'no' as const, 'na' as const),
    oriented: yesNo,
    papersSent: yesNo,
    focus: words,
    focusSubjects: fc.subarray(codesOf(focusSubjects) as (keyof typeof focusSubjects)[], { minLength: 1 }),
    stepsFollowed: yesNo,
    previousReviewed: yesNo,
    selfCriticism: yesNo,
    notesTaken: yesNo,
    minutesKept: yesNo,
    resolution: fc.constantFrom(...codesOf(resolutions)),
    resolutionText: words,
    tasks: fc.array(fc.record({ what: words, who: words, due: count(366) }, { requiredKeys: ['what'] }), {
      maxLength: 5,
    }),
    followUps: fc.array(
      fc.oneof(
        fc.record({
          task: words,
          status: fc.constantFrom(...codesOf(followUpStatuses).filter((each) => each !== 'dropped')),
        }),
        fc.record({ task: words, status: fc.constant('dropped' as const), reason: words }),
      ),
      { maxLength: 5 },
    ),
    matters: fc.array(
      fc.record(
        {
          topic: fc.constantFrom(...(Object.keys(topics) as Topic[])),
          summary: words,
          severity: fc.constantFrom(...codesOf(severities)),
          proposal: words,
          bypass: yesNo,
        },
        { requiredKeys: ['topic', 'summary', 'severity'] },
      ),
      { maxLength: 5 },
    ),
    attendedBy: fc.constantFrom(...codesOf(attendances)),
    results: fc.array(
      fc.constantFrom(...resultUnitCodes).chain((unit) =>
        fc.record(
          {
            unit: fc.constant(unit),
            quantity: fc
              .integer({ min: 1, max: stepsOf(resultUnits[unit].most, unit) })
              .map((steps) => quantityOf(steps, unit)),
            what: words,
          },
          { requiredKeys: ['unit', 'quantity'] },
        ),
      ),
      { minLength: 1, maxLength: 5 },
    ),
    deductionNote: words,
  },
  { requiredKeys: ['cell', 'kind', 'durationMinutes', 'resolution', 'tasks', 'followUps', 'matters'] },
);

const dayAndPoints = days.chain((date) => {
  const judged = criteriaOf(requireRegime(monthOf(date))).flatMap((each) => (each.how === 'judged' ? [each] : []));
  const onScale = (max: number, step: number) => count(max / step).map((steps) => steps * step);
  return fc
    .record(Object.fromEntries(judged.map(({ id, max, step }) => [id, onScale(max, step)])), { requiredKeys: [] })
    .map((points) => ({ date, points: { ...points } }));
});

/** Every report that the form can take. */
export const reports: fc.Arbitrary<Report> = fc
  .tuple(meeting, counts, targets, dayAndPoints)
  .map(([met, counted, aimed, { date, points }]): Report => {
    // What a meeting gives is due on its day or within a year of it.
    const tasks = met.tasks.map(({ due, ...task }) => ({
      ...task,
      ...(due !== undefined && { due: addDays(date, due) }),
    }));
    return { ...met, ...counted, ...aimed, date, points, tasks } as Report;
  })
  // A cell of nine full members has a committee.
  .map((report) =>
    report.fullMembers < 9 || report.committeeMet !== 'na' ? report : { ...report, committeeMet: 'no' },
  );
