import { percentOf } from '#shared/input/numbers.ts';
import { requiredIn } from '#shared/judging/attendance.ts';
import type { CriterionResult } from '#shared/judging/judgement.ts';
import type { Reason } from '#shared/judging/reason.ts';
import type { MinutesFrom, SheetNorms } from '#shared/norms/regimes.ts';
import {
  type Band,
  bandOf,
  type Condition,
  type Criterion,
  criteriaOf,
  type Question,
  type Rule,
} from '#shared/norms/rubric.ts';
import { hasNoCommittee } from '#shared/reports/committee.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';

/** How a thematic meeting counts: not at all, as a part of the month, or as a part of the same session, too. */
export type Thematic = 'none' | 'apart' | 'together';

/** The input for judging one meeting. */
export interface ScoringInput {
  readonly report: ReportFigures;
  readonly regime: SheetNorms;
  readonly thematic: Thematic;
}

/** Points and their reason; no points while figures or a judgement are missing. */
interface Scored {
  readonly points?: number;
  readonly why: Reason;
}

/**
 * Scores every line of the regime's score sheet for one meeting.
 *
 * A line that does not apply has full marks, leaves the total (0 of 0), or gives its points to another line; that line
 * is judged as before and counts for more.
 */
export function scoreCriteria(given: ScoringInput): CriterionResult[] {
  const { groups } = given.regime;
  const criteria = criteriaOf(given.regime);
  const raised = new Map<string, number>();
  for (const { applies, max } of criteria) {
    if (applies && typeof applies.otherwise === 'object' && !holds(applies.when, given)) {
      raised.set(applies.otherwise.raises, (raised.get(applies.otherwise.raises) ?? 0) + max);
    }
  }
  return groups.flatMap((group) =>
    group.criteria.map((criterion) => ({
      ...scoreCriterion(criterion, raised.get(criterion.id) ?? 0, given),
      group: group.id,
    })),
  );
}

function scoreCriterion(criterion: Criterion, extra: number, given: ScoringInput): Omit<CriterionResult, 'group'> {
  const { id, max, how, applies } = criterion;
  if (applies && !holds(applies.when, given)) {
    if (applies.otherwise === 'full') return { id, points: max, max, how, why: ['full', applies.when] };
    return { id, points: 0, max: 0, how, why: ['left', applies.when] };
  }
  const { points, why } = criterion.how === 'judged' ? judged(criterion, given) : computed(criterion.rule, given);
  const reachable = max + extra;
  if (points === undefined) return { id, max: reachable, how, why };
  const counted = hundredths((points * reachable) / max);
  return { id, points: counted, max: reachable, how, why, ...(extra > 0 && { raisedFrom: max }) };
}

/** Whether a criterion's condition holds. Missing figures do not make it fail: the criterion reports them itself. */
function holds(condition: Condition, { report, regime, thematic }: ScoringInput): boolean {
  switch (condition) {
    case 'committee':
      return !hasNoCommittee(report, regime);
    case 'regular':
      return report.kind !== 'thematic';
    case 'thematic':
      return report.kind === 'thematic' || thematic !== 'none';
    case 'targets':
      return report.targetsSet !== 0 || tasksDue(report).length > 0;
  }
}

/** The district's points take precedence over a reviewer's, and those over the cell's own. */
function judged({ id }: Criterion, { report }: ScoringInput): Scored {
  const own = report.points[id];
  const rescore = report.official?.[id] ?? report.reviewed?.[id];
  if (rescore) return { points: rescore.points, why: ['rescored', own, rescore.reason] };
  return own === undefined ? { why: ['notJudged'] } : { points: own, why: ['judged'] };
}

function computed(rule: Rule, given: ScoringInput): Scored {
  switch (rule.by) {
    case 'minutes':
      return byMinutes(rule, given);
    case 'attendance':
      return byAttendance(rule, given);
    case 'speakers':
      return bySpeakers(rule, given);
    case 'targets':
      return byTargets(rule, given);
    case 'answers':
      return byAnswers(rule, given);
  }
}

/** The shortest meeting for a cell of this size, in minutes. */
export function minutesFor(
  { fullMembers, probationaryMembers }: Pick<ReportFigures, 'fullMembers' | 'probationaryMembers'>,
  { minimumMinutes }: Pick<SheetNorms, 'minimumMinutes'>,
): MinutesFrom {
  const members = fullMembers + probationaryMembers;
  // This also runs on older phones, which have no `findLast`.
  const step = [...minimumMinutes].reverse().find((each) => each.members <= members);
  if (!step) throw new RangeError(`No length for a cell of ${members} members`);
  return step;
}

/** The shortest permitted length of the meeting, in minutes. */
export function leastMinutes({ report, regime, thematic }: ScoringInput): number {
  const { regular, withThematic } = minutesFor(report, regime);
  return thematic === 'together' ? withThematic : regular;
}

function byMinutes({ missing, beyond }: Extract<Rule, { by: 'minutes' }>, given: ScoringInput): Scored {
  const minutes = given.report.durationMinutes;
  const least = leastMinutes(given);
  const short = Math.max(0, least - minutes);
  const step = missing.find((each) =>
    'minutes' in each ? short <= each.minutes : short * 100 <= each.percent * least,
  );
  const { members } = minutesFor(given.report, given.regime);
  const why: Reason = short === 0 ? ['longEnough', minutes, least, members] : ['tooShort', short, least, members];
  return { points: step?.points ?? beyond, why };
}

function byAttendance(
  { bands, unexcused }: Extract<Rule, { by: 'attendance' }>,
  { report, regime }: ScoringInput,
): Scored {
  const required = requiredIn(report, regime);
  if (required === 0) return { why: ['noBase'] };
  if (report.unexcused > 0) return { points: unexcused, why: ['unexcused', report.unexcused] };
  const { points } = bandOf(bands, report.present, required);
  return { points, why: ['present', report.present, required, ...shareOf(report.present, required, bands)] };
}

function bySpeakers(
  { bands }: Extract<Rule, { by: 'speakers' }>,
  { report: { speakers, present } }: ScoringInput,
): Scored {
  if (speakers === undefined) return { why: ['unknown', ['speakers']] };
  if (present === 0) return { why: ['nobodyCame'] };
  const { points } = bandOf(bands, speakers, present);
  return { points, why: ['spoke', speakers, present, ...shareOf(speakers, present, bands)] };
}

/** The last resolution's targets and tasks together: those met or done, out of all that it set. */
function byTargets({ bands }: Extract<Rule, { by: 'targets' }>, { report }: ScoringInput): Scored {
  const { targetsSet, targetsMet = targetsSet === 0 ? 0 : undefined } = report;
  if (targetsSet === undefined || targetsMet === undefined) return { why: ['unknown', ['targets']] };
  const tasks = tasksDue(report);
  const done = tasks.filter(({ status }) => status === 'done').length;
  const [numerator, denominator] = [targetsMet + done, targetsSet + tasks.length] as const;
  return {
    points: bandOf(bands, numerator, denominator).points,
    why: ['targets', targetsMet, targetsSet, done, tasks.length, ...shareOf(numerator, denominator, bands)],
  };
}

/** The tasks that are followed up. A dropped task has a reason and is no longer due. */
function tasksDue({ followUps }: ReportFigures): ReportFigures['followUps'] {
  return followUps.filter(({ status }) => status !== 'dropped');
}

/** One unanswered question leaves the criterion without points: a blank is not a no. */
function byAnswers({ points }: Extract<Rule, { by: 'answers' }>, { report }: ScoringInput): Scored {
  const asked = Object.keys(points) as Question[];
  const said = (answer?: 'yes' | 'no') => asked.filter((question) => answerTo(question, report) === answer);
  const blank = said();
  if (blank.length > 0) return { why: ['unknown', blank] };
  const yes = said('yes');
  return {
    points: yes.reduce((sum, question) => sum + (points[question] ?? 0), 0),
    why: ['answers', yes, said('no')],
  };
}

/** A share with the decimal that decides its band, and from where on it has full marks; in percent. */
function shareOf(numerator: number, denominator: number, bands: readonly Band[]): [share: number, full: number] {
  const limits = bands.map(({ from }) => from);
  return [percentOf(numerator, denominator, limits) ?? 0, Math.max(...limits)];
}

/** Points have at most two decimals; sums of floating-point numbers are rounded to that. */
export function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}

/** A report's answer to a question; `undefined` for a blank. */
export function answerTo(question: Question, report: ReportFigures): 'yes' | 'no' | undefined {
  switch (question) {
    case 'resolved':
      return report.resolution === 'none' ? 'no' : 'yes';
    case 'tasksGiven':
      return report.tasks.length > 0 ? 'yes' : 'no';
    case 'committeeMet':
      // A cell so large that it has a committee has not said whether that met.
      return report.committeeMet === 'na' ? undefined : report.committeeMet;
    default:
      return report[question];
  }
}
