import { describe, expect, it } from 'vitest';
import { messageOf } from '#shared/input/texts/errors.ts';
import { askUnexcused, withAsked } from '#shared/reports/ask-unexcused.ts';

const required = [{ field: 'unexcused', code: 'required' }] as const;
const typed = { fullMembers: '42', exempt: '3', away: '1', present: '36', excused: '1', unexcused: '' };

describe('the members absent without a reason, left blank', () => {
  it('are worked out from the others and asked back, never counted by themselves', () => {
    const errors = askUnexcused(typed, required);
    expect(errors).toEqual([
      {
        field: 'unexcused',
        code: 'unexcused-follows',
        params: { required: 38, present: 36, excused: 1, unexcused: 1 },
      },
    ]);
    expect(errors.map((error) => messageOf(error, 'vi'))).toEqual([
      '38 phải dự − 36 có mặt − 1 có lý do = 1. Đúng thì mời gửi lại, chưa đúng thì sửa.',
    ]);
    expect(withAsked(typed, errors)).toEqual({ ...typed, unexcused: '1' });
  });

  it.each([
    ['the members are not known', { fullMembers: '' }],
    ['a deduction cannot be read', { exempt: 'ba' }],
    ['nobody says who was present', { present: '' }],
    ['nobody says who was excused', { excused: '' }],
    ['more were present than required', { present: '40' }],
  ])('stay a blank that must be filled where %s', (_, changes) => {
    expect(askUnexcused({ ...typed, ...changes }, required)).toEqual(required);
    expect(withAsked(typed, required)).toEqual(typed);
  });

  it('leave every other mistake as it is', () => {
    const others = [{ field: 'resolution', code: 'required' }] as const;
    expect(askUnexcused(typed, others)).toEqual(others);
  });
});
