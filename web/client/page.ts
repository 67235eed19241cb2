import type { Lang } from '#shared/language/lang.ts';
import { liveTexts } from '#shared/reports/texts/live.ts';

/** The values that the script reads from its page: the language, the signed-in user and the session's token. */
export const lang = document.documentElement.lang as Lang;
export const t = liveTexts[lang];
export const user = document.body.dataset['user'] ?? '';

export function csrf(): string {
  return document.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? '';
}
