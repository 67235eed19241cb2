import { expect, it } from 'vitest';
import { noticeStore } from '#functions/store/notice-store.ts';
import type { Notice } from '#shared/notices/notice.ts';
import { onEachDatabase } from '#test/dynamodb.ts';

const notice: Notice = {
  vi: 'Hệ thống tạm ngừng.',
  from: '2026-11-28T15:00:00.000Z',
  until: '2026-11-28T16:00:00.000Z',
  at: '2026-11-28T03:00:00.000Z',
};
const later: Notice = { ...notice, vi: 'Đã xong.', at: '2026-11-28T04:00:00.000Z' };

onEachDatabase((database) => {
  const store = () => noticeStore(database().db, database().transient);

  it('is set once, replaced by who saw it, and ended by who saw it', async () => {
    expect(await store().find(notice.at)).toBeUndefined();
    expect(await store().set(notice, undefined)).toBe(true);
    expect(await store().find(notice.at)).toEqual(notice);
    // Whoever saw none, or another one, was overtaken.
    expect(await store().set(later, undefined)).toBe(false);
    expect(await store().set(later, later.at)).toBe(false);
    expect(await store().end(later.at)).toBe(false);
    expect(await store().set(later, notice.at)).toBe(true);
    expect(await store().end(notice.at)).toBe(false);
    expect(await store().find(later.at)).toEqual(later);
    expect(await store().end(later.at)).toBe(true);
    expect(await store().find(later.at)).toBeUndefined();
  });

  it('whose time is over is not found, and makes place for the next', async () => {
    await store().set(notice, undefined);
    expect(await store().find(notice.until)).toBeUndefined();
    const next = { ...notice, at: notice.until, until: '2026-11-29T16:00:00.000Z' };
    expect(await store().set(next, undefined)).toBe(true);
    expect(await store().find(next.at)).toEqual(next);
  });
});
