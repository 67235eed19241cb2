import { describe, expect, it } from 'vitest';
import { submissionOf } from '#shared/reports/submission.ts';

const steps = (...states: ('submitted' | 'returned' | 'confirmed')[]) =>
  states.map((state, at) => ({ state, revision: at + 1 }));

describe('the revision by which a report’s content came', () => {
  it.each([
    [steps('submitted'), 1],
    [steps('submitted', 'confirmed'), 1],
    [steps('submitted', 'returned'), 1],
    [steps('submitted', 'confirmed', 'confirmed'), 1],
    [steps('submitted', 'returned', 'submitted'), 3],
    [steps('submitted', 'returned', 'submitted', 'confirmed', 'returned'), 3],
    // Of one whose first revisions cannot be read.
    [steps('confirmed', 'confirmed'), 1],
  ])('%j: revision %i', (history, revision) => {
    expect(submissionOf(history).revision).toBe(revision);
  });

  it('is of one revision at least', () => {
    expect(() => submissionOf([])).toThrow(RangeError);
  });
});
