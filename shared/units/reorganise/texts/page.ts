import { inEach } from '#shared/language/lang.ts';
import { deeds } from '#shared/units/reorganise/plan.ts';
import type { PlanColumn, ReadPlan } from '#shared/units/reorganise/read-plan.ts';

type BadPlan = Pick<Extract<ReadPlan, { ok: false }>, 'missing' | 'lines'>;

/** The columns as `fileHint` calls them. */
const columnNames: Readonly<Record<PlanColumn, string>> = {
  ...{ what: '“việc”', from: '“đơn vị cũ”', to: '“đơn vị mới”', kind: '“loại”', name: '“tên”' },
};

export const reorganiseTexts = inEach({
  title: { vi: 'Sắp xếp đơn vị', en: 'Reorganise units' },
  lead: {
    vi: 'Đổi tên, sáp nhập, chia tách, chuyển hoặc kết thúc đơn vị từ một tháng. Số liệu các tháng trước giữ nguyên; việc còn mở, kế hoạch và tài khoản đi theo đơn vị kế tục.',
    en: 'Rename, merge, split, move or end units from a month on. Figures of earlier months stay; what is open, plans and accounts follow.',
  },
  month: { vi: 'Từ tháng', en: 'From month' },
  monthHint: {
    vi: 'Tháng/năm. Tháng đầu tiên của đơn vị mới, chưa chốt số liệu.',
    en: 'Month/year. The first month of the new units; it is not closed.',
  },
  newTitle: { vi: '1. Các đơn vị mới', en: '1. New communes' },
  newHint: {
    vi: 'Ghi tên từng đơn vị mới; để trống những dòng không dùng.',
    en: 'Name each new commune; leave the other lines blank.',
  },
  newName: { vi: (n: number) => `Tên đơn vị mới ${n}`, en: (n: number) => `Name of new commune ${n}` },
  newKind: { vi: (n: number) => `Loại (xã, phường…) ${n}`, en: (n: number) => `Kind of new commune ${n}` },
  intoTitle: { vi: '2. Mỗi đơn vị hiện nay thành gì', en: '2. What each commune becomes' },
  intoHint: {
    vi: 'Các đơn vị chọn cùng một đơn vị mới sẽ sáp nhập. Chỉ một đơn vị chọn thì đó là đổi tên.',
    en: 'Communes with the same choice merge. If one alone chooses a new commune, it gets that name.',
  },
  stays: { vi: 'giữ nguyên', en: 'stays' },
  goesInto: { vi: (n: number) => `thành đơn vị mới ${n}`, en: (n: number) => `becomes new commune ${n}` },
  ends: { vi: 'kết thúc, không có đơn vị kế tục', en: 'ends, and nothing follows' },
  boards: { vi: 'Cấp ủy phụ trách các đơn vị mới', en: 'Who has charge of the new communes' },
  noBoards: { vi: 'vẫn là cấp ủy hiện nay', en: 'the present committee' },
  ownBoards: {
    vi: 'mỗi đơn vị mới có cấp ủy riêng phụ trách trực tiếp, thay cấp huyện',
    en: 'each has a board of its own, which takes over from the district',
  },
  fileTitle: { vi: 'Hoặc gửi tệp phương án', en: 'Or send a plan as a file' },
  file: { vi: 'Tệp phương án (CSV)', en: 'Plan (CSV)' },
  fileHint: {
    vi: 'Các cột: việc; đơn vị cũ; đơn vị mới; loại; tên. Dùng tệp để chia tách, chuyển hoặc sáp nhập chi bộ.',
    en: 'Columns: what; from; to; kind; name. Split, move or merge cells by a file.',
  },
  badFile: {
    vi: ({ missing, lines }: BadPlan) =>
      missing.length > 0
        ? `Tệp chưa đọc được như một phương án: dòng đầu cần có đúng một cột ${missing.map((column) => columnNames[column]).join(', một cột ')}.`
        : `Dòng ${lines.join(', ')}: việc phải là một trong: đổi tên, sáp nhập, chia tách, chuyển, giải thể, thành lập.`,
    en: ({ missing, lines }: BadPlan) =>
      missing.length > 0
        ? `The file is no plan: its head line needs just one column ${missing.join(', one ')}.`
        : `Lines ${lines.join(', ')}: what is one of ${deeds.join(', ')}.`,
  },
  preview: { vi: 'Xem trước', en: 'Preview' },
  wrong: { vi: 'Chưa thực hiện được. Đề nghị xem lại:', en: 'Nothing was changed. Please look at:' },
  previewTitle: { vi: 'Phương án sẽ làm như sau', en: 'What the plan will do' },
  nothingYet: {
    vi: 'Chưa có gì thay đổi. Xem kỹ rồi mới xác nhận.',
    en: 'Nothing is changed yet. Look, then confirm.',
  },
  reason: { vi: 'Căn cứ hoặc lý do', en: 'Reason' },
  confirm: { vi: 'Thực hiện sắp xếp', en: 'Carry it out' },
  done: { vi: 'Đã sắp xếp đơn vị', en: 'The units are reorganised' },
  undone: { vi: 'Đã hoàn tác, mọi đơn vị trở lại như trước', en: 'It is undone; all units are as before' },
  waiting: {
    vi: (count: number) => `Còn ${count} tài khoản chưa chuyển theo đơn vị mới.`,
    en: (count: number) => `${count} accounts have yet to move.`,
  },
  goOn: { vi: 'Chuyển tiếp tài khoản', en: 'Move them' },
  last: {
    vi: (month: string, at: string, by: string) =>
      `Lần sắp xếp gần nhất: từ ${month}, thực hiện ${at}, người thực hiện: ${by}.`,
    en: (month: string, at: string, by: string) =>
      `The last reorganisation: from ${month}, carried out ${at} by ${by}.`,
  },
  undoTitle: { vi: 'Hoàn tác lần sắp xếp gần nhất', en: 'Undo the last reorganisation' },
  undoRule: {
    vi: 'Được phép cho đến khi tháng đó chốt số liệu, khi đơn vị mới chưa có báo cáo và chưa ai sửa các đơn vị đó.',
    en: 'Possible until its month has closed, while no new unit has a report and nobody has changed its units.',
  },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  busy: {
    vi: 'Vừa có người khác sắp xếp đơn vị của huyện; mời xem lại rồi thực hiện.',
    en: 'Somebody else has just reorganised this district: look, and try again.',
  },
  tooLarge: {
    vi: 'Phương án thay đổi quá nhiều đơn vị một lần: chia thành nhiều phương án.',
    en: 'The plan changes too many units at once: divide it.',
  },
  nothingToUndo: { vi: 'Không có lần sắp xếp nào để hoàn tác.', en: 'There is nothing to undo.' },
  changedSince: {
    vi: (units: string) => `Các đơn vị này đã được sửa sau khi sắp xếp nên không hoàn tác được: ${units}.`,
    en: (units: string) => `These have been changed since, so it cannot be undone: ${units}.`,
  },
  reportedAlready: {
    vi: (units: string) =>
      `Đã có báo cáo của tháng đó hoặc sau: ${units}. Chọn tháng sau để không báo cáo nào bị bỏ sót.`,
    en: (units: string) => `There are reports of that month or later: ${units}. Let the plan begin in a later month.`,
  },
  reported: {
    vi: (units: string) =>
      `Đơn vị mới đã có báo cáo nên không hoàn tác được: ${units}. Nếu sai, làm một phương án sắp xếp khác.`,
    en: (units: string) => `New units have reports, so it cannot be undone: ${units}. Put it right by another plan.`,
  },
});
