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
};

/** What is wrong with a plan, and the way out. */
export function planFaultWords({ code, unit, line }: PlanFault, lang: Lang): string {
  const at = line === undefined ? '' : lang === 'vi' ? `dòng ${line}: ` : `line ${line}: `;
  return at + words[code][lang](unit);
}
