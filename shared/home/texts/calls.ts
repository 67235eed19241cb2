import type { Call } from '#shared/home/calls.ts';
import { capitalized, formatDay, formatMonth } from '#shared/language/format.ts';
import { inEach } from '#shared/language/lang.ts';
import { dayAt, type Instant, type Month } from '#shared/period.ts';

export const callsTexts = inEach({
  title: { vi: (month: string) => `Danh sách nhắc báo cáo ${month}`, en: (month: string) => `Call list of ${month}` },
  link: { vi: 'Danh sách nhắc', en: 'Call list' },
  lead: {
    vi: (count: string) => `${count} chi bộ chưa có báo cáo.`,
    en: (count: string) => `${count} cells have not reported.`,
  },
  due: { vi: (day: string) => `Hạn nộp: hết ngày ${day}.`, en: (day: string) => `Due: by the end of ${day}.` },
  none: { vi: 'Mọi chi bộ đã có báo cáo.', en: 'Every cell has reported.' },
  notCounted: {
    vi: 'Số liệu của tháng chưa được tổng hợp. Mời đồng chí xem lại sau ít phút.',
    en: 'The month has not been counted yet. Please look again in some minutes.',
  },
  hint: {
    vi: 'Mỗi đảng bộ có sẵn một tin nhắn để chép vào Zalo hoặc SMS. Hệ thống không lưu số điện thoại.',
    en: 'For each commune there is a text to copy into Zalo or SMS. No telephone numbers are stored here.',
  },
  count: {
    vi: (missing: number, of: number) => `${missing}/${of} chi bộ`,
    en: (missing: number, of: number) => `${missing} of ${of} cells`,
  },
  cells: { vi: 'Tên các chi bộ', en: 'The cells' },
  text: { vi: 'Tin nhắn để chép', en: 'Text to copy' },
  board: { vi: 'Sổ báo cáo của tháng', en: 'The month’s reports' },
});

/**
 * A text that a board sends to a commune, or a commune to its cells, by Zalo or SMS. It is Vietnamese, as what it is
 * about is.
 *
 * @param address where reports are entered
 */
export function callText(
  { name, missing, of, cells }: Call,
  {
    month,
    due,
    now,
    ownCells,
  }: { readonly month: Month; readonly due: Instant; readonly now: Instant; readonly ownCells: boolean },
): string {
  const late = now > due;
  const to = ownCells ? 'các đồng chí bí thư chi bộ' : `Đảng ủy ${name}`;
  const names = cells.map((cell) => cell.name).join('; ');
  const until = formatDay(dayAt(due));
  return [
    `Kính gửi ${to}.`,
    `Đến ngày ${formatDay(dayAt(now))} còn ${missing}/${of} chi bộ chưa có báo cáo sinh hoạt ${formatMonth(month)}: ${capitalized(names)}.`,
    late ? `Hạn nộp là hết ngày ${until}, nay đã quá hạn.` : `Hạn nộp: hết ngày ${until}.`,
    ownCells
      ? 'Đề nghị các đồng chí gửi báo cáo trên Sổ Chi Bộ, hoặc nộp bản giấy về Đảng ủy để nhập.'
      : 'Đề nghị các đồng chí đôn đốc để gửi đủ trên Sổ Chi Bộ.',
  ].join(' ');
}
