import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Month } from '#shared/period.ts';
import type { ReorganisationPreview } from '#shared/units/reorganise/preview.ts';

/** What goes along with units, in figures. */
export interface GoesAlong extends ReorganisationPreview {
  readonly accounts: number;
  /** Open concerns; absent where nobody counted. */
  readonly matters?: number;
}

/** Of a list of units, so many are named. */
const MOST_NAMED = 12;

/** What a reorganisation does, a sentence each. */
export function previewWords(
  { communes, becomes, cellsMoved, accounts, matters, abolished, roots, sameNames }: GoesAlong,
  month: Month,
  lang: Lang,
): string[] {
  const list = (units: readonly string[]) =>
    [...units.slice(0, MOST_NAMED), ...(units.length > MOST_NAMED ? ['…'] : [])].join('; ');
  const word = lang === 'vi' ? 'thành' : 'becomes';
  const changes = becomes.map(({ from, to }) => `${capitalized(from.join(', '))} ${word} ${to}.`);
  const goesAlong = becomes.length > 0 || cellsMoved > 0;
  const when = formatMonth(month, lang);
  return lang === 'vi'
    ? [
        `Từ ${when}: ${communes.before} xã, phường, thị trấn thành ${communes.after}.`,
        ...changes,
        `${cellsMoved} chi bộ chuyển theo; ${accounts} tài khoản chuyển theo.`,
        ...(matters === undefined ? [] : [`${matters} vấn đề đang mở đi theo.`]),
        goesAlong
          ? 'Nhiệm vụ còn mở, kế hoạch sinh hoạt chuyên đề và đảng viên phụ trách cũng đi theo; số liệu các tháng trước giữ nguyên.'
          : 'Số liệu các tháng trước giữ nguyên.',
        ...(roots.length > 0 ? [`Cấp ủy mới phụ trách trực tiếp: ${list(roots)}.`] : []),
        ...(abolished.length > 0
          ? [
              `${abolished.length} đơn vị kết thúc, không có đơn vị kế tục, việc còn mở không chuyển cho ai: ${list(abolished)}.`,
            ]
          : []),
        ...(sameNames.length > 0
          ? [`Có đơn vị sẽ trùng tên với đơn vị bên cạnh, đề nghị đặt tên khác: ${list(sameNames)}.`]
          : []),
      ]
    : [
        `From ${when}: ${communes.before} communes become ${communes.after}.`,
        ...changes,
        `${cellsMoved} cells move; ${accounts} accounts move.`,
        ...(matters === undefined ? [] : [`${matters} open concerns go along.`]),
        goesAlong
          ? 'Open tasks, plans and members in charge go along too; figures of earlier months stay.'
          : 'Figures of earlier months stay.',
        ...(roots.length > 0 ? [`New boards: ${list(roots)}.`] : []),
        ...(abolished.length > 0
          ? [
              `${abolished.length} end, nothing follows them, and what they have open goes to nobody: ${list(abolished)}.`,
            ]
          : []),
        ...(sameNames.length > 0
          ? [`Some will have the same name as one beside them, better renamed: ${list(sameNames)}.`]
          : []),
      ];
}
