import type { Lang } from '#shared/language/lang.ts';
import { liveTexts } from '#shared/reports/texts/live.ts';

/** What the page around the script says: the language, who is signed in, and the token of the session. */
export const lang = document.documentElement.lang as Lang;
export const t = liveTexts[lang];
export const user = document.body.dataset['user'] ?? '';

export function csrf(): string {
  return document.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? '';
}
