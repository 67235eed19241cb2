import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditEvent, OPERATOR } from '#shared/access/audit.ts';
import { areTwoPersons, type Handling, handledDays, handlingIn } from '#shared/access/same-hand.ts';

const event = (of: string, more: Partial<AuditEvent> = {}): AuditEvent => ({
  kind: 'account',
  at: '2026-11-24T02:00:00.000Z',
  of,
  by: { user: 'a', role: 'district', unit: 'hiep-hoa' },
  from: '203.0.113.*',
  ...more,
});

describe('an entry of the audit', () => {
  it.each(['add b commune hiep-hoa.x', 'move b district hiep-hoa', 'email b', 'reset b', 'hand-over b'])(
    'handles: %s',
    (of) => {
      expect(handlingIn(event(of))).toEqual({ of: 'b', by: 'a' });
    },
  );

  it.each([
    ['it gives nobody a way in', event('disable b')],
    ['it gives back what was there', event('enable b')],
    ['it is a setting', event('second-factor yes')],
    ['it is the operator, who enters everybody', event('add b', { from: OPERATOR })],
    ['it is of another kind', event('reset b', { kind: 'viewed' })],
  ])('handles nothing where %s', (_, entry) => {
    expect(handlingIn(entry)).toBeUndefined();
  });
});

describe('two accounts are two persons', () => {
  const made = (by: string, ...accounts: string[]): Handling[] => accounts.map((of) => ({ of, by }));

  it.each([
    ['nobody handled either', 'a', 'b', [], true],
    ['others were handled', 'a', 'b', made('a', 'c'), true],
    ['the asker made the approver', 'a', 'b', made('a', 'b'), false],
    ['the approver made the asker', 'b', 'a', made('a', 'b'), false],
    ['one third made both', 'b', 'c', made('a', 'b', 'c'), false],
    ['the asker made who made the approver', 'a', 'c', [...made('a', 'b'), ...made('b', 'c')], false],
    ['two thirds made one each', 'c', 'd', [...made('a', 'c'), ...made('b', 'd')], true],
    ['they are one account', 'a', 'a', [], false],
  ] as const)('%s', (_, one, other, handlings, says) => {
    expect(areTwoPersons(one, other, handlings)).toBe(says);
  });

  const accounts = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const handlings = fc.array(fc.record({ of: accounts, by: accounts }), { maxLength: 8 });

  it('whoever of them asks, and never again once one person could have been both', () => {
    fc.assert(
      fc.property(accounts, accounts, handlings, handlings, (one, other, some, more) => {
        const says = areTwoPersons(one, other, some);
        expect(areTwoPersons(other, one, some)).toBe(says);
        if (!says) expect(areTwoPersons(one, other, [...some, ...more])).toBe(false);
      }),
    );
  });
});

it('a handling counts from 30 days before something was asked until it is approved', () => {
  const days = handledDays('2026-11-24T02:00:00.000Z', '2026-11-25T20:00:00.000Z');
  expect(days[0]).toBe('2026-10-25');
  expect(days.at(-1)).toBe('2026-11-26'); // by the calendar of Vietnam
  expect(days).toHaveLength(33);
});
