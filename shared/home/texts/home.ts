import type { Helped } from '#shared/home/week.ts';
import { flagLabels } from '#shared/judging/texts/flags.ts';
import { formatNumber } from '#shared/language/format.ts';
import { inEach, type Lang } from '#shared/language/lang.ts';

export const homeTexts = inEach({
  title: {
    vi: (from: string, to: string) => `Tuần ${from} – ${to}`,
    en: (from: string, to: string) => `Week ${from} – ${to}`,
  },
  ofCells: {
    vi: (cells: string, communes: string) => `Số liệu của ${cells} chi bộ thuộc ${communes}.`,
    en: (cells: string, communes: string) => `These figures count the ${cells} cells of ${communes}.`,
  },
  ofCommunes: {
    vi: (communes: string) => `Số liệu của các chi bộ thuộc ${communes}.`,
    en: (communes: string) => `These figures count the cells of ${communes}.`,
  },
  ofNone: {
    vi: 'Tổ chưa được giao đảng bộ nào trong tháng này.',
    en: 'No commune is assigned to the group this month.',
  },
  closed: { vi: '(đã chốt):', en: '(closed):' },
  reported: { vi: (share: string) => `${share} chi bộ báo cáo`, en: (share: string) => `${share} of cells reported` },
  attended: { vi: (share: string) => `dự họp ${share}`, en: (share: string) => `${share} of members present` },
  met: {
    vi: (met: string, judged: string) => `đạt ${met}/${judged} chỉ tiêu`,
    en: (met: string, judged: string) => `${met} of ${judged} targets met`,
  },
  openMonth: {
    vi: (have: string, of: string) => `đã có ${have}/${of} báo cáo`,
    en: (have: string, of: string) => `${have} of ${of} reports so far`,
  },
  sameDay: {
    vi: (day: string, count: string) => `hết ngày ${day} tháng trước là ${count}`,
    en: (day: string, count: string) => `${count} by the end of ${day} for the month before`,
  },
  due: { vi: (day: string) => `hạn nộp ${day}`, en: (day: string) => `due by ${day}` },
  waiting: { vi: 'Việc đang chờ', en: 'Waiting' },
  nothing: { vi: 'Không có việc nào đang chờ.', en: 'Nothing waits.' },
  mattersAtCommunes: {
    vi: (_count: number) => 'vấn đề quá hạn ở cơ sở',
    en: (count: number) => `${count === 1 ? 'matter' : 'matters'} overdue at communes`,
  },
  mattersOverdue: {
    vi: (_count: number) => 'vấn đề phản ánh quá hạn trả lời',
    en: (count: number) => `${count === 1 ? 'matter' : 'matters'} overdue for an answer`,
  },
  visitsDue: {
    vi: (_count: number) => 'buổi dự sinh hoạt đã đến ngày, chưa báo cáo',
    en: (count: number) => `${count === 1 ? 'visit' : 'visits'} due and not reported`,
  },
  actionsOverdue: {
    vi: (_count: number) => 'biện pháp khắc phục quá hạn',
    en: (count: number) => `${count === 1 ? 'action' : 'actions'} overdue`,
  },
  reviews: {
    vi: (_count: number) => 'báo cáo chờ xem xét',
    en: (count: number) => `${count === 1 ? 'report waits' : 'reports wait'} for review`,
  },
  reviewsUncounted: {
    vi: 'Báo cáo chờ xem xét (chưa đếm)',
    en: 'Reports that wait for review (not counted yet)',
  },
  countedAt: { vi: (at: string) => `tính đến ${at}`, en: (at: string) => `as of ${at}` },
  tasksOverdue: {
    vi: (_count: number) => 'nhiệm vụ quá hạn',
    en: (count: number) => `${count === 1 ? 'task' : 'tasks'} overdue`,
  },
  asMeetings: {
    vi: (month: string) => `theo các buổi họp ${month}`,
    en: (month: string) => `as the meetings of ${month} said`,
  },
  oldest: { vi: (days: number) => `(lâu nhất quá ${days} ngày)`, en: (days: number) => `(the oldest by ${days} days)` },
  calls: {
    vi: (_count: number) => 'chi bộ chưa có báo cáo',
    en: (count: number) => `${count === 1 ? 'cell has' : 'cells have'} not reported`,
  },
  callsOf: { vi: (month: string) => `danh sách nhắc ${month}`, en: (month: string) => `call list of ${month}` },
  help: { vi: 'Đơn vị cần ưu tiên giúp đỡ', en: 'Units that need help first' },
  helpNone: { vi: 'Không có đơn vị nào chưa đạt chỉ tiêu.', en: 'No unit misses a target.' },
  helpLater: {
    vi: 'Sau khi chốt số liệu của một tháng, các đơn vị cần giúp đỡ hiện ở đây.',
    en: 'Once a month is closed, the units that need help stand here.',
  },
  missed: {
    vi: (count: number) => `${count} chỉ tiêu`,
    en: (count: number) => `${count} ${count === 1 ? 'target' : 'targets'}`,
  },
  silent: {
    vi: (missing: string, cells: string) => `${missing}/${cells} chi bộ không có báo cáo`,
    en: (missing: string, cells: string) => `${missing} of ${cells} cells without a report`,
  },
  cause: { vi: 'Vì', en: 'Because' },
  see: { vi: 'Xem', en: 'See' },
  all: { vi: 'Tất cả các đơn vị', en: 'All units' },
  board: { vi: 'Sổ báo cáo', en: 'Reports' },
});

const texts = inEach({
  cells: {
    vi: (count: string, why: string) => `${count} chi bộ ${why}`,
    en: (count: string, why: string) => `${count} cells: ${why}`,
  },
});

/** What most of a unit's cells lack; of a single cell, what it lacks. */
export function causeWords({ causes }: Pick<Helped, 'causes'>, isCell: boolean, lang: Lang): string {
  return causes
    .map(({ reason, cells }) =>
      isCell ? flagLabels[lang][reason] : texts[lang].cells(formatNumber(cells, lang), flagLabels[lang][reason]),
    )
    .join(', ');
}
