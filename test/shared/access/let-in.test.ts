import { expect, it } from 'vitest';
import { type AuditEvent, OPERATOR } from '#shared/access/audit.ts';
import { type LetInStep, letInDays, letInRecord, mayBeOnePerson, waitingLetIn } from '#shared/access/let-in.ts';

const asked: LetInStep = { step: 'asked', user: 'son-dong.district', reason: 'left', name: 'Nguyễn Văn An' };
const entry = (step: LetInStep, from: string = OPERATOR): AuditEvent => ({
  kind: 'account',
  at: '2026-11-27T03:00:00.000Z',
  of: letInRecord(step),
  from,
});

it('a request waits until it is approved, and only the operator’s counts', () => {
  const approved = { ...asked, step: 'approved', name: 'Trần Thị Bình' } as const;
  expect(waitingLetIn(asked.user, [entry(asked)])).toEqual(asked);
  expect(waitingLetIn(asked.user, [entry(asked), entry(approved)])).toBeUndefined();
  expect(waitingLetIn(asked.user, [entry(asked), entry(approved), entry(asked)])).toEqual(asked);
  expect(waitingLetIn('son-dong', [entry(asked)])).toBeUndefined();
  expect(waitingLetIn(asked.user, [entry(asked, '203.0.113.*')])).toBeUndefined();
  expect(waitingLetIn(asked.user, [{ ...entry(asked), kind: 'changed' }])).toBeUndefined();
});

it('it may stand three days back, across the end of a month by Vietnam’s days', () => {
  expect(letInDays('2026-11-30T18:00:00.000Z')).toEqual(['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01']);
});

it.each([
  ['Nguyễn Văn An', 'nguyen  van an', true],
  ['Đỗ Thị Lan', 'Do Thi Lan', true],
  ['Nguyễn Văn An', 'Nguyễn Văn Ân Hai', false],
])('%s and %s may be one person: %s', (one, other, isOne) => {
  expect(mayBeOnePerson(one, other)).toBe(isOne);
});
