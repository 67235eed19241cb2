import { commonTexts } from '#shared/language/common.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Matter } from '#shared/reports/report.ts';

/** What a matter says, or that its words were taken out. */
export function matterWords({ summary }: Matter, lang: Lang): string {
  return summary || commonTexts[lang].expired;
}
