import { inEach } from '#shared/language/lang.ts';

export const trendTexts = inEach({
  title: { vi: 'Diễn biến các tháng', en: 'How the months went' },
  span: {
    vi: (from: string, to: string) => `Từ ${from} đến ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  spanForm: { vi: 'Chọn khoảng thời gian', en: 'Choose the months' },
  from: { vi: 'Từ tháng', en: 'From month' },
  to: { vi: 'Đến tháng', en: 'To month' },
  example: { vi: 'Ví dụ 02/2021', en: 'For example 02/2021' },
  show: { vi: 'Xem', en: 'Show' },
  months: { vi: (n: number) => `${n} tháng gần đây`, en: (n: number) => `The last ${n} months` },
  wrong: { vi: 'Chưa xem được khoảng thời gian này', en: 'These months cannot be shown' },
  charts: { vi: 'Biểu đồ', en: 'Charts' },
  chart: {
    vi: (figure: string, first: string, last: string) => `${figure}: tháng đầu ${first}, tháng cuối ${last}.`,
    en: (figure: string, first: string, last: string) => `${figure}: ${first} in the first month, ${last} in the last.`,
  },
  spark: {
    vi: (first: string, last: string) => `từ ${first} đến ${last}`,
    en: (first: string, last: string) => `from ${first} to ${last}`,
  },
  sparks: { vi: '12 tháng', en: '12 months' },
  chartHint: {
    vi: 'Nét đứt là mức yêu cầu; dấu × là chưa đạt. Chấm rỗng, nét chấm là tháng chưa chốt, còn thay đổi; tỷ lệ báo cáo chưa vẽ khi chưa đến hạn nộp. Chỗ đứt của đường là tháng chưa có số liệu. Số liệu ở bảng bên dưới.',
    en: 'The broken line is the target, a cross a missed one. A hollow dot on a dotted line is a month that is not closed and will change; reports are not drawn before they are due. The line breaks where a month has no figures. The table below has them all.',
  },
  openReading: {
    vi: (reading: string) => `${reading} (chưa chốt, còn thay đổi)`,
    en: (reading: string) => `${reading} (not closed, will change)`,
  },
  openMonth: { vi: '(chưa chốt)', en: '(open)' },
  figures: { vi: 'Số liệu từng tháng', en: 'Month by month' },
  month: { vi: 'Tháng', en: 'Month' },
  status: { vi: 'Số liệu', en: 'Figures' },
  live: { vi: 'tạm thời, chưa chốt', en: 'live, not closed' },
  official: { vi: 'chính thức', en: 'official' },
  baseline: { vi: 'trước khi áp dụng, huyện tự thống kê', en: 'before the regime, counted by the district' },
  baselineBase: { vi: 'nghị quyết, kết luận tính trên tổng số chi bộ', en: 'resolutions are of all cells' },
  breaks: {
    vi: (months: string) =>
      `Vạch đứng nét đứt: từ đây áp dụng quy định khác (${months}), mức yêu cầu và cách tính có thể khác trước. Dấu hình thoi: tháng trước khi áp dụng, chỉ có số huyện tự thống kê, không xét đạt hay chưa đạt; nghị quyết, kết luận tính trên tổng số chi bộ.`,
    en: (months: string) =>
      `Upright broken line: from here on another regime judges (${months}); targets and rules may differ. A diamond is a month from before it, of which the district has its own counts alone, judged by nobody; resolutions are of all cells.`,
  },
  break: { vi: (month: string) => `Đổi quy định từ ${month}.`, en: (month: string) => `Another regime from ${month}.` },
  none: { vi: 'không có', en: 'none' },
  map: { vi: 'Đơn vị nào báo cáo đủ, tháng nào', en: 'Who reported in full, and when' },
  mapHint: {
    vi: '●: đủ. ◐: thiếu, kèm số chi bộ đã báo cáo/phải báo cáo. ○: không có báo cáo nào. “—”: không có số liệu. Tháng chưa chốt chỉ ghi số đã báo cáo/phải báo cáo.',
    en: '●: all. ◐: some, with the cells that reported and were due. ○: none. “—”: no figures. An open month only has the counts.',
  },
  mapYearsHint: {
    vi: 'Mỗi ô là một năm, mỗi dấu là một tháng. ●: đủ. ◐: thiếu. ○: không có báo cáo nào. –: không có số liệu. …: tháng chưa chốt. Số chi bộ từng tháng: chọn khoảng thời gian ngắn hơn.',
    en: 'A cell is a year, a mark a month. ●: all. ◐: some. ○: none. –: no figures. …: not closed. Fewer months show the counts of each.',
  },
  yearInWords: {
    vi: (all: number, some: number, none: number, of: number) =>
      `${of} tháng: ${all} đủ, ${some} thiếu, ${none} không có báo cáo`,
    en: (all: number, some: number, none: number, of: number) => `${of} months: ${all} all, ${some} some, ${none} none`,
  },
  all: { vi: 'đủ', en: 'all' },
  nobody: { vi: 'không có', en: 'none' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  scorecard: { vi: 'Xem bảng tổng hợp', en: 'See the scorecard' },
  file: { vi: (as: string) => `12 tháng: ${as}`, en: (as: string) => `12 months: ${as}` },
  before: {
    vi: 'Số liệu các tháng trước khi sắp xếp lại là của các đơn vị cũ, cộng lại.',
    en: 'The figures of the months before the reorganisation are those of the former units, added up.',
  },
  isSplit: {
    vi: 'Các tháng trước khi sắp xếp lại không có số liệu: đơn vị cũ đã chia cho nhiều đơn vị nên không tách được.',
    en: 'The months before the reorganisation have no figures: a former unit was divided, and its figures cannot be.',
  },
  noScorecards: {
    vi: 'Chưa có số liệu tổng hợp trong khoảng thời gian này.',
    en: 'There are no figures in these months.',
  },
});
