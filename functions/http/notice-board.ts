import { setTimeout } from 'node:timers/promises';
import { logFault } from '#functions/fault.ts';
import type { NoticeStore } from '#functions/store/notice-store.ts';
import { isShown, type Notice } from '#shared/notices/notice.ts';
import type { Instant } from '#shared/period.ts';

export type NoticeBoard = ReturnType<typeof noticeBoard>;

/** So long an environment goes by what it has read: a request a minute, however many pages it shows. */
const KEPT_MS = 60_000;
/** No page waits longer for it: whoever looks next has it. */
const PATIENCE_MS = 1000;

/** The operator's notice as one environment of a function knows it. It never fails a page. */
export function noticeBoard({ find }: Pick<NoticeStore, 'find'>) {
  let askedAt = Number.NEGATIVE_INFINITY;
  let asked: Promise<void> = Promise.resolve();
  let last: Notice | undefined;

  async function read(now: Instant): Promise<void> {
    try {
      last = await find(now);
    } catch (error) {
      // What was known stands: while something is down it is most wanted.
      logFault('notice not read', '', error);
    }
  }

  return {
    /** Begins to read it, if that is due, while the page's own work is done. */
    ask(now: Instant): void {
      const at = Date.parse(now);
      if (at - askedAt < KEPT_MS) return;
      askedAt = at;
      asked = read(now);
    },

    /** What is to be shown now. */
    async shown(now: Instant): Promise<Notice | undefined> {
      await Promise.race([asked, setTimeout(PATIENCE_MS, undefined, { ref: false })]);
      return last && isShown(last, now) ? last : undefined;
    },
  };
}
