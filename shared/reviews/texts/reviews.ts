import { inEach } from '#shared/language/lang.ts';
import { SAMPLED_OF } from '#shared/reviews/sample.ts';

export const reviewsTexts = inEach({
  title: { vi: 'Báo cáo chờ xem xét', en: 'Reports to review' },
  count: {
    vi: (waiting: number) => `${waiting} báo cáo chờ xem xét`,
    en: (waiting: number) => `${waiting} ${waiting === 1 ? 'report waits' : 'reports wait'} for your review`,
  },
  lead: {
    vi: (waiting: number, outstanding: number) =>
      `${waiting} báo cáo chờ xem xét, ${outstanding} báo cáo có điểm cần chú ý.`,
    en: (waiting: number, outstanding: number) =>
      `${waiting} ${waiting === 1 ? 'report waits' : 'reports wait'}; something stands out in ${outstanding}.`,
  },
  whoCommune: {
    vi: 'Gồm báo cáo do chi bộ tự nhập. Báo cáo do xã nhập thì huyện hoặc tổ công tác đã dự xem xét.',
    en: 'These are reports that cells entered themselves. What the commune entered is reviewed by the district, or by the working group that attended.',
  },
  whoGroup: {
    vi: 'Gồm báo cáo của các buổi có tổ công tác dự.',
    en: 'These are reports of meetings that a working group attended.',
  },
  whoDistrict: {
    vi: `Gồm báo cáo do xã nhập và mẫu một phần ${SAMPLED_OF} báo cáo do chi bộ tự nhập (theo mã báo cáo và thời điểm nhận), kể cả báo cáo xã đã xác nhận.`,
    en: `These are reports that communes entered, and a sample of one in ${SAMPLED_OF} of those that cells entered (by the id and the time of receipt), also where the commune has confirmed it.`,
  },
  rate: {
    vi: 'Dấu hiệu cần chú ý không phải là kết luận: trên một năm số liệu mẫu trung thực, mỗi dấu hiệu nêu nhầm không quá 2% báo cáo.',
    en: 'What stands out is no verdict: on a year of honest sample reports each sign names at most 2% of them.',
  },
  closed: {
    vi: 'Tháng này đã chốt số liệu: chỉ huyện còn xem xét.',
    en: 'This month is official: only the district still decides.',
  },
  nothing: { vi: 'Không có báo cáo nào chờ đồng chí xem xét.', en: 'No report waits for you.' },
  nothingChosen: { vi: 'Không có báo cáo nào như vậy.', en: 'There is no such report.' },

  byCommune: { vi: 'Theo đảng bộ', en: 'By commune' },
  leadByCommune: {
    vi: (waiting: string) => `${waiting} báo cáo chờ huyện xem xét. Mời chọn đảng bộ.`,
    en: (waiting: string) => `${waiting} reports wait for the district. Please choose a commune.`,
  },
  countedAt: {
    vi: (at: string) =>
      `Số liệu tính đến ${at}; báo cáo vừa gửi hoặc vừa xem xét được tính lại sau ít phút. Danh sách của từng đảng bộ luôn là danh sách hiện tại.`,
    en: (at: string) =>
      `Counted ${at}; what was sent or decided since is counted within minutes. The list of each commune is always the present one.`,
  },
  waitingCount: { vi: 'Chờ xem xét', en: 'Waiting' },
  notCounted: { vi: 'chưa đếm', en: 'not counted yet' },

  start: { vi: 'Xem xét lần lượt', en: 'One by one' },
  filter: { vi: 'Lọc', en: 'Filter' },
  tag: { vi: 'Dấu hiệu', en: 'What stands out' },
  commune: { vi: 'Đảng bộ', en: 'Commune' },
  group: { vi: 'Tổ công tác', en: 'Working group' },
  all: { vi: 'Tất cả', en: 'All' },
  any: { vi: 'Có dấu hiệu cần chú ý', en: 'Something stands out' },
  missed: { vi: 'Có nội dung chưa đạt', en: 'A norm is missed' },
  none: { vi: 'Không có gì cần chú ý', en: 'Nothing to note' },
  counted: {
    vi: (name: string, count: number) => `${name} (${count})`,
    en: (name: string, count: number) => `${name} (${count})`,
  },

  tick: { vi: (name: string) => `Chọn ${name}`, en: (name: string) => `Tick ${name}` },
  cell: { vi: 'Chi bộ', en: 'Cell' },
  outstanding: { vi: 'Cần chú ý', en: 'To note' },
  facts: {
    vi: (present: number, required: number, minutes: number) => `dự ${present}/${required}, ${minutes} phút`,
    en: (present: number, required: number, minutes: number) => `${present}/${required} present, ${minutes} minutes`,
  },
  sampled: { vi: 'xã đã xác nhận; thuộc mẫu của huyện', en: 'confirmed by the commune; in the district’s sample' },
  open: { vi: 'Xem xét', en: 'Review' },
  page: {
    vi: (page: number, of: number) => `Trang ${page}/${of}`,
    en: (page: number, of: number) => `Page ${page} of ${of}`,
  },
  before: { vi: 'Trang trước', en: 'Previous page' },
  after: { vi: 'Trang sau', en: 'Next page' },

  many: { vi: 'Xác nhận các báo cáo đã chọn', en: 'Confirm what is ticked' },
  manyReason: { vi: 'Lý do chung', en: 'One reason for all' },
  manyHint: {
    vi: 'Ví dụ: đã đối chiếu với sổ biên bản. Chi bộ đọc được lý do này.',
    en: 'For example: compared with the minute book. The cells can read it.',
  },
  manySend: { vi: 'Xác nhận', en: 'Confirm' },
  undecided: { vi: 'Chưa xác nhận được. Đề nghị xem lại:', en: 'Nothing was confirmed. Please look at:' },
  noTick: { vi: 'Chọn ít nhất một báo cáo.', en: 'Tick at least one report.' },

  confirmed: {
    vi: (count: number) => `Đã xác nhận ${count} báo cáo`,
    en: (count: number) => `${count} ${count === 1 ? 'report is' : 'reports are'} confirmed`,
  },
  left: {
    vi: (count: number) => `${count} báo cáo chưa được xác nhận`,
    en: (count: number) => `${count} ${count === 1 ? 'report was' : 'reports were'} not confirmed`,
  },
  decided: { vi: 'Đã ghi nhận.', en: 'Recorded.' },
  decidedAll: {
    vi: 'Đã ghi nhận. Không còn báo cáo nào trong danh sách này.',
    en: 'Recorded. Nothing is left in this list.',
  },

  place: { vi: (n: number, m: number) => `Báo cáo ${n}/${m}`, en: (n: number, m: number) => `Report ${n} of ${m}` },
  skip: { vi: 'Báo cáo tiếp theo', en: 'Next report' },
  toList: { vi: 'Về danh sách', en: 'Back to the list' },
  whole: { vi: 'Trang của báo cáo', en: 'The report’s own page' },
  gone: { vi: 'Báo cáo này không còn chờ đồng chí xem xét.', en: 'This report no longer waits for you.' },
});

/** Why a ticked report was not confirmed. */
export const leftReasons = inEach({
  stale: { vi: 'đã thay đổi sau khi đồng chí mở danh sách', en: 'it has changed since you opened the list' },
  'own-entry': { vi: 'do đồng chí hoặc đơn vị mình nhập', en: 'you or your unit entered it' },
  'not-attended': { vi: 'tổ công tác không dự buổi này', en: 'no working group attended' },
  returned: { vi: 'đang trả lại để sửa', en: 'it was returned to be amended' },
  'month-closed': { vi: 'tháng đã chốt số liệu', en: 'its month is official' },
  'not-allowed': { vi: 'không thuộc quyền xem xét của đồng chí', en: 'it is not yours to review' },
  'not-found': { vi: 'không tìm thấy', en: 'it is not there' },
  failed: { vi: 'hệ thống chưa lưu được, đề nghị gửi lại', en: 'it could not be stored, please send it again' },
});
