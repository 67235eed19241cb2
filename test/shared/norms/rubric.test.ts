import { describe, expect, it } from 'vitest';
import { answerTo } from '#shared/judging/criteria.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { bandOf, criteriaOf, isAskedOf } from '#shared/norms/rubric.ts';
import { facts, month } from '#test/shared/samples.ts';

const bands = [
  { from: 50, to: 100, ends: '[]', points: 5 },
  { from: 0, to: 50, ends: '[)', points: 2 },
] as const;

describe('a share', () => {
  it('is in the band whose closed end it stands on', () => {
    expect(bandOf(bands, 1, 2).points).toBe(5);
    expect(bandOf(bands, 499, 1000).points).toBe(2);
    expect(bandOf(bands, 0, 7).points).toBe(2);
    expect(bandOf(bands, 7, 7).points).toBe(5);
    expect(bandOf(bands.toReversed(), 1, 2).points).toBe(5);
  });

  it('above the whole is in none', () => {
    expect(() => bandOf(bands, 8, 7)).toThrow('8/7 is in no band');
  });
});

describe('the points that a form asks for', () => {
  const asked = (kind: string | undefined) =>
    criteriaOf(requireRegime(month('2026-02'))).flatMap((line) => (isAskedOf(kind, line) ? [line.id] : []));
  const judged = criteriaOf(requireRegime(month('2026-02'))).flatMap(({ id, how }) => (how === 'judged' ? [id] : []));

  it('are all that are judged while the kind is open, and none that follow from figures', () => {
    expect(asked(undefined)).toEqual(judged);
    expect(asked('')).toEqual(judged);
    expect(judged).toContain('regularContent');
    expect(judged).not.toContain('attendance');
  });

  it('are those of a thematic meeting on its own report alone', () => {
    for (const kind of ['regular', 'extraordinary']) {
      expect(asked(kind)).toEqual(judged.filter((id) => id !== 'thematicContent'));
    }
    expect(asked('thematic')).toEqual(judged.filter((id) => id !== 'regularContent'));
  });
});

describe('an answer', () => {
  it.each([
    ['resolved', { resolution: 'none' }, 'no'],
    ['resolved', { resolution: 'conclusion' }, 'yes'],
    ['tasksGiven', { tasks: [] }, 'no'],
    ['tasksGiven', { tasks: [{ what: 'Họp thôn' }] }, 'yes'],
    ['committeeMet', { committeeMet: 'yes' }, 'yes'],
    ['committeeMet', { committeeMet: 'no' }, 'no'],
    ['committeeMet', { committeeMet: 'na' }, undefined],
    ['papersSent', { papersSent: 'no' }, 'no'],
  ] as const)('%s of %j is %s', (question, changes, answer) => {
    expect(answerTo(question, facts(changes))).toBe(answer);
  });

  it('that was left blank is none', () => {
    const { selfCriticism: _, ...blank } = facts();
    expect(answerTo('selfCriticism', blank)).toBeUndefined();
  });
});
