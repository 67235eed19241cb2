import { type Bilingual, inEach } from '#shared/language/lang.ts';
import type { Age } from '#shared/matters/backlog.ts';
import type { MatterEvent, MatterLevel, MatterState, MatterStep } from '#shared/matters/matter.ts';

export const matterStateLabels = inEach({
  open: { vi: 'Mới tiếp nhận', en: 'Open' },
  'in-hand': { vi: 'Đang giải quyết', en: 'In hand' },
  'passed-up': { vi: 'Đã chuyển cấp trên', en: 'Passed up' },
  settled: { vi: 'Đã giải quyết', en: 'Settled' },
  'not-founded': { vi: 'Phản ánh chưa có cơ sở', en: 'Not founded' },
  merged: { vi: 'Đã gộp với vấn đề đã phản ánh', en: 'Merged into an earlier one' },
} as const satisfies Record<MatterState, Bilingual>);

export const matterLevelLabels = inEach({
  commune: { vi: 'Đảng ủy cơ sở', en: 'The commune' },
  district: { vi: 'Huyện ủy', en: 'The district' },
  above: { vi: 'Cấp trên của huyện', en: 'Above the district' },
} as const satisfies Record<MatterLevel, Bilingual>);

export const matterStepLabels = inEach({
  take: { vi: 'Nhận giải quyết', en: 'Take in hand' },
  progress: { vi: 'Báo tiến độ, hẹn ngày trả lời', en: 'Note progress, promise a day' },
  settle: { vi: 'Đã giải quyết, trả lời chi bộ', en: 'Settled, with an answer to the cell' },
  'pass-up': { vi: 'Chuyển cấp trên', en: 'Pass up' },
  'not-founded': { vi: 'Kết luận phản ánh chưa có cơ sở', en: 'Find it not founded' },
  merge: { vi: 'Gộp với vấn đề đã phản ánh', en: 'Merge into an earlier matter' },
  reopen: { vi: 'Mở lại để giải quyết tiếp', en: 'Open it again' },
} as const satisfies Record<MatterStep, Bilingual>);

/** What was done, in the history of a matter. */
export const matterEventLabels = inEach({
  raised: { vi: 'Phản ánh', en: 'Raised' },
  corrected: { vi: 'Sửa nội dung phản ánh', en: 'Corrected' },
  take: { vi: 'Nhận giải quyết', en: 'Taken in hand' },
  progress: { vi: 'Báo tiến độ', en: 'Progress noted' },
  settle: { vi: 'Đã giải quyết', en: 'Settled' },
  'pass-up': { vi: 'Chuyển cấp trên', en: 'Passed up' },
  'not-founded': { vi: 'Kết luận chưa có cơ sở', en: 'Found not founded' },
  merge: { vi: 'Gộp với vấn đề đã phản ánh', en: 'Merged' },
  reopen: { vi: 'Mở lại', en: 'Opened again' },
} as const satisfies Record<MatterEvent['kind'], Bilingual>);

export const ageLabels = inEach({
  week: { vi: 'Đến 7 ngày', en: 'Up to 7 days' },
  month: { vi: '8–30 ngày', en: '8–30 days' },
  quarter: { vi: '31–90 ngày', en: '31–90 days' },
  longer: { vi: 'Trên 90 ngày', en: 'Over 90 days' },
} as const satisfies Record<Age, Bilingual>);

export const mattersTexts = inEach({
  title: { vi: 'Vấn đề phản ánh', en: 'Matters raised' },
  lead: {
    vi: (open: number, overdue: number) => `Chưa giải quyết xong: ${open}, trong đó quá hạn: ${overdue}.`,
    en: (open: number, overdue: number) => `Open: ${open}, of these overdue: ${overdue}.`,
  },
  backlog: { vi: 'Tồn đọng theo lĩnh vực và thời gian', en: 'Backlog by topic and age' },
  topic: { vi: 'Lĩnh vực', en: 'Topic' },
  openCount: { vi: 'Cộng', en: 'Total' },
  overdueCount: { vi: 'Quá hạn', en: 'Overdue' },
  all: { vi: 'Tất cả', en: 'All' },
  list: { vi: 'Chưa giải quyết xong', en: 'Open' },
  closedList: { vi: 'Đã kết thúc', en: 'Closed' },
  none: { vi: 'Không có vấn đề nào.', en: 'There are none.' },
  matter: { vi: 'Vấn đề', en: 'Matter' },
  where: { vi: 'Nơi phản ánh', en: 'Raised by' },
  with: { vi: 'Cấp giải quyết', en: 'With' },
  state: { vi: 'Tình trạng', en: 'State' },
  anyLevel: { vi: 'Tất cả các cấp', en: 'Any level' },
  filter: { vi: 'Lọc vấn đề', en: 'Filter' },
  due: { vi: 'Hạn trả lời', en: 'Answer due' },
  overdue: { vi: 'quá hạn', en: 'overdue' },
  more: { vi: 'Trang sau', en: 'Next page' },
  less: { vi: 'Trang trước', en: 'Previous page' },
  raisedAt: { vi: 'Ngày phản ánh', en: 'Raised on' },
  closedAt: { vi: 'Ngày kết thúc', en: 'Closed on' },
  severity: { vi: 'Mức độ', en: 'Severity' },
  proposal: { vi: 'Đề xuất, kiến nghị', en: 'Proposal' },
  source: { vi: 'Báo cáo đã nêu vấn đề', en: 'The report that raised it' },
  mergedInto: { vi: 'Được giải quyết chung với', en: 'Answered together with' },
  history: { vi: 'Quá trình giải quyết', en: 'What was done' },
  decide: { vi: 'Xử lý vấn đề', en: 'Act on it' },
  answerHint: {
    vi: 'Bắt buộc khi báo tiến độ, trả lời, chuyển cấp trên hoặc kết luận chưa có cơ sở. Chi bộ sẽ đọc nội dung này; không ghi họ tên người phản ánh, người bị phản ánh.',
    en: 'Required to note progress, to answer, to pass on, or to find it unfounded. The cell will read it; give no names of complainants or accused.',
  },
  promised: { vi: 'Hẹn trả lời', en: 'Promised by' },
  promiseOver: { vi: 'đã quá ngày hẹn', en: 'that day is over' },
  promisedHint: {
    vi: 'Chỉ khi báo tiến độ, ví dụ 15/12/2026. Ngày hẹn không thay hạn trả lời theo quy định: vấn đề quá hạn vẫn tính là quá hạn.',
    en: 'Only with a note on progress, for example 15/12/2026. It does not move the day the answer is due: what is overdue stays counted as overdue.',
  },
  intoHint: { vi: 'Chỉ khi gộp với vấn đề đã phản ánh.', en: 'Only for a merge.' },
  choose: { vi: 'Chọn vấn đề', en: 'Choose a matter' },
  send: { vi: 'Ghi nhận', en: 'Record' },
  errors: { vi: 'Chưa ghi nhận được. Đề nghị xem lại:', en: 'Nothing was recorded. Please look at:' },
  stale: {
    vi: 'Vấn đề vừa có bước xử lý mới. Đề nghị đọc lại trước khi quyết định; nội dung đã nhập vẫn còn dưới đây.',
    en: 'Somebody has just acted on it. Please read again before you decide; what you typed is still below.',
  },
  done: { vi: 'Đã ghi nhận', en: 'Recorded' },
  back: { vi: 'Về danh sách vấn đề', en: 'Back to the matters' },
  nameHint: {
    vi: 'Nội dung dường như có tên người. Đề nghị không ghi họ tên người phản ánh, người bị phản ánh; nếu đúng, mời sửa báo cáo.',
    en: 'The text seems to hold a person’s name. Please give no names of complainants or accused; if so, amend the report.',
  },
  answers: { vi: 'Trả lời các vấn đề chi bộ đã phản ánh', en: 'What became of the matters that the cell raised' },
});
