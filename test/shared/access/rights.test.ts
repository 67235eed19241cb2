import { describe, expect, it } from 'vitest';
import { type Account, accountRecord, rightsOf, sameRights } from '#shared/access/accounts.ts';
import { CHANGE_SECONDS, counts, NEVER_CHANGED, type Rights } from '#shared/access/rights.ts';

const now = '2026-11-24T01:00:00.000Z';
const [before, after] = ['2026-11-24T00:59:00.000Z', '2026-11-24T01:01:00.000Z'];
const change = (closes: boolean, until: string) => ({ id: 'x', until, closes });

describe('what began under a version of the rights', () => {
  it.each<[string, Rights | undefined, string, boolean]>([
    ['counts while no change is known', undefined, NEVER_CHANGED, true],
    ['counts while no change is known, whatever the version', undefined, 'old', true],
    ['counts under the same version', { version: 'a' }, 'a', true],
    ['counts no more under another', { version: 'b' }, 'a', false],
    ['counts no more after the first change', { version: 'a' }, NEVER_CHANGED, false],
    ['counts no more while a change closes the account', { version: 'a', change: change(true, after) }, 'a', false],
    ['counts while a try is under way', { version: 'a', change: change(false, after) }, 'a', true],
    ['counts while a first try is under way', { change: change(false, after) }, NEVER_CHANGED, true],
    ['counts no more where a try died', { version: 'a', change: change(false, before) }, 'a', false],
    ['counts no more where a first try died', { change: change(false, now) }, NEVER_CHANGED, false],
  ])('%s', (_, rights, version, expected) => {
    expect(counts(rights, version, now)).toBe(expected);
  });

  it('has a change that is given up only after longer than any function runs, with what clocks may differ', () => {
    expect(CHANGE_SECONDS).toBeGreaterThanOrEqual(2 * 29);
  });
});

const account: Account = { user: 'a', role: 'group', unit: 'hiep-hoa', group: 3, enabled: true, mustChoose: false };

describe('what an account may do', () => {
  it.each<[string, Account | undefined]>([
    ['there is none', undefined],
    ['it is disabled', { ...account, enabled: false }],
    ['it waits for a password', { ...account, mustChoose: true }],
    ['its unit is none', { ...account, unit: '' }],
    ['its number is none', { ...account, group: Number.NaN }],
  ])('is nothing where %s', (_, of) => {
    expect(rightsOf(of)).toBeUndefined();
  });

  it('is its role in its unit, with the number of a working group alone', () => {
    expect(rightsOf(account)).toEqual({ user: 'a', role: 'group', unit: 'hiep-hoa', group: 3 });
    expect(rightsOf({ ...account, role: 'district' })).toEqual({ user: 'a', role: 'district', unit: 'hiep-hoa' });
    expect(sameRights(account, { role: 'group', unit: 'hiep-hoa', group: 3 })).toBe(true);
    expect(sameRights(account, { role: 'group', unit: 'hiep-hoa', group: 4 })).toBe(false);
  });

  it('is on record when it changes, and no address', () => {
    const { user, role, unit, group } = account;
    expect(accountRecord({ kind: 'move', account: { user, role, unit, group: group ?? 0 } })).toBe(
      'move a group hiep-hoa 3',
    );
    expect(accountRecord({ kind: 'email', user, email: 'a@example.vn' })).toBe('email a');
  });
});
