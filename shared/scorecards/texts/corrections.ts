import { capitalized } from '#shared/language/format.ts';
import type { Bilingual, Lang } from '#shared/language/lang.ts';
import type { InputKind } from '#shared/scorecards/input-kinds.ts';
import type { Correction } from '#shared/scorecards/scorecard.ts';

const kinds: Readonly<Record<InputKind, Bilingual>> = {
  report: { vi: 'Báo cáo', en: 'Report' },
  subjects: { vi: 'Nhóm nội dung của tháng trước', en: 'Subjects of an earlier month' },
  matter: { vi: 'Vấn đề', en: 'Matter' },
  visit: { vi: 'Buổi dự sinh hoạt của tổ công tác', en: 'Visit' },
  officers: { vi: 'Phân công cấp ủy viên phụ trách', en: 'Members in charge' },
  'officer-record': { vi: 'Ghi nhận của cấp ủy viên phụ trách', en: 'Record of members in charge' },
  themes: { vi: 'Kế hoạch chuyên đề', en: 'Thematic plan' },
  units: { vi: 'Đơn vị', en: 'Unit' },
  district: { vi: 'Tên huyện, quy định áp dụng', en: 'The district, its norms' },
  reopening: { vi: 'Mở lại tháng đã chốt', en: 'The month was reopened' },
};

const words = {
  vi: {
    added: (name: string) => `thêm ${name}`,
    gone: (name: string) => `bỏ ${name}`,
    renamed: (before: string, after: string) => (before === after ? `sửa ${after}` : `${before} đổi thành ${after}`),
    revision: (before: number, after: number) => `bản ${before} thay bằng bản ${after}`,
    isNew: 'tính thêm',
    isGone: 'không còn tính',
  },
  en: {
    added: (name: string) => `${name} is new`,
    gone: (name: string) => `${name} is gone`,
    renamed: (before: string, after: string) =>
      before === after ? `${after} is corrected` : `${before} is now ${after}`,
    revision: (before: number, after: number) => `revision ${after} instead of ${before}`,
    isNew: 'counted too',
    isGone: 'no longer counted',
  },
} as const;

/**
 * What an official revision counts otherwise than the one before, and why.
 *
 * @example correctionWords({ of: 'h.a.x_2021-02-03_regular', kind: 'report', before: 1, after: 2, reason: 'Đếm sót' }, 'vi') //=> 'Báo cáo h.a.x_2021-02-03_regular: bản 1 thay bằng bản 2. Lý do: Đếm sót'
 */
export function correctionWords({ of, kind, names, before, after, reason }: Correction, lang: Lang): string {
  const t = words[lang];
  const why = reason ? `. ${lang === 'vi' ? 'Lý do' : 'Reason'}: ${reason}` : '';
  if (kind === 'reopening' || kind === 'district') return `${kinds[kind][lang]}${why}`;
  if (names) {
    const [was, is] = [names.before, names.after];
    const said = was && is ? t.renamed(was, is) : is ? t.added(is) : t.gone(was ?? of);
    return `${capitalized(said)}${why}`;
  }
  const said =
    before !== undefined && after !== undefined ? t.revision(before, after) : before === undefined ? t.isNew : t.isGone;
  return `${kinds[kind][lang]} ${of}${kind === 'units' ? '' : `: ${said}`}${why}`;
}

/** The head of a file has room for so many. */
const MOST = 10;

/** Why there is a revision, in one paragraph for the head of a file: the scorecard itself has every correction. */
export function correctionsLine(corrections: readonly Correction[]): string {
  const said = corrections.slice(0, MOST).map((each) => correctionWords(each, 'vi'));
  const more = corrections.length - said.length;
  return [...said, ...(more > 0 ? [`và ${more} thay đổi khác`] : [])].join('; ');
}
