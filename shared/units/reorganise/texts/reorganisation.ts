import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Month } from '#shared/period.ts';
import type { ReorganisationPreview } from '#shared/units/reorganise/preview.ts';

/** What a plan does, with what goes along. */
export interface GoesAlong extends ReorganisationPreview {
  readonly accounts: number;
  /** Open concerns; absent where nobody counted. */
  readonly matters?: number;
}

/** Of a list of units, so many are named. */
const MOST_NAMED = 12;

/** What a reorganisation does, a sentence each. */
export function previewWords(
  { communes, cellsMoved, accounts, matters, isFollowed, became, abolished, roots, sameNames }: GoesAlong,
  month: Month,
  lang: Lang,
): string[] {
  const list = (units: readonly string[]) =>
    [...units.slice(0, MOST_NAMED), ...(units.length > MOST_NAMED ? ['…'] : [])].join(', ');
  const changes = became.map(({ from, to, isNew }) => {
    const becomes = { vi: 'thành', en: 'become' };
    const how = isNew ? { vi: 'mới', en: 'new' } : { vi: 'đổi tên', en: 'renamed' };
    return `${capitalized(from.join(', '))} ${becomes[lang]} ${to} (${how[lang]}).`;
  });
  const when = formatMonth(month, lang);
  return lang === 'vi'
    ? [
        `Từ ${when}: ${communes.before} xã, phường, thị trấn thành ${communes.after}.`,
        ...changes,
        ...(isFollowed
          ? [
              `${cellsMoved} chi bộ chuyển theo; ${accounts} tài khoản chuyển theo.`,
              ...(matters === undefined ? [] : [`${matters} vấn đề đang mở đi theo.`]),
              'Nhiệm vụ còn mở, kế hoạch sinh hoạt chuyên đề và đảng viên phụ trách cũng đi theo đơn vị kế tục.',
            ]
          : []),
        'Số liệu các tháng trước giữ nguyên.',
        ...(roots.length > 0 ? [`Cấp ủy mới phụ trách trực tiếp: ${list(roots)}.`] : []),
        ...(abolished.length > 0
          ? [
              `${abolished.length} đơn vị kết thúc, không có đơn vị kế tục; việc còn mở và tài khoản của các đơn vị này không chuyển về đơn vị nào: ${list(abolished)}.`,
            ]
          : []),
        ...(sameNames.length > 0
          ? [
              `${sameNames.length} đơn vị sẽ trùng tên với đơn vị bên cạnh; tên không tự đổi, nếu cần phân biệt thì đặt lại tên: ${list(sameNames)}.`,
            ]
          : []),
      ]
    : [
        `From ${when}: ${communes.before} communes become ${communes.after}.`,
        ...changes,
        ...(isFollowed
          ? [
              `${cellsMoved} cells move; ${accounts} accounts move.`,
              ...(matters === undefined ? [] : [`${matters} open concerns go along.`]),
              'Open tasks, plans and members in charge go along too.',
            ]
          : []),
        'Figures of earlier months stay.',
        ...(roots.length > 0 ? [`New boards: ${list(roots)}.`] : []),
        ...(abolished.length > 0
          ? [
              `${abolished.length} end, and nothing follows them; what is open there and their accounts go nowhere: ${list(abolished)}.`,
            ]
          : []),
        ...(sameNames.length > 0
          ? [
              `${sameNames.length} will have the same name as one beside them; names do not change by themselves: ${list(sameNames)}.`,
            ]
          : []),
      ];
}
