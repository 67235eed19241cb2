import type { ReasonWords } from '#shared/judging/reason.ts';
import { formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Condition, Question } from '#shared/norms/rubric.ts';
import { targetWords } from '#shared/norms/texts/target.ts';

/** In English. */
export const reasonsEn: ReasonWords = {
  longEnough: (minutes, least) => `Met for ${minutes} min, at least ${least} min required`,
  tooShort: (short, least) => `${short} min short of ${least} min`,
  present: (present, required, share, target) =>
    `${present}/${required} members present (${formatPercent(share, 'en')}), required ${targetWords(target, 'en')}`,
  unexcused: (count) => `${count} absent without a reason`,
  spoke: (speakers, present, share) => `${speakers}/${present} members present spoke (${formatPercent(share, 'en')})`,
  targets: (met, set, done, tasks) =>
    `${[set > 0 && `${met}/${set} targets met`, tasks > 0 && `${done}/${tasks} tasks done`].filter(Boolean).join(', ')} of the last resolution`,
  answers: (yes, no) =>
    [yes.length > 0 && `With ${list(yes)}`, no.length > 0 && `${yes.length > 0 ? 'without' : 'Without'} ${list(no)}`]
      .filter(Boolean)
      .join('; '),
  noBase: () => 'Nobody was required to attend: nothing to count on',
  nobodyCame: () => 'Nobody attended: nothing to count on',
  unknown: () => 'The report does not say',
  judged: () => 'Given by the cell’s committee or secretary',
  notJudged: () => 'Not judged yet',
  rescored: (own, reason) =>
    `Judged anew from above (the cell gave ${own === undefined ? 'none' : formatNumber(own, 'en')}), reason: ${reason}`,
  full: (condition) => `${conditions[condition]}, full marks`,
  left: (condition) => `${conditions[condition]}, not counted`,
  points: (points, max) => `: ${formatNumber(points, 'en')}/${formatNumber(max, 'en')} points`,
  raised: (from, max) => `, raised from a scale of ${from} to ${max}`,
};

const conditions: Readonly<Record<Condition, string>> = {
  committee: 'The cell has no committee',
  thematic: 'No thematic meeting this month',
  targets: 'The last resolution set no targets or tasks',
};

const list = (questions: readonly Question[]) => questions.map((question) => questionNames[question]).join(', ');
const questionNames: Readonly<Record<Question, string>> = {
  committeeMet: 'a committee meeting',
  oriented: 'orientation from above',
  papersSent: 'papers sent at least a day before',
  stepsFollowed: 'all steps in order',
  previousReviewed: 'a review of the last resolution',
  selfCriticism: 'self-criticism and criticism',
  minutesKept: 'minutes',
  resolved: 'a conclusion or resolution',
  tasksGiven: 'tasks given',
};
