import { inEach, type Lang } from '#shared/language/lang.ts';
import type { MinutesFrom } from '#shared/norms/regimes.ts';

const texts = inEach({
  minutes: {
    vi: (regular: number, thematic: number) => `tối thiểu ${regular} phút, ${thematic} phút nếu có phần chuyên đề`,
    en: (regular: number, thematic: number) => `at least ${regular} minutes, ${thematic} with a thematic part`,
  },
  from: {
    vi: (members: number) => `chi bộ từ ${members} đảng viên `,
    en: (members: number) => `from ${members} members on `,
  },
});

/**
 * The shortest meeting for each size of cell.
 *
 * @example minutesWords([{ members: 0, regular: 90, withThematic: 120 }], 'vi') //=> 'tối thiểu 90 phút, 120 phút nếu có phần chuyên đề'
 */
export function minutesWords(steps: readonly MinutesFrom[], lang: Lang): string {
  const t = texts[lang];
  return steps
    .map(
      ({ members, regular, withThematic }) => (members > 0 ? t.from(members) : '') + t.minutes(regular, withThematic),
    )
    .join('; ');
}
