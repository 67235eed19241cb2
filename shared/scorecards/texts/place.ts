import { inEach } from '#shared/language/lang.ts';
import type { Place } from '#shared/scorecards/place.ts';

/** The head of the sums in a file: the unit's rank, and whose sums they are. */
export function placeWords({ name, rank, ranked }: Pick<Place, 'name' | 'rank' | 'ranked'>): string {
  const t = placeTexts.vi;
  return `${t.title(name)}: ${rank === null ? t.unranked : t.rank(rank, ranked)}. ${t.sums(name)}`;
}

export const placeTexts = inEach({
  title: { vi: (name: string) => `Trong toàn ${name}`, en: (name: string) => `Within ${name}` },
  rank: {
    vi: (rank: number, of: number) => `Hạng ${rank}/${of} tổ chức cơ sở đảng được xếp hạng`,
    en: (rank: number, of: number) => `Rank ${rank} of ${of} ranked communes`,
  },
  unranked: {
    vi: 'Chưa xếp hạng: tháng chưa chốt hoặc chưa đủ báo cáo',
    en: 'Not ranked: the month is open, or too few have reported',
  },
  sums: { vi: (name: string) => `Số liệu chung của ${name}`, en: (name: string) => `The sums of ${name}` },
});
