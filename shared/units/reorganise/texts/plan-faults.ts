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
  'no-target': {
    vi: (unit) => `${unit}: chưa rõ về đơn vị nào, hoặc đơn vị đó không có.`,
    en: (unit) => `${unit}: say into which unit it goes; there is none such.`,
  },
  'no-name': {
    vi: (unit) => `${unit}: đơn vị mới chưa có tên.`,
    en: (unit) => `${unit}: the new unit has no name.`,
  },
  'bad-id': {
    vi: (unit) => `${unit}: mã của đơn vị mới chỉ gồm chữ thường không dấu, số, gạch nối và dấu chấm.`,
    en: (unit) => `${unit}: the new unit’s id is small letters, digits and hyphens, with dots between.`,
  },
  'wrong-level': {
    vi: (unit) => `${unit}: xã chỉ nhập vào xã, chi bộ vào chi bộ; chuyển thì về đơn vị cấp trên trực tiếp.`,
    en: (unit) => `${unit}: communes go into communes and cells into cells; a move names the unit above.`,
  },
  'goes-on': {
    vi: (unit) =>
      `${unit}: đơn vị tiếp nhận lại nhập vào đơn vị khác trong cùng phương án; ghi thẳng đơn vị cuối cùng.`,
    en: (unit) => `${unit}: what it goes into itself goes into another in this plan; name the last one.`,
  },
  alone: {
    vi: (unit) => `${unit} nhập vào chính nó: ghi đơn vị khác, hoặc dùng đổi tên.`,
    en: (unit) => `${unit} would go into itself: name another unit, or rename it.`,
  },
  differs: {
    vi: (unit) => `${unit}: các dòng về cùng một đơn vị mới ghi tên hoặc loại khác nhau; chỉ giữ một.`,
    en: (unit) => `${unit}: lines about the same new unit give it different names or kinds; keep one.`,
  },
  'whole-district': {
    vi: (unit) => `${unit} là cả đảng bộ huyện: không kết thúc được khi chưa có nơi tiếp nhận; dùng việc thành lập.`,
    en: (unit) => `${unit} is the whole district: it does not end with nothing to follow it; use root.`,
  },
};

/** What is wrong with a plan, and the way out. */
export function planFaultWords({ code, unit, line }: PlanFault, lang: Lang): string {
  const at = line === undefined ? '' : lang === 'vi' ? `dòng ${line}: ` : `line ${line}: `;
  return at + words[code][lang](unit);
}
