import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#shared/period.ts';
import { receiptOf } from '#shared/reports/receipt.ts';
import type { Report } from '#shared/reports/report.ts';
import { revise, type Step, saysTheSame } from '#shared/reports/revise.ts';
import { aReport, reports } from '#test/shared/samples.ts';

const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const step = (changes: Partial<Step> = {}): Step => ({
  state: 'submitted',
  report: aReport(),
  by,
  at: '2021-02-04T02:00:00.000Z',
  ...changes,
});
const later = { at: '2021-03-20T02:00:00.000Z' };

describe('revise', () => {
  it('begins a report with revision 1, received now', () => {
    expect(revise(undefined, step())).toMatchObject({
      id: 'hiep-hoa.thanh-van.thanh-binh_2021-02-03_regular',
      revision: 1,
      state: 'submitted',
      firstReceivedAt: '2021-02-04T02:00:00.000Z',
    });
  });

  it('adds the next number, and keeps when the report was first received', () => {
    const first = revise(undefined, step());
    const second = revise(first, step({ ...later, state: 'returned', reason: 'Thiếu nghị quyết' }));
    expect(second).toMatchObject({
      revision: 2,
      state: 'returned',
      reason: 'Thiếu nghị quyết',
      at: later.at,
      firstReceivedAt: first.firstReceivedAt,
    });
  });

  it('notes how many tasks have an owner and a day, and keeps that where their words are gone', () => {
    const due = '2021-03-02' as Day;
    const full = { what: 'Họp thôn', who: 'Chi ủy', due };
    const tasks = [full, { what: 'Họp thôn', due }, { what: 'Họp thôn', who: 'Chi ủy' }, full];
    const first = revise(undefined, step({ report: aReport({ tasks }) }));
    expect(first.assignedTasks).toBe(2);
    const gone = aReport({ tasks: tasks.map(({ due: day }) => ({ what: '', ...(day && { due: day }) })) });
    expect(revise(first, step({ ...later, state: 'confirmed', report: gone })).assignedTasks).toBe(2);
    const { assignedTasks: _, ...old } = first;
    expect(revise(old, step({ ...later, state: 'confirmed', report: gone }))).not.toHaveProperty('assignedTasks');
    expect(revise(undefined, step()).assignedTasks).toBe(0);
  });

  it('gives the same content the same receipt number, whoever sends it and whenever', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const one = revise(undefined, step({ report }));
        const other = revise(one, step({ ...later, report, state: 'confirmed', by: { ...by, user: 'district' } }));
        expect(receiptOf(other)).toBe(receiptOf(one));
      }),
    );
  });
});

describe('saysTheSame', () => {
  const newest = (state: Step['state'], report: Report = aReport()) => revise(undefined, step({ state, report }));

  it.each([
    ['submitted', 'submitted', true],
    ['returned', 'returned', true],
    ['confirmed', 'confirmed', true],
    ['confirmed', 'submitted', true], // confirmed meanwhile: a retry is still the same
    ['returned', 'submitted', false], // sent again as it was: that is an answer
    ['submitted', 'returned', false],
    ['submitted', 'confirmed', false],
    ['confirmed', 'returned', false],
  ] as const)('%s, then %s again: %s', (stored, sent, same) => {
    expect(saysTheSame(newest(stored), step({ ...later, state: sent }))).toBe(same);
  });

  const colleague = { ...by, user: 'thanh-van-2' };
  const other = { ...later, by: colleague };
  it.each([
    ['a decision with its own words', 'returned', { ...later, reason: 'Thiếu biên bản' }, true],
    ['a decision with other words', 'returned', { ...later, reason: 'Thiếu nghị quyết' }, false],
    ['a decision without words', 'confirmed', later, false],
    ['another’s decision with the same words', 'returned', { ...other, reason: 'Thiếu biên bản' }, false],
    ['a report, its reason included', 'submitted', { ...other, reason: 'Thiếu biên bản' }, true],
    ['a report that needs no reason', 'submitted', other, true],
    ['a report for another reason', 'submitted', { ...later, reason: 'Thiếu nghị quyết' }, false],
  ] as const)('%s, sent again: %s', (_, state, again, same) => {
    const first = revise(undefined, step({ state, reason: 'Thiếu biên bản' }));
    expect(saysTheSame(first, step({ ...again, state }))).toBe(same);
  });

  it('not when a fact or a word differs', () => {
    expect(saysTheSame(newest('submitted'), step({ report: aReport({ present: 16, excused: 4 }) }))).toBe(false);
    expect(saysTheSame(newest('submitted'), step({ report: aReport({ focus: 'Đường thôn' }) }))).toBe(false);
    expect(saysTheSame(newest('submitted'), step({ report: aReport({ late: 0 }) }))).toBe(false);
  });
});
