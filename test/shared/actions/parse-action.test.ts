import { describe, expect, it } from 'vitest';
import { parseActionStep, parseDismissal, parsePlan } from '#shared/actions/parse-action.ts';
import { messageOf } from '#shared/input/texts/errors.ts';
import type { Day, Month } from '#shared/period.ts';

const today = '2026-11-27' as Day;
const full = { what: 'Gửi tài liệu trước', who: 'Bí thư Đảng ủy', due: '31/12/2026', cause: 'preparation' };
const errorsOf = (parsed: { readonly ok: boolean }) =>
  (parsed as { readonly errors?: readonly { field: string; code: string }[] }).errors?.map(
    ({ field, code }) => `${field} ${code}`,
  );

describe('the plan of an action', () => {
  const read = (typed: Readonly<Record<string, string>>) => parsePlan(typed, { today, groups: [1, 9] });

  it('is read as people write it', () => {
    expect(read({ ...full, why: 'Không ai kiểm tra\nKhông có lịch', group: '9' })).toEqual({
      ok: true,
      plan: { ...full, due: '2026-12-31', why: 'Không ai kiểm tra\nKhông có lịch', group: 9 },
    });
    expect(read(full)).toMatchObject({ ok: true });
    expect(read({ ...full, due: '27/11/2026' })).toMatchObject({ ok: true, plan: { due: today } });
  });

  it.each([
    [{ what: '' }, ['what required']],
    [{ what: 'x'.repeat(301) }, ['what too-long']],
    [{ who: ' ' }, ['who required']],
    [{ due: '40/13' }, ['due not-a-day']],
    [{ due: 'cuối tháng' }, ['due understood']],
    [{ due: '26/11/2026' }, ['due not-a-promise']],
    [{ due: '31/12/2020' }, ['due not-a-promise']],
    [{ due: '31/12/2099' }, ['due not-a-promise']],
    [{ cause: 'nobody' }, ['cause not-a-choice']],
    [{ group: '2' }, ['group not-a-choice']],
    [{ price: '1' }, ['price unknown-field']],
  ])('%j is refused', (changes, errors) => {
    expect(errorsOf(read({ ...full, ...changes }))).toEqual(errors);
  });
});

describe('a step', () => {
  const context = { today, opened: '2026-10' as Month, stillMissed: false };

  it('of progress says a month since it was opened, what was done, and how many of how many', () => {
    const typed = { month: '10/2026', said: 'Đã họp với các chi bộ', counted: '7', countedOf: '12' };
    expect(parseActionStep('progress', typed, context)).toEqual({
      ok: true,
      step: { kind: 'progress', month: '2026-10', words: 'Đã họp với các chi bộ', counted: { done: 7, of: 12 } },
    });
    for (const [changes, errors] of [
      [{ month: '09/2026' }, ['month month-out-of-range']],
      [{ month: '12/2026' }, ['month month-out-of-range']],
      [{ month: '13/2026' }, ['month not-a-month']],
      [{ said: '' }, ['said required']],
      [{ counted: '13' }, ['counted too-large']],
      [{ counted: '' }, ['counted required']],
      [{ countedOf: '' }, ['countedOf required']],
    ] as const) {
      expect(errorsOf(parseActionStep('progress', { ...typed, ...changes }, context)), JSON.stringify(changes)).toEqual(
        errors,
      );
    }
    expect(parseActionStep('progress', { month: '11/2026', said: 'Đã xong' }, context)).toMatchObject({ ok: true });
  });

  it('of progress that is of a month outside says which months are taken', () => {
    const parsed = parseActionStep('progress', { month: '09/2026', said: 'Đã họp' }, context);
    const [error] = parsed.ok ? [] : parsed.errors;
    expect(error && messageOf(error, 'vi')).toBe('Chỉ nhận tháng từ 10/2026 đến 11/2026.');
  });

  it('of closing must say why, while the figure is missed, and only then', () => {
    const missed = { ...context, stillMissed: true };
    expect(errorsOf(parseActionStep('close', { result: 'Xong' }, missed))).toEqual(['despite required']);
    expect(parseActionStep('close', { result: 'Xong', despite: 'Đã sáp nhập' }, missed)).toEqual({
      ok: true,
      step: { kind: 'close', words: 'Xong', despite: 'Đã sáp nhập' },
    });
    expect(parseActionStep('close', { result: 'Xong', despite: 'Không cần' }, context)).toEqual({
      ok: true,
      step: { kind: 'close', words: 'Xong' },
    });
  });

  it('of another day gives its reason; so does dismissing', () => {
    expect(parseActionStep('postpone', { due: '15/1/2027', reason: 'Mưa bão' }, context)).toEqual({
      ok: true,
      step: { kind: 'postpone', due: '2027-01-15', words: 'Mưa bão' },
    });
    expect(errorsOf(parseActionStep('postpone', { due: '15/1/2027' }, context))).toEqual(['reason required']);
    for (const due of ['26/11/2026', '30/11/2027']) {
      expect(errorsOf(parseActionStep('postpone', { due, reason: 'x' }, context))).toEqual(['due not-a-promise']);
    }
    expect(parseDismissal({ reason: 'Đã có kế hoạch' })).toEqual({ ok: true, words: 'Đã có kế hoạch' });
    expect(errorsOf(parseDismissal({ reason: '' }))).toEqual(['reason required']);
  });
});
