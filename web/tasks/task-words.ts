import { commonTexts } from '#shared/language/common.ts';
import { formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { TaskNews, TrackedTask } from '#shared/reports/tasks.ts';
import { taskTexts } from '#shared/tasks/texts/tasks.ts';

/** What a task is, or a note that its words were removed. */
export function taskWords({ what }: Pick<TrackedTask, 'what'>, lang: Lang): string {
  return what || commonTexts[lang].expired;
}

/** What a word between meetings says besides its kind: to whom it was handed on, until when, and why. */
export function newsWords({ word, reason }: TaskNews, lang: Lang): string {
  const t = taskTexts[lang];
  const who = word?.who === undefined ? undefined : word.who ? t.newWho(word.who) : t.whoGone;
  return [who, word?.due && t.newDue(formatDay(word.due)), reason].filter(Boolean).join('; ');
}
