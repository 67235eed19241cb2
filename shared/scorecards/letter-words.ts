import { formatInstant, formatNumber } from '#shared/language/format.ts';
import { type Instant, lastMonthOf } from '#shared/period.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { withoutReport } from '#shared/scorecards/without-report.ts';
import { organsOf } from '#shared/units/letterheads.ts';

/** Whether the figures still change, in words that stand on every sheet. */
export function statusOf({ status, revision, generatedAt, indicators }: Scorecard): string {
  const { denominator } = partsOf(indicators, 'reported');
  const { notDue, missing: late } = withoutReport(indicators);
  const of = `/${formatNumber(denominator)}`;
  const missing = [
    ...(notDue > 0 ? [`CHƯA ĐẾN HẠN ${formatNumber(notDue)}${of}`] : []),
    ...(late > 0 || notDue === 0 ? [`CHƯA BÁO CÁO ${formatNumber(late)}${of}`] : []),
  ].join('; ');
  return status === 'official'
    ? `SỐ LIỆU CHÍNH THỨC, LẦN ${revision}, CHỐT LÚC ${formatInstant(generatedAt)}; ${missing}`
    : `SỐ LIỆU TẠM TÍNH ĐẾN ${formatInstant(generatedAt)}; ${missing}`;
}

/** Who takes a file away, and when: it stands on every page of it. */
export interface Exported {
  readonly by: string;
  readonly at: Instant;
}

/** A file's watermark: who took it, when, and whether its figures are final. */
export function watermarkOf({ status, revision }: Scorecard, { by, at }: Exported): string {
  const standing = status === 'official' ? `số liệu chính thức lần ${revision}` : 'số liệu tạm tính';
  return `Xuất bởi ${by} lúc ${formatInstant(at)}; ${standing}`;
}

/** What is said of made-up data. */
export const GENERATED = 'Dữ liệu minh họa do máy sinh ra, không phải số liệu thật';

type Issued = Pick<Scorecard, 'unit' | 'name' | 'month'>;

/** The board that issues the document; the committee itself where it has none. */
function issuingBoard({ unit, name, month }: Issued): string | undefined {
  return organsOf({ unit, name, month: lastMonthOf(month) })[1];
}

/** What stands above the name of the one who signs: the head of the board, or the committee's secretary. */
export function signersOf(scorecard: Issued): readonly string[] {
  return issuingBoard(scorecard) ? ['TRƯỞNG BAN'] : ['T/M ĐẢNG ỦY', 'BÍ THƯ'];
}

/** The signs of a report's number: of a board its initials, `BC/BTC`. */
export function reportSigns(scorecard: Issued): string {
  const words = issuingBoard(scorecard)?.split(' ') ?? ['Đ', 'U'];
  return `BC/${words.map((word) => word.charAt(0)).join('')}`;
}
