import { commonTexts } from '#shared/language/common.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Matter } from '#shared/reports/report.ts';

/** The text of a matter, or a note that its free text was removed. */
export function matterWords({ summary }: Matter, lang: Lang): string {
  return summary || commonTexts[lang].expired;
}
