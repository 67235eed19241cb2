import { demoStaff } from '#infra/demo/commune-staff.ts';
import { concerns, dropReason, matters } from '#infra/demo/phrases.ts';
import { type Random, randomFrom } from '#infra/demo/random.ts';
import { demoResults } from '#infra/demo/results.ts';
import type { Actor } from '#shared/access/session.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import { addMonths, type Day, type Instant, type Month } from '#shared/period.ts';
import { type FollowUp, type Report, type Revision, reportIdOf, requiredOf } from '#shared/reports/report.ts';
import { revise } from '#shared/reports/revise.ts';
import { type TaskId, taskIdOf } from '#shared/reports/task-id.ts';
import { deadlines, parentOf, type Unit, type UnitId } from '#shared/units/units.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A cell's habits, the same all year. */
interface Habits {
  readonly members: number;
  /** From 0, careless, to 1, exemplary. */
  readonly care: number;
  /** How much `care` grows in a year. */
  readonly growth: number;
}

/** A task that is not at its end. */
interface OpenTask {
  readonly id: TaskId;
  readonly what: string;
}

/**
 * The reports of a made-up cell over some months, as revisions in the order in which they were received; the same cell
 * and month give the same reports every time.
 *
 * @param now revisions that would be received later are left out
 */
export function demoReports(cell: Unit, district: Unit, months: readonly Month[], now: Instant): Revision[] {
  const revisions: Revision[] = [];
  let open: readonly OpenTask[] = [];
  for (const [at, month] of months.entries()) {
    const random = randomFrom(`${cell.id} ${month}`);
    const habits = habitsOf(cell);
    const care = Math.min(1, habits.care + (habits.growth * at) / months.length);
    if (random.chance(0.12 * (1 - care))) {
      open = [];
      continue;
    }
    const regular = regularMeeting(cell, month, at / months.length, care, habits.members, open, random);
    const unfinished = regular.followUps.filter(({ status }) => status === 'doing' || status === 'overdue');
    const again = new Set(unfinished.map(({ task }) => task));
    const left = open.filter(({ id }) => again.has(id));
    const given = regular.tasks.map(({ what }, at) => ({ id: taskIdOf(reportIdOf(regular), at + 1), what }));
    open = [...left, ...given.filter(({ what }) => !left.some((each) => each.what === what))];
    const meetings = [regular, ...(random.chance(0.25 + 0.1 * care) ? [thematicMeeting(regular, random)] : [])];
    const received = receivedAt(regular.date, month, district, care, random);
    for (const report of meetings) revisions.push(...lifeOf(report, received, district, month, random));
  }
  return revisions.filter(({ at }) => at <= now);
}

function habitsOf(cell: Unit): Habits {
  const random = randomFrom(`habits ${cell.id}`);
  const village = cell.type === 'thon' || cell.type === 'tdp';
  return {
    members: village ? random.between(14, 48) : random.between(5, 24),
    care: 0.35 + 0.6 * random.next(),
    growth: random.chance(0.3) ? 0.35 : 0,
  };
}

function regularMeeting(
  cell: Unit,
  month: Month,
  past: number,
  care: number,
  members: number,
  open: readonly OpenTask[],
  random: Random,
): Report {
  const yes = (share: number) => (random.chance(share) ? 'yes' : 'no');
  const counts = {
    fullMembers: members,
    probationaryMembers: random.chance(0.3) ? random.between(1, 2) : 0,
    exempt: random.between(0, Math.floor(members / 12)),
    temporarilyExempt: random.chance(0.15) ? 1 : 0,
    away: random.chance(0.2) ? 1 : 0,
    suspended: 0,
    specialDuty: 0,
    joining: random.chance(0.1) ? 1 : 0,
  };
  const required = requiredOf(counts);
  const absent = Math.min(required - 2, Math.round(required * (0.26 - 0.22 * care) * (0.4 + random.next())));
  const unexcused = random.chance(0.35 * (1 - care)) ? Math.min(absent, random.between(1, 2)) : 0;
  const present = required - absent;
  const chosen = random.pick(matters);
  const resolved = random.chance(0.9 + 0.1 * care);
  const targetsSet = random.between(2, 6);
  const judged = criteriaOf(requireRegime(month)).filter(({ how }) => how === 'judged');
  return {
    cell: cell.id,
    date: dayOf(month, random.between(2, 7)),
    kind: 'regular',
    startTime: random.pick(['07:30', '08:00', '14:00', '19:30', '20:00']),
    durationMinutes: Math.round((72 + 40 * care + 20 * random.next()) / 5) * 5,
    ...counts,
    present,
    excused: absent - unexcused,
    unexcused,
    ...demoStaff(cell, month, present),
    late: random.chance(0.3) ? Math.min(present, random.between(1, 3)) : 0,
    committeeMet: members < 9 ? 'na' : yes(0.7 + 0.3 * care),
    oriented: yes(0.6 + 0.4 * care),
    papersSent: yes(0.45 + 0.5 * care),
    focus: chosen.focus,
    focusSubjects: chosen.subjects,
    stepsFollowed: yes(0.75 + 0.25 * care),
    previousReviewed: yes(0.7 + 0.3 * care),
    speakers: Math.min(present, Math.round(present * (0.1 + 0.3 * care))),
    selfCriticism: yes(0.4 + 0.4 * care),
    notesTaken: yes(0.7 + 0.3 * care),
    minutesKept: yes(0.9 + 0.1 * care),
    resolution: resolved ? random.pick(['resolution', 'resolution', 'conclusion']) : 'none',
    ...(resolved && { resolutionText: chosen.resolution }),
    ...(resolved && demoResults(cell.id, month, chosen.subjects)),
    targetsSet,
    targetsMet: Math.round(targetsSet * Math.min(1, 0.4 + 0.5 * care + 0.2 * random.next())),
    tasks: resolved ? chosen.tasks.map(([what, who]) => ({ what, who, due: dayOf(addMonths(month, 1), 2) })) : [],
    followUps: open.map(({ id }) => followUpOf(id, care, random)),
    matters: random.chance(0.18) ? [{ ...concernOf(random), ...bypassOf(cell.id, month, past) }] : [],
    attendedBy: random.pick(['none', 'none', 'none', 'none', 'commune', 'commune', 'group', 'both']),
    // Some cells have not scored themselves: blank is not zero.
    points: random.chance(0.1)
      ? {}
      : Object.fromEntries(judged.map(({ id, max }) => [id, Math.min(max, Math.round(max * (0.65 + 0.38 * care)))])),
  };
}

/** A separate thematic meeting, with the same people. */
function thematicMeeting(regular: Report, random: Random): Report {
  const { points, startTime, focusSubjects, results, serves, ...rest } = regular;
  return {
    ...rest,
    kind: 'thematic',
    date: dayOf(regular.date.slice(0, 7) as Month, random.between(12, 24)),
    durationMinutes: random.between(60, 100),
    focus: 'Sinh hoạt chuyên đề: học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
    resolution: 'conclusion',
    resolutionText: 'Mỗi đảng viên đăng ký một việc làm theo trong quý',
    tasks: [],
    followUps: [],
    matters: [],
    points: {},
  };
}

function followUpOf(task: string, care: number, random: Random): FollowUp {
  const status = outcomeOf(care, random);
  return { task, status, ...(status === 'dropped' && { reason: dropReason }) };
}

function outcomeOf(care: number, random: Random): FollowUp['status'] {
  if (random.chance(0.5 + 0.4 * care)) return 'done';
  return random.pick(['doing', 'doing', 'overdue', 'dropped']);
}

function concernOf(random: Random): Report['matters'][number] {
  const [topic, summary, proposal] = random.pick(concerns);
  return { topic, summary, proposal, severity: random.pick(['low', 'medium', 'medium', 'high']) };
}

/**
 * Whether a concern went over a head, which few do; in Châu Minh many did at first, and fewer each month. Some do not say.
 *
 * @param past the share of the months that is past
 */
function bypassOf(cell: UnitId, month: Month, past: number): Pick<Report['matters'][number], 'bypass'> {
  const random = randomFrom(`bypass ${cell} ${month}`);
  if (random.chance(0.05)) return {};
  return { bypass: random.chance(cell.includes('.chau-minh.') ? 0.9 * (1 - past) : 0.04) ? 'yes' : 'no' };
}

/** Most reports arrive within the month or by the due day; careless cells send theirs some days late. */
function receivedAt(date: Day, month: Month, district: Unit, care: number, random: Random): Instant {
  const due = Date.parse(deadlines(district, month).due);
  const held = Date.parse(`${date}T10:00:00Z`);
  const late = random.chance(0.22 * (1 - care));
  const at = late ? due + random.next() * 4 * DAY_MS : held + (0.1 + random.next()) * (due - held) * 0.8;
  return new Date(Math.round(at / 1000) * 1000).toISOString();
}

/** A thematic meeting comes after the regular one was reported; some reports are returned, some confirmed. */
function lifeOf(report: Report, received: Instant, district: Unit, month: Month, random: Random): Revision[] {
  const officer = officerOf(report.cell);
  const held = Date.parse(`${report.date}T10:00:00Z`);
  const first = Math.max(Date.parse(received), held + DAY_MS / 2);
  const closing = Date.parse(deadlines(district, month).closing);
  const at = (days: number) => new Date(Math.min(first + days * DAY_MS, closing)).toISOString();
  const submitted = revise(undefined, { state: 'submitted', report, by: officer, at: at(0) });
  if (random.chance(0.04)) {
    const reason = 'Đề nghị bổ sung biên bản và kiểm tra lại số đảng viên vắng mặt.';
    const reviewer: Actor = { user: 'district', role: 'district', unit: district.id };
    const returned = revise(submitted, { state: 'returned', report, by: reviewer, at: at(1), reason });
    const mended = { ...report, minutesKept: 'yes' as const };
    return [submitted, returned, revise(returned, { state: 'submitted', report: mended, by: officer, at: at(2) })];
  }
  if (random.chance(0.15))
    return [submitted, revise(submitted, { state: 'confirmed', report, by: officer, at: at(2) })];
  return [submitted];
}

function officerOf(cell: UnitId): Actor {
  const unit = parentOf(cell) ?? cell;
  return { user: unit.slice(unit.lastIndexOf('.') + 1), role: 'commune', unit };
}

function dayOf(month: Month, day: number): Day {
  return `${month}-${String(day).padStart(2, '0')}` as Day;
}
