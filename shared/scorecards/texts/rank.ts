import { inEach, type Lang } from '#shared/language/lang.ts';
import { isClosed } from '#shared/scorecards/is-closed.ts';
import { rankedFrom } from '#shared/scorecards/rank.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { parentOf } from '#shared/units/units.ts';

const texts = inEach({
  rule: {
    vi: (without: string) =>
      `Xếp hạng theo số chỉ tiêu đạt, rồi theo tỷ lệ đảng viên dự sinh hoạt; bằng nhau thì cùng hạng (1, 2, 2, 4); ${without} thì không xếp hạng.`,
    en: (without: string) =>
      `Ranked by how many targets were met, then by attendance; equals share a rank (1, 2, 2, 4); ${without} has none.`,
  },
  silentCell: { vi: 'chi bộ không có báo cáo', en: 'a cell without a report' },
  fewReports: {
    vi: (percent: number) => `đơn vị có dưới ${percent}% số chi bộ báo cáo`,
    en: (percent: number) => `a unit of which less than ${percent}% of the cells reported`,
  },
  open: {
    vi: 'Số liệu chưa chốt nên chưa xếp hạng; các đơn vị xếp theo tên.',
    en: 'The figures are not closed, so nobody is ranked; units are listed by name.',
  },
});

/** One sentence under a table of units: by what rule they are ranked, or why they are not. */
export function rankWords(scorecard: Scorecard, lang: Lang): string {
  const t = texts[lang];
  if (!isClosed(scorecard)) return t.open;
  return t.rule(parentOf(scorecard.unit) ? t.silentCell : t.fewReports(rankedFrom(scorecard)));
}
