import type { Matter } from '#shared/report.ts';
import { commonTexts } from '#shared/texts/common.ts';
import type { Lang } from '#shared/texts/lang.ts';

/** What a matter says, or that its words were taken out. */
export function matterWords({ summary }: Matter, lang: Lang): string {
  return summary || commonTexts[lang].expired;
}
