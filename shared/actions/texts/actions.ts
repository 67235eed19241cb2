import type { ActionEvent } from '#shared/actions/action.ts';
import type { ActionList } from '#shared/actions/choose-actions.ts';
import { type Bilingual, inEach } from '#shared/language/lang.ts';

export const actionListLabels = inEach({
  open: { vi: 'Đang thực hiện', en: 'Under way' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
} as const satisfies Record<ActionList, Bilingual>);

/** What was done, in the history of an action. */
export const actionEventLabels = inEach({
  open: { vi: 'Giao việc', en: 'Opened' },
  dismiss: { vi: 'Không chấp nhận đề xuất', en: 'Proposal dismissed' },
  progress: { vi: 'Báo cáo tiến độ', en: 'Progress' },
  postpone: { vi: 'Gia hạn', en: 'Another day' },
  close: { vi: 'Kết thúc', en: 'Closed' },
} as const satisfies Record<ActionEvent['kind'], Bilingual>);

export const actionsTexts = inEach({
  title: { vi: 'Biện pháp khắc phục', en: 'Corrective actions' },
  lead: {
    vi: (open: string, overdue: string) => `${open} biện pháp đang thực hiện, ${overdue} quá hạn.`,
    en: (open: string, overdue: string) => `${open} under way, ${overdue} overdue.`,
  },
  explained: {
    vi: 'Mỗi biện pháp gắn với một chỉ số chưa đạt của một đơn vị: làm gì, ai làm, đến bao giờ, vì sao chưa đạt, ai giúp.',
    en: 'Each is about one figure of one unit: what is done, by whom, until when, why it is missed, who helps.',
  },
  lists: { vi: 'Danh sách', en: 'Lists' },
  proposed: { vi: 'Đề xuất chờ quyết định', en: 'Proposed, to be decided' },
  proposedHint: {
    vi: 'Chỉ số chưa đạt hai tháng chính thức liền nhau; mỗi đơn vị nhiều nhất ba đề xuất, xa yêu cầu nhất trước.',
    en: 'Missed in two official months running; at most three a unit, those furthest from the target.',
  },
  effect: { vi: 'Có hiệu quả không?', en: 'Did they work?' },
  none: { vi: 'Không có biện pháp nào trong danh sách này.', en: 'There is none in this list.' },
  noProposal: { vi: 'Không có đề xuất nào.', en: 'Nothing is proposed.' },
  filter: { vi: 'Lọc', en: 'Filter' },
  filterTitle: { vi: 'Lọc theo đơn vị, chỉ số', en: 'Filter by unit and figure' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  indicator: { vi: 'Chỉ số', en: 'Figure' },
  everyUnit: { vi: 'Tất cả đơn vị', en: 'All units' },
  everyIndicator: { vi: 'Tất cả chỉ số', en: 'All figures' },
  action: { vi: 'Biện pháp', en: 'Action' },
  figure: { vi: 'Số liệu', en: 'Figure' },
  where: { vi: 'Đơn vị', en: 'Unit' },
  state: { vi: 'Tình trạng', en: 'State' },
  overdue: { vi: 'quá hạn', en: 'overdue' },
  closedAt: { vi: 'Kết thúc ngày', en: 'Closed on' },
  until: { vi: 'Hạn hoàn thành', en: 'Until' },
  decideOn: { vi: 'Quyết định', en: 'Decide' },
  thenWords: {
    vi: (before: string, newer: string) => `${before}; rồi ${newer}`,
    en: (before: string, newer: string) => `${before}; then ${newer}`,
  },
  asks: { vi: (target: string) => `yêu cầu ${target}`, en: (target: string) => `target ${target}` },
  less: { vi: 'Trang trước', en: 'Page before' },
  more: { vi: 'Trang sau', en: 'Next page' },
  back: { vi: 'Tất cả biện pháp', en: 'All actions' },
  scorecard: { vi: 'Bảng tổng hợp của đơn vị', en: 'The unit’s scorecard' },
  openTitle: { vi: 'Mở biện pháp khắc phục', en: 'Open a corrective action' },
  openThis: { vi: 'Mở biện pháp', en: 'Open an action' },
  monthBefore: { vi: 'Tháng trước', en: 'Month before' },
  nowFigure: { vi: 'Số liệu chính thức mới nhất', en: 'Newest official figure' },
  figureThen: { vi: 'Số liệu khi mở', en: 'Figure when it was opened' },
  figureAtEnd: { vi: 'Số liệu khi kết thúc', en: 'Figure when it was closed' },
  noFigure: { vi: 'chưa có số liệu', en: 'no figure' },
  what: { vi: 'Việc phải làm', en: 'What is done' },
  whatHint: {
    vi: 'Một việc cụ thể, ví dụ: chi ủy gửi nội dung trước ba ngày, có người kiểm tra.',
    en: 'One concrete thing: the committee sends the papers three days ahead, and somebody checks.',
  },
  who: { vi: 'Ai chịu trách nhiệm (chức danh)', en: 'Who answers for it (post)' },
  whoShort: { vi: 'Ai làm', en: 'Who' },
  whoHint: { vi: 'Ghi chức danh, không ghi họ tên.', en: 'The post, not a name.' },
  due: { vi: 'Đến ngày', en: 'Until' },
  dueHint: { vi: 'Ví dụ 31/12/2026', en: 'For example 31/12/2026' },
  cause: { vi: 'Nguyên nhân chính', en: 'Main cause' },
  choose: { vi: 'Chọn một nguyên nhân', en: 'Choose a cause' },
  why: { vi: 'Vì sao? Hỏi tiếp năm lần', en: 'Why? Five times' },
  whyHint: {
    vi: 'Mỗi dòng một câu trả lời, dòng sau giải thích dòng trước. Không ghi họ tên, không ghi nội dung mật.',
    en: 'One answer a line, each explaining the one before. No names, nothing secret.',
  },
  group: { vi: 'Tổ công tác giúp', en: 'Working group that helps' },
  noGroup: { vi: 'Không có', en: 'None' },
  send: { vi: 'Lưu biện pháp', en: 'Store the action' },
  dismissTitle: { vi: 'Không chấp nhận đề xuất này', en: 'Dismiss this proposal' },
  dismiss: { vi: 'Lưu: không chấp nhận', en: 'Dismiss' },
  reason: { vi: 'Lý do', en: 'Reason' },
  nameHint: {
    vi: 'Nội dung dường như có họ tên. Đề nghị chỉ ghi chức danh.',
    en: 'This seems to name somebody. Please give posts only.',
  },
  progressTitle: { vi: 'Báo cáo tiến độ', en: 'Report progress' },
  progressHint: { vi: 'Mỗi tháng một lần, có số liệu hoặc việc làm chứng minh.', en: 'Once a month, with evidence.' },
  month: { vi: 'Tháng', en: 'Month' },
  monthHint: {
    vi: 'Từ tháng mở biện pháp đến tháng này, ví dụ 11/2026',
    en: 'From the month in which it was opened to this one, for example 11/2026',
  },
  said: { vi: 'Đã làm gì, căn cứ nào', en: 'What was done, and what shows it' },
  counted: { vi: 'Số đã làm', en: 'Done' },
  countedOf: { vi: 'Trên tổng số', en: 'Of' },
  countedHint: { vi: 'Để trống nếu không đếm được', en: 'Blank if it cannot be counted' },
  sendProgress: { vi: 'Lưu tiến độ', en: 'Store progress' },
  postponeTitle: { vi: 'Gia hạn', en: 'Give it another day' },
  sendPostpone: { vi: 'Lưu hạn mới', en: 'Store the new day' },
  closeTitle: { vi: 'Kết thúc biện pháp', en: 'Close the action' },
  result: { vi: 'Kết quả', en: 'Result' },
  despite: { vi: 'Vì sao vẫn kết thúc khi chưa đạt', en: 'Why it is closed although the target is missed' },
  despiteHint: {
    vi: 'Chỉ ghi khi số liệu vẫn chưa đạt; lý do được lưu và hiện cùng biện pháp.',
    en: 'Only while the figure is missed; it is stored and shown.',
  },
  sendClose: { vi: 'Kết thúc', en: 'Close' },
  stillMissed: { vi: 'Chưa kết thúc được: chỉ số vẫn chưa đạt', en: 'Not closed: the target is still missed' },
  stillMissedWords: {
    vi: (name: string, reading: string, month: string, target: string) =>
      `${name}: ${month} là ${reading}, yêu cầu ${target}. Muốn kết thúc, đề nghị ghi lý do.`,
    en: (name: string, reading: string, month: string, target: string) =>
      `${name}: ${reading} in ${month}, target ${target}. To close it all the same, say why.`,
  },
  closedDespite: { vi: 'Kết thúc khi chưa đạt', en: 'Closed although missed' },
  fromProposal: { vi: 'Từ đề xuất của số liệu hai tháng', en: 'From a proposal of two months’ figures' },
  countedWords: {
    vi: (done: string, of: string) => `${done}/${of}`,
    en: (done: string, of: string) => `${done} of ${of}`,
  },
  history: { vi: 'Diễn biến', en: 'History' },
  done: { vi: 'Đã lưu', en: 'Stored' },
  errors: { vi: 'Có mục cần sửa', en: 'Something is to be mended' },
  stale: {
    vi: 'Vừa có người cập nhật biện pháp này: đề nghị xem lại rồi lưu',
    en: 'Somebody has just changed this action: please look again, then store',
  },
  ended: {
    vi: 'Biện pháp này đã kết thúc, nội dung vừa nhập chưa được lưu',
    en: 'This action has ended: what you entered was not stored',
  },
  notTold: {
    vi: 'Chưa mở được biện pháp: chỉ số này của đơn vị chưa có số liệu trong tháng. Đề nghị chọn tháng đã có số liệu.',
    en: 'No action can be opened: the unit has no such figure in this month. Please choose a month that has one.',
  },
  decided: {
    vi: 'Huyện đã quyết định về chỉ số này của tháng; chỉ huyện mở lại biện pháp.',
    en: 'The district has decided on this figure of the month; only the district acts on it anew.',
  },
  already: {
    vi: 'Chỉ số này của đơn vị đang có biện pháp thực hiện',
    en: 'Something is being done about this figure already',
  },
  atFigures: { vi: 'Biện pháp khắc phục', en: 'Corrective actions' },
  andMore: {
    vi: (count: number) => `và ${count} biện pháp khác`,
    en: (count: number) => `and ${count} more`,
  },
  atPrepare: { vi: 'Biện pháp khắc phục đang giao cho đơn vị', en: 'Corrective actions under way' },
});
