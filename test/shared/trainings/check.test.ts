import { expect, it } from 'vitest';
import { checkQuestions, parseCheck } from '#shared/trainings/check.ts';

const rightOnes = Object.fromEntries(
  Object.entries(checkQuestions).map(([code, { right }]) => [`check.${code}`, right]),
);

it('has for every question an answer that is right, others that are not, and a reason, in both languages', () => {
  for (const { asks, answers, right, why } of Object.values(checkQuestions)) {
    expect(Object.keys(answers)).toContain(right);
    expect(Object.keys(answers).length).toBeGreaterThan(2);
    for (const text of [asks, why, ...Object.values(answers)]) {
      expect(text.vi.length).toBeGreaterThan(5);
      expect(text.en.length).toBeGreaterThan(5);
    }
  }
});

it('does not have the right answer always at the same place', () => {
  expect(new Set(Object.values(checkQuestions).map(({ right }) => right)).size).toBeGreaterThan(2);
});

it('counts what was right', () => {
  expect(parseCheck({ post: 'secretary', ...rightOnes })).toMatchObject({ ok: true, right: 5, of: 5 });
  expect(parseCheck({ post: 'deputy', ...rightOnes, 'check.focus': 'c' })).toMatchObject({ right: 4, post: 'deputy' });
});

it('asks for every answer and a post, and takes nothing else', () => {
  const read = parseCheck({ ...rightOnes, 'check.focus': '', 'check.review': 'z', name: 'A' });
  expect(read.ok ? [] : read.errors.map(({ field, code }) => [field, code])).toEqual([
    ['post', 'required'],
    ['check.focus', 'required'],
    ['check.review', 'not-a-choice'],
    ['name', 'unknown-field'],
  ]);
});
