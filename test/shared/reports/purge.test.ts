import { describe, expect, it } from 'vitest';
import { mayApprove, type PurgeStep, purgesOf } from '#shared/reports/purge.ts';
import type { ReportId } from '#shared/reports/report.ts';

const id = 'a.b.c_2026-11-03_regular' as ReportId;
const at = '2026-11-24T02:00:00.000Z';
const step = (name: PurgeStep['step'], upTo: number, user?: string): PurgeStep => ({
  id,
  upTo,
  step: name,
  at,
  ...(user && { by: { user, role: 'district', unit: 'a' } }),
});

describe('taking words out', () => {
  it('is asked, approved by another, and done', () => {
    const steps = [step('asked', 2, 'one'), step('approved', 2, 'two'), step('purged', 2)];
    expect(purgesOf(steps)).toEqual([{ upTo: 2, asked: steps[0], approved: steps[1], purged: steps[2] }]);
  });

  it.each([
    ['approved by who asked', [step('asked', 1, 'one'), step('approved', 1, 'one')]],
    ['approved by nobody known', [step('asked', 1, 'one'), step('approved', 1)]],
    ['approved for another revision', [step('asked', 1, 'one'), step('approved', 2, 'two')]],
  ])('is not approved where it was %s', (_, steps) => {
    expect(purgesOf(steps)[0]?.approved).toBeUndefined();
  });

  it('is not done without having been approved, nor approved without having been asked', () => {
    expect(purgesOf([step('asked', 1, 'one'), step('purged', 1)])[0]?.purged).toBeUndefined();
    expect(purgesOf([step('approved', 1, 'two'), step('purged', 1)])).toEqual([]);
  });

  it('shows the newest revision first', () => {
    expect(purgesOf([step('asked', 1, 'one'), step('asked', 3, 'one')]).map(({ upTo }) => upTo)).toEqual([3, 1]);
    expect(mayApprove(step('asked', 1, 'one'), 'one')).toBe(false);
    expect(mayApprove(step('asked', 1, 'one'), undefined)).toBe(false);
  });
});
