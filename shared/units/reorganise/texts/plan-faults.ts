import type { Bilingual, Lang } from '#shared/language/lang.ts';
import type { PlanFault } from '#shared/units/reorganise/plan.ts';

const words: Readonly<Record<PlanFault['code'], Bilingual<(unit: string) => string>>> = {
  nothing: {
    vi: () => 'Phương án chưa có việc nào: chọn ít nhất một việc.',
    en: () => 'The plan has nothing in it: choose at least one act.',
  },
  'unknown-unit': {
    vi: (unit) => `Không có ${unit} trước và trong tháng sắp xếp: kiểm tra mã đơn vị và tháng.`,
    en: (unit) => `${unit} does not stand before and in the month: check its id and the month.`,
  },
  twice: {
    vi: (unit) => `${unit} có hai việc khác nhau: chỉ giữ một việc.`,
    en: (unit) => `${unit} has two acts: keep one.`,
  },
  chain: {
    vi: (unit) =>
      `${unit} nhập vào một đơn vị mà phương án này lại cho nhập vào đơn vị khác: ghi thẳng đơn vị cuối cùng.`,
    en: (unit) => `${unit} goes into a unit that goes into another: name the last one directly.`,
  },
  'into-itself': {
    vi: (unit) => `${unit} không thể thành chính nó: ghi đơn vị khác cùng nhập vào, hoặc xóa dòng này.`,
    en: (unit) => `${unit} cannot become itself: name another unit that goes into it, or leave this line out.`,
  },
  taken: {
    vi: (unit) =>
      `${unit}: mã của đơn vị mới đang là mã của một đơn vị khác. Chọn mã khác; nếu đơn vị đó cùng nhập vào, thêm một dòng sáp nhập.`,
    en: (unit) =>
      `${unit}: the id of the new unit is that of another. Choose another id; if that unit goes in too, add a line that merges it.`,
  },
  'under-ended': {
    vi: (unit) =>
      `${unit}: đơn vị cấp trên kết thúc trong phương án này, nên việc này không thực hiện được: bỏ một trong hai dòng.`,
    en: (unit) => `${unit}: the unit above is abolished by this plan, so this cannot be done: leave one of them out.`,
  },
  'too-much': {
    vi: (unit) =>
      `${unit}: giải thể thì để trống đơn vị mới, loại và tên; đổi tên thì để trống đơn vị mới. Nếu nhập vào đơn vị khác, ghi là sáp nhập.`,
    en: (unit) =>
      `${unit}: abolish has no to, kind or name; rename has no to. If it goes into another unit, say merge.`,
  },
  'ends-district': {
    vi: (unit) =>
      `${unit} không thể kết thúc mà không có đơn vị kế tục: thành lập cấp ủy mới thay thế và chuyển các xã về đó; khi không còn xã nào, đơn vị này tự kết thúc.`,
    en: (unit) =>
      `${unit} cannot end with nothing to follow: say root for the boards that take over and let the communes go there; it ends when none is left.`,
  },
  'no-target': {
    vi: (unit) => `${unit}: chưa rõ về đơn vị nào, hoặc đơn vị đó không có.`,
    en: (unit) => `${unit}: say into which unit it goes; there is none such.`,
  },
  'no-name': {
    vi: (unit) => `${unit}: đơn vị mới chưa có tên.`,
    en: (unit) => `${unit}: the new unit has no name.`,
  },
  differs: {
    vi: (unit) =>
      `${unit}: các dòng về cùng một đơn vị mới ghi tên hoặc loại khác nhau: ghi giống nhau, hoặc chỉ ghi ở một dòng.`,
    en: (unit) => `${unit}: lines on one new unit call it differently: say the same name and kind, or say it once.`,
  },
  'same-name': {
    vi: (unit) =>
      `${unit}: phương án đặt hai đơn vị cạnh nhau cùng một tên: đổi một tên; nếu là một đơn vị, ghi cùng một mã đơn vị mới.`,
    en: (unit) =>
      `${unit}: the plan calls two units beside each other alike: change a name or, if it is one unit, give the same id.`,
  },
  'bad-id': {
    vi: (unit) => `${unit}: mã của đơn vị mới chỉ gồm chữ thường không dấu, số, gạch nối và dấu chấm.`,
    en: (unit) => `${unit}: the new unit’s id is small letters, digits and hyphens, with dots between.`,
  },
  'wrong-level': {
    vi: (unit) => `${unit}: xã chỉ nhập vào xã, chi bộ vào chi bộ; chuyển thì về đơn vị cấp trên trực tiếp.`,
    en: (unit) => `${unit}: communes go into communes and cells into cells; a move names the unit above.`,
  },
};

/** What is wrong with a plan, and the way out. */
export function planFaultWords({ code, unit, line }: PlanFault, lang: Lang): string {
  const at = line === undefined ? '' : lang === 'vi' ? `dòng ${line}: ` : `line ${line}: `;
  return at + words[code][lang](unit);
}
