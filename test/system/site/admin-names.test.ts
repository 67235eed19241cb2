import { expect, it } from 'vitest';
import { lastMonth, thisMonth } from '#test/system/meeting.ts';
import { admin } from '#test/system/visitor.ts';

const nowhere = ['--district', 'khong-co'];

/** What was written wrong must not look done: one line, and a code that a script sees. */
it.each([
  ['rollup', ...nowhere, '--month', lastMonth],
  ['verify', '--audit', ...nowhere],
  ['verify', '--all', ...nowhere],
  ['verify', '--scorecard', `khong-co/${lastMonth}`],
  ['export', ...nowhere, '--to', 'nowhere.tar'],
  ['regime', ...nowhere, '--from', thisMonth],
  ['reorganise', ...nowhere],
  ['reorganise', ...nowhere, '--undo', '--reason', 'Nhầm'],
  ['reopen', ...nowhere, '--month', lastMonth, '--reason', 'Sót'],
  ['import', 'baseline', 'none.csv', ...nowhere],
  ['import', 'shapes', 'none.json', ...nowhere],
  ['unit', '--unit', 'khong-co.xa', '--name', 'X'],
  ['renew', '--unit', 'khong-co.xa', '--sheet', 'none.html'],
  ['renew', '--user', 'khong-co', '--sheet', 'none.html'],
  ['let-in', '--user', 'khong-co', '--ask-as', 'A', '--reason', 'forgotten'],
  ['purge', '--report', 'khong-co.xa.a_2026-11-03_regular'],
  ['purge', '--words', 'khong-co_2026-11_briefing', '--asked-by', 'a,b'],
  ['province', '--unit', 'moi', '--name', 'M', ...nowhere, '--month', lastMonth],
  ['doctor', '--stage', 'khongco'],
])('admin %s %s %s %s %s names what is not there, and fails', async (...words) => {
  const failed = (await admin(...words).catch((error: unknown) => error)) as { code: number; stderr: string };
  expect(failed.code, failed.stderr).toBe(1);
  expect(failed.stderr).toMatch(/khong-?co/);
  expect(failed.stderr.trim().split('\n').length, failed.stderr).toBeLessThanOrEqual(2);
});

it('a month that has not begun is not counted', async () => {
  await expect(admin('rollup', '--district', 'hiep-hoa', '--month', '2031-01')).rejects.toThrow(
    '2031-01 has not begun',
  );
});
