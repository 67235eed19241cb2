import { cleanLine, isUnread } from '#shared/input/clean-text.ts';
import { formatInstant } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { type Instant, parseMoment } from '#shared/period.ts';

/** What the operator tells everybody for a time, such as that something is down; it stands on every page. */
export interface Notice {
  readonly vi: string;
  /** Absent: readers of English are shown the Vietnamese. */
  readonly en?: string;
  readonly from: Instant;
  /** From then on it is shown no more, whatever becomes of whoever set it. */
  readonly until: Instant;
  /** When it was set. */
  readonly at: Instant;
}

/** Every page carries it, within what one round trip brings. */
export const LONGEST_NOTICE = 280;
/** What is to stand for longer belongs into the guidance. */
const MOST_NOTICE_DAYS = 31;

/** Whether it is shown at an instant. */
export function isShown({ from, until }: Pick<Notice, 'from' | 'until'>, now: Instant): boolean {
  return Date.parse(from) <= Date.parse(now) && Date.parse(now) < Date.parse(until);
}

/** Its words for a reader, with the language that they are in. */
export function noticeWords({ vi, en }: Notice, lang: Lang): { readonly words: string; readonly lang: Lang } {
  return lang === 'en' && en !== undefined ? { words: en, lang } : { words: vi, lang: 'vi' };
}

/** A notice as it is typed; its times by the clock in Vietnam. */
interface TypedNotice {
  readonly text: string;
  readonly english?: string | undefined;
  /** Absent: at once. */
  readonly from?: string | undefined;
  readonly until: string;
}

/**
 * Reads a notice.
 *
 * @returns the notice, or what is wrong with it, in a sentence for the operator
 * @example readNotice({ text: 'Hệ thống tạm ngừng.', until: '2026-11-29 02:00' }, now)
 */
export function readNotice({ text, english, from, until }: TypedNotice, now: Instant): Notice | string {
  const vi = cleanLine(text);
  const en = english === undefined ? undefined : cleanLine(english);
  for (const words of [vi, en]) {
    if (words === undefined) continue;
    if (words === '') return 'A notice has words.';
    if (isUnread(words)) return 'The notice has letters that cannot be read: type it in UTF-8.';
    if (words.length > LONGEST_NOTICE) {
      return `A notice has at most ${LONGEST_NOTICE} letters, since every page carries it; this one has ${words.length}.`;
    }
  }
  const begins = from === undefined ? now : parseMoment(from);
  const ends = parseMoment(until);
  if (!begins || !ends) return 'A time is YYYY-MM-DD HH:MM, by the clock in Vietnam.';
  const said = `${formatInstant(begins)} to ${formatInstant(ends)}`;
  if (ends <= begins || ends <= now) return `From ${said} it would never be shown.`;
  if (Date.parse(ends) - Date.parse(begins) > MOST_NOTICE_DAYS * 86_400_000) {
    return `From ${said} is more than ${MOST_NOTICE_DAYS} days: publish guidance instead.`;
  }
  return { vi, ...(en !== undefined && { en }), from: begins, until: ends, at: now };
}
