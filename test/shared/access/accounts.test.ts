import { describe, expect, it } from 'vitest';
import { readChange } from '#shared/access/accounts.ts';

const unit = 'hiep-hoa';
const read = (user: string) => readChange({ change: 'add', user, role: 'district', unit }, new Set([unit]));

describe('the name of an account', () => {
  it.each(['tan-yen.thanh-van', 'tổ.1', '2', 'a..b'])('%s is one', (user) => {
    expect(read(user)).toMatchObject({ kind: 'add', account: { user, role: 'district', unit } });
  });

  it.each(['..', '.', '-', '__proto__', '.a', '', 'a b', 'a/b', 'a'.repeat(65)])(
    '%s has no page that opens',
    (user) => {
      expect(read(user)).toEqual(['bad-name']);
    },
  );
});
