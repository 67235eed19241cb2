import type { Lang } from '#shared/language/lang.ts';
import type { ItemKind, LeftOut } from '#shared/scorecards/left-out.ts';

interface Texts {
  readonly title: (count: number) => string;
  readonly explained: string;
  readonly kinds: Readonly<Record<ItemKind, string>>;
  readonly why: Readonly<Record<LeftOut['why'], string>>;
}

/** What a scorecard, or a list, says of items that are in none of its figures. */
export const leftOutTexts: Readonly<Record<Lang, Texts>> = {
  vi: {
    title: (count) => `${count} mục không đọc được`,
    explained:
      'Các mục dưới đây không có trong số liệu và danh sách của trang; mọi mục khác vẫn được tính đủ. Đề nghị đồng chí báo người vận hành hệ thống kèm tên mục.',
    kinds: {
      report: 'Báo cáo sinh hoạt',
      visit: 'Buổi dự sinh hoạt của tổ công tác',
      matter: 'Vấn đề phản ánh',
      themes: 'Kế hoạch chuyên đề',
      officers: 'Phân công cấp ủy viên phụ trách',
      'officer-record': 'Theo dõi cấp ủy viên phụ trách',
      groups: 'Danh sách tổ công tác',
      units: 'Danh sách đơn vị',
      reopening: 'Quyết định mở lại tháng',
      guidance: 'Định hướng nội dung sinh hoạt',
      library: 'Bài của cẩm nang',
      training: 'Lớp tập huấn',
      scorecard: 'Bảng tổng hợp để so sánh',
      shared: 'Buổi sinh hoạt được giới thiệu',
      targets: 'Chỉ tiêu của chi bộ',
      ask: 'Đề nghị sửa báo cáo',
      task: 'Tin về nhiệm vụ giữa hai kỳ sinh hoạt',
      register: 'Sổ văn bản của chi bộ',
      agenda: 'Chương trình sinh hoạt',
      proposal: 'Đề xuất của đảng viên',
      action: 'Biện pháp khắc phục',
      briefing: 'Lời văn báo cáo tháng',
      summary: 'Lời văn sơ kết',
      baseline: 'Số liệu trước khi áp dụng',
      shapes: 'Hình bản đồ của các đơn vị',
      token: 'Mã cho máy',
    },
    why: { unreadable: 'dữ liệu hỏng', 'no-unit': 'đơn vị không hoạt động trong tháng' },
  },
  en: {
    title: (count) => (count === 1 ? '1 item cannot be read' : `${count} items cannot be read`),
    explained:
      'What is named here is in none of the figures and lists of this page; everything else is counted. Please tell whoever operates the system, with the name.',
    kinds: {
      report: 'Report of a meeting',
      visit: 'Visit of a working group',
      matter: 'Concern',
      themes: 'Thematic plan',
      officers: 'List of members in charge',
      'officer-record': 'Record of members in charge',
      groups: 'List of working groups',
      units: 'List of units',
      reopening: 'Reopening of the month',
      guidance: 'Orientation for meetings',
      library: 'Piece of the guidebook',
      training: 'Training',
      scorecard: 'Scorecard to compare with',
      shared: 'Meeting held up as an example',
      targets: 'Targets of a cell',
      ask: 'Request to amend a report',
      task: 'Word on a task between meetings',
      register: 'Register of a cell’s documents',
      agenda: 'Agenda of a meeting',
      proposal: 'Proposal of a member',
      action: 'Corrective action',
      briefing: 'Words of a monthly briefing',
      summary: 'Words of a summary',
      baseline: 'Counts from before the regime',
      shapes: 'Outlines of units for the map',
      token: 'Machine token',
    },
    why: { unreadable: 'its data are broken', 'no-unit': 'its unit does not stand in the month' },
  },
};

/** The head of a file has room for so many. */
const MOST = 10;

/** What is in none of the figures, in one paragraph for the head of a file. */
export function leftOutLine(leftOut: readonly LeftOut[]): string {
  const { kinds, why } = leftOutTexts.vi;
  const said = leftOut.slice(0, MOST).map((each) => `${kinds[each.kind]} ${each.name} (${why[each.why]})`);
  const more = leftOut.length - said.length;
  return [...said, ...(more > 0 ? [`và ${more} mục khác`] : [])].join('; ');
}
