import { FINEST } from '#shared/input/numbers.ts';
import type { ReasonWords } from '#shared/judging/reason.ts';
import { formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Condition, Question } from '#shared/norms/rubric.ts';

/** In English. */
export const reasonsEn: ReasonWords = {
  longEnough: (minutes, least, members) => `Met for ${minutes} min, at least ${least} min required${size(members)}`,
  tooShort: (short, least, members) => `${short} min short of ${least} min${size(members)}`,
  session: (minutes, least, members) =>
    `Regular and thematic meeting in one session, ${minutes} min together; both parts need at least ${least} min${size(members)}`,
  present: (present, required, share, full) =>
    `${number(present)}/${number(required)} members present ${shareWords(share, full)}`,
  unexcused: (count) => `${number(count)} absent without a reason; a single one leaves this line at its lowest`,
  spoke: (speakers, present, share, full) =>
    `${number(speakers)}/${number(present)} members present spoke ${shareWords(share, full)}`,
  targets: (met, set, done, tasks, share, full) =>
    `${[set > 0 && `${number(met)}/${number(set)} targets met`, tasks > 0 && `${done}/${tasks} tasks done`].filter(Boolean).join(', ')} of the last resolution${set && tasks ? `, together ${number(met + done)}/${number(set + tasks)}` : ''} ${shareWords(share, full)}`,
  answers: (yes, no) =>
    [yes.length > 0 && `With ${list(yes)}`, no.length > 0 && `${yes.length > 0 ? 'without' : 'Without'} ${list(no)}`]
      .filter(Boolean)
      .join('; '),
  noBase: () => 'Nobody was required to attend: nothing to count on',
  nobodyCame: () => 'Nobody attended: nothing to count on',
  unknown: (of) => `Left blank in the report: ${list(of)}`,
  judged: () => 'Given by the cell’s committee or secretary',
  notJudged: () => 'Not judged yet',
  rescored: (own, reason) =>
    `Judged anew from above (the cell gave ${own === undefined ? 'none' : formatNumber(own, 'en')}), reason: ${reason}`,
  thematicReport: () => 'As given on the report of the month’s thematic meeting',
  lower: (points, max) =>
    points === undefined
      ? 'The thematic meeting has no points: the regular content counts instead'
      : `The thematic meeting has ${formatNumber(points, 'en')} of ${formatNumber(max, 'en')} points, a lower share than the regular content, which counts instead`,
  full: (condition) => `${conditions[condition]}, full marks`,
  left: (condition) => `${conditions[condition]}, not counted`,
  points: (points, max) => `: ${formatNumber(points, 'en')}/${formatNumber(max, 'en')} points`,
  raised: (from, max) => `, raised from a scale of ${from} to ${max}`,
};

const conditions: Readonly<Record<Condition, string>> = {
  committee: 'The cell has no committee',
  regular: 'A thematic report has no regular content',
  thematic: 'No thematic meeting this month',
  targets: 'The last resolution set no targets or tasks',
};

const size = (members: number) => (members ? ` for a cell of ${members} members or more` : '');
const number = (value: number) => formatNumber(value, 'en');
const shareWords = (share: number, full: number) =>
  `(${formatPercent(share, 'en', FINEST)}), full marks from ${formatPercent(full, 'en')}`;
const list = (questions: readonly (keyof typeof questionNames)[]) =>
  questions.map((question) => questionNames[question]).join(', ');
const questionNames: Readonly<Record<Question | 'speakers' | 'targets', string>> = {
  committeeMet: 'a committee meeting',
  oriented: 'orientation from above',
  papersSent: 'papers sent at least a day before',
  stepsFollowed: 'all steps in order',
  previousReviewed: 'a review of the last resolution',
  selfCriticism: 'self-criticism and criticism',
  minutesKept: 'minutes',
  resolved: 'a conclusion or resolution',
  tasksGiven: 'tasks given',
  speakers: 'members who spoke',
  targets: 'targets of the last resolution',
};
