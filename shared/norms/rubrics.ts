import type { Band, Criterion, CriterionGroup } from '#shared/norms/rubric.ts';

/** Bands from their lower ends, highest first; the highest ends at 100 percent and includes it. */
function bands(...floors: readonly (readonly [from: number, points: number])[]): readonly Band[] {
  return floors.map(([from, points], at) => {
    const above = floors[at - 1];
    return above ? { from, to: above[0], ends: '[)', points } : { from, to: 100, ends: '[]', points };
  });
}

const judged = (id: string, max: number): Criterion => ({ id, max, how: 'judged', step: 0.5 });

/**
 * The national frame's seven groups (42-HD/BTCTW, 28/10/2025) with the parts of a ward's own form below them (phường An
 * Phú, plan 08-KH/ĐU, 19/9/2025). The form splits the fourth group in two.
 *
 * The form has gaps, which we close. Exactly 15 minutes short is in two bands: it gets the better one. 46 to 59 of 90
 * minutes are in no band: they count as "half". Exactly half of those present speaking is in no band: it counts as more
 * than half. A month without a thematic meeting cannot reach 100 points: those 5 go to the regular content.
 * They do too where the thematic meeting was given a lower share, or none: a cell that held one must not be worse off.
 */
export const nationalFrame: readonly CriterionGroup[] = [
  {
    id: 'time',
    criteria: [
      {
        id: 'duration',
        max: 5,
        how: 'computed',
        rule: {
          by: 'minutes',
          missing: [
            { minutes: 0, points: 5 },
            { minutes: 15, points: 4 },
            { minutes: 30, points: 3 },
            { percent: 50, points: 2 },
          ],
          beyond: 1,
        },
      },
    ],
  },
  {
    id: 'presence',
    criteria: [
      {
        id: 'attendance',
        max: 4,
        how: 'computed',
        rule: { by: 'attendance', bands: bands([90, 4], [75, 3], [65, 2], [0, 1]), unexcused: 1 },
      },
      // Nobody was excused more than three times in a row in the year. Reports have no names, so the cell states it.
      { id: 'noLongAbsence', max: 1, how: 'judged', step: 1 },
    ],
  },
  {
    id: 'preparation',
    criteria: [
      judged('content', 3),
      { id: 'oriented', max: 2, how: 'computed', rule: { by: 'answers', points: { oriented: 2 } } },
      {
        id: 'committeeMet',
        max: 2,
        how: 'computed',
        rule: { by: 'answers', points: { committeeMet: 2 } },
        applies: { when: 'committee', otherwise: 'full' },
      },
      judged('notified', 1),
      { id: 'papersSent', max: 2, how: 'computed', rule: { by: 'answers', points: { papersSent: 2 } } },
    ],
  },
  {
    id: 'conduct',
    criteria: [
      {
        id: 'steps',
        max: 5,
        how: 'computed',
        rule: { by: 'answers', points: { stepsFollowed: 3, previousReviewed: 2 } },
      },
      { ...judged('regularContent', 10), applies: { when: 'regular', otherwise: 'excluded' } },
      {
        ...judged('thematicContent', 5),
        applies: { when: 'thematic', otherwise: { raises: 'regularContent' } },
      },
      judged('praise', 2),
      {
        id: 'speakers',
        max: 5,
        how: 'computed',
        rule: { by: 'speakers', bands: bands([50, 5], [40, 4], [30, 3], [0, 2]) },
      },
      judged('minuteBook', 1),
      judged('ideology', 1),
      judged('handbook', 1),
    ],
  },
  {
    id: 'chairing',
    criteria: [judged('flexible', 2), judged('guiding', 4), judged('democratic', 3), judged('concluding', 1)],
  },
  {
    id: 'principles',
    criteria: [
      judged('centralism', 1),
      { id: 'selfCriticism', max: 2, how: 'computed', rule: { by: 'answers', points: { selfCriticism: 2 } } },
      judged('militancy', 1),
      judged('worries', 1),
    ],
  },
  {
    id: 'results',
    criteria: [
      {
        id: 'results',
        max: 30,
        how: 'computed',
        rule: { by: 'targets', bands: bands([90, 30], [80, 27], [70, 24], [60, 20], [50, 15], [0, 10]) },
        applies: { when: 'targets', otherwise: 'excluded' },
      },
    ],
  },
  {
    id: 'ending',
    criteria: [
      { id: 'conclusion', max: 2, how: 'computed', rule: { by: 'answers', points: { resolved: 2 } } },
      { id: 'minutes', max: 2, how: 'computed', rule: { by: 'answers', points: { minutesKept: 1, tasksGiven: 1 } } },
      judged('published', 1),
    ],
  },
];

/**
 * An example frame for the earlier years: the four groups and weights of Đảng ủy Khối Các cơ quan tỉnh Phú Thọ
 * (15/20/45/20); the parts are ours. Hiệp Hòa's own sheet is not public; this is not that sheet.
 */
export const exampleFrame: readonly CriterionGroup[] = [
  {
    id: 'preparation',
    criteria: [
      {
        id: 'committeeMet',
        max: 6,
        how: 'computed',
        rule: { by: 'answers', points: { committeeMet: 6 } },
        applies: { when: 'committee', otherwise: 'full' },
      },
      { id: 'oriented', max: 3, how: 'computed', rule: { by: 'answers', points: { oriented: 3 } } },
      { id: 'papersSent', max: 6, how: 'computed', rule: { by: 'answers', points: { papersSent: 6 } } },
    ],
  },
  {
    id: 'presence',
    criteria: [
      {
        id: 'attendance',
        max: 20,
        how: 'computed',
        rule: { by: 'attendance', bands: bands([85, 20], [75, 12], [65, 8], [0, 4]), unexcused: 4 },
      },
    ],
  },
  {
    id: 'conduct',
    criteria: [
      {
        id: 'duration',
        max: 5,
        how: 'computed',
        rule: {
          by: 'minutes',
          missing: [
            { minutes: 0, points: 5 },
            { minutes: 15, points: 4 },
            { minutes: 30, points: 3 },
            { percent: 50, points: 2 },
          ],
          beyond: 1,
        },
      },
      {
        id: 'steps',
        max: 10,
        how: 'computed',
        rule: { by: 'answers', points: { stepsFollowed: 6, previousReviewed: 4 } },
      },
      {
        id: 'speakers',
        max: 10,
        how: 'computed',
        rule: { by: 'speakers', bands: bands([50, 10], [40, 8], [30, 6], [0, 4]) },
      },
      judged('discussion', 20),
    ],
  },
  {
    id: 'ending',
    criteria: [
      { id: 'conclusion', max: 12, how: 'computed', rule: { by: 'answers', points: { resolved: 12 } } },
      { id: 'minutes', max: 8, how: 'computed', rule: { by: 'answers', points: { minutesKept: 8 } } },
    ],
  },
];

/** The criteria on which "Tốt" also needs full marks (Đảng ủy khối Bình Thuận): presence, time, speaking, minutes. */
export const fullMarksForGood: readonly string[] = ['attendance', 'duration', 'speakers', 'minutes'];
