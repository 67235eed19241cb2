import { afterEach, describe, expect, it, vi } from 'vitest';
import { noticeBoard } from '#functions/http/notice-board.ts';
import type { Notice } from '#shared/notices/notice.ts';

const notice: Notice = {
  vi: 'Hệ thống tạm ngừng.',
  from: '2026-11-28T03:00:00.000Z',
  until: '2026-11-28T04:00:00.000Z',
  at: '2026-11-28T03:00:00.000Z',
};
const at = (minutes: number) => new Date(Date.parse(notice.from) + minutes * 60_000).toISOString();
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the notice as a function knows it', () => {
  it('is read once a minute, however many pages are shown', async () => {
    const read: string[] = [];
    const board = noticeBoard({
      find: async (now) => {
        read.push(now);
        return notice;
      },
    });
    for (let second = 0; second <= 120; second += 1) {
      board.ask(at(second / 60));
      expect(await board.shown(at(second / 60))).toEqual(notice);
    }
    expect(read).toEqual([at(0), at(1), at(2)]);
  });

  it('is shown in its time alone, whenever it was read', async () => {
    const board = noticeBoard({ find: async () => notice });
    board.ask(at(-0.5));
    expect(await board.shown(at(-0.5))).toBeUndefined();
    expect(await board.shown(at(0))).toEqual(notice);
    expect(await board.shown(at(60))).toBeUndefined();
  });

  it('stays as it was known while it cannot be read', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    let isDown = false;
    const board = noticeBoard({
      find: async () => {
        if (isDown) throw new Error('away');
        return notice;
      },
    });
    board.ask(at(0));
    await board.shown(at(0));
    isDown = true;
    board.ask(at(2));
    expect(await board.shown(at(2))).toEqual(notice);
    expect(logged).toHaveBeenCalledOnce();
  });

  it('is gone once it was ended and read again', async () => {
    let stands: Notice | undefined = notice;
    const board = noticeBoard({ find: async () => stands });
    board.ask(at(0));
    await board.shown(at(0));
    stands = undefined;
    board.ask(at(1));
    expect(await board.shown(at(1))).toBeUndefined();
  });

  it('keeps no page waiting that is answered otherwise', async () => {
    const board = noticeBoard({ find: () => new Promise(() => {}) });
    board.ask(at(0));
    expect(await board.shown(at(0))).toBeUndefined();
  });
});
