import { describe, expect, it } from 'vitest';
import { isShown, LONGEST_NOTICE, noticeWords, readNotice } from '#shared/notices/notice.ts';
import { parseMoment } from '#shared/period.ts';

const now = '2026-11-28T03:00:00.000Z'; // 10:00 in Vietnam
const typed = { text: ' Hệ thống  tạm ngừng. ', until: '2026-11-28 23:00' };

describe('a notice', () => {
  it('begins at once unless it says when, and ends by the clock in Vietnam', () => {
    expect(readNotice(typed, now)).toEqual({
      vi: 'Hệ thống tạm ngừng.',
      from: now,
      until: '2026-11-28T16:00:00.000Z',
      at: now,
    });
    expect(readNotice({ ...typed, from: '2026-11-28 22:00' }, now)).toMatchObject({ from: '2026-11-28T15:00:00.000Z' });
  });

  it.each([
    [{ ...typed, text: ' ' }, /has words/],
    [{ ...typed, english: ' ' }, /has words/],
    [{ ...typed, text: 'a\uFFFD' }, /UTF-8/],
    [{ ...typed, text: 'a'.repeat(LONGEST_NOTICE + 1) }, /at most 280/],
    [{ ...typed, until: '23:00' }, /YYYY-MM-DD HH:MM/],
    [{ ...typed, until: '2026-02-30 23:00' }, /YYYY-MM-DD HH:MM/],
    [{ ...typed, from: 'now' }, /YYYY-MM-DD HH:MM/],
    [{ ...typed, until: '2026-11-28 09:59' }, /never be shown/], // over already
    [{ ...typed, from: '2026-11-28 23:00' }, /never be shown/],
    [{ ...typed, until: '2026-12-29 10:01' }, /more than 31 days/],
  ])('%j is refused', (given, why) => {
    expect(readNotice(given, now)).toMatch(why);
  });

  it('is shown from its first moment on, and no more at its last', () => {
    const span = { from: '2026-11-28T03:00:00.000Z', until: '2026-11-28T04:00:00.000Z' };
    const at = (time: string) => isShown(span, `2026-11-28T${time}Z`);
    expect([at('02:59:59.999'), at('03:00:00.000'), at('03:59:59.999'), at('04:00:00.000')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is told in the language of its reader, where it has words in that', () => {
    const notice = { vi: 'Nghỉ', from: now, until: now, at: now };
    expect(noticeWords(notice, 'en')).toEqual({ words: 'Nghỉ', lang: 'vi' });
    expect(noticeWords({ ...notice, en: 'Down' }, 'en')).toEqual({ words: 'Down', lang: 'en' });
    expect(noticeWords({ ...notice, en: 'Down' }, 'vi')).toEqual({ words: 'Nghỉ', lang: 'vi' });
  });
});

it.each(['2026-11-28', '2026-11-28 24:00', '28/11/2026 10:00', '2026-11-28 10:00:00', ''])(
  '%j is no moment',
  (text) => {
    expect(parseMoment(text)).toBeUndefined();
  },
);
