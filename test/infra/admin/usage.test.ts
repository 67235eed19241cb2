import { describe, expect, it } from 'vitest';
import { throwIfIgnored, usageOf } from '#infra/admin/usage.ts';

describe('an option that a command does not take', () => {
  it.each([
    ['import shapes', ['shapes', 'map.json'], ['district', 'preview']],
    ['import baseline', ['baseline', 'before.csv'], ['district', 'preview']],
    ['import units', ['units', 'units.csv'], ['sheet']],
    ['restore', ['all.tar'], ['district']],
    ['restore', ['all.tar'], ['preview']],
    ['unit', [], ['unit', 'name', 'preview']],
    ['migrate', [], ['district']],
    ['accounts', [], ['unit']],
  ])('%s %j %j is refused, before anything is done', (command, words, given) => {
    expect(() => throwIfIgnored(command, words, given)).toThrow(/takes no --.*nothing was done/);
  });

  it.each(['migrate', 'doctor', 'accounts', 'rollup', 'verify', 'purge', 'renew'])(
    'so is a word after %s',
    (command) => {
      expect(() => throwIfIgnored(command, ['hiep-hoa'], [])).toThrow(`${command} takes no hiep-hoa`);
    },
  );

  it.each([
    ['rollup', [], ['district', 'month', 'official']],
    ['verify', [], ['all', 'district']],
    ['run', ['night'], []],
    ['purge', [], ['report', 'approve-as']],
    ['judge', ['case.json'], ['regime', 'attendance', 'meeting-day', 'year']],
    ['regime', [], ['district', 'from', 'minutes', 'deadlines']],
    ['import users', ['users', 'users.csv'], ['preview', 'sheet']],
    ['start-district', ['units.csv'], ['district', 'sheet']],
    ['reorganise', ['plan.csv'], ['month', 'preview', 'reason']],
    ['let-in', [], ['user', 'approve-as', 'sheet']],
  ])('%s %j takes %j', (command, words, given) => {
    expect(() => throwIfIgnored(command, words, given)).not.toThrow();
  });

  it('is answered with the lines of that command alone', () => {
    expect(usageOf('renew').split('\n')).toHaveLength(1);
    expect(usageOf('no-such').split('\n').length).toBeGreaterThan(50);
  });
});
