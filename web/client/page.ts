import type { Lang } from '#shared/language/lang.ts';
import { liveTexts } from '#shared/reports/texts/live.ts';

/** The page tells the script its language and the signed-in user. */
export const lang = document.documentElement.lang as Lang;
export const t = liveTexts[lang];
export const user = document.body.dataset['user'] ?? '';
