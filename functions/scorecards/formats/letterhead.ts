import type { SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { longDay, placeOf } from '#shared/documents/party-words.ts';
import { capitalized, formatInstant, formatNumber, formatPeriod } from '#shared/language/format.ts';
import { dayAt, type Instant, lastMonthOf } from '#shared/period.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { withoutReport } from '#shared/scorecards/without-report.ts';
import { letterheadIn, organsOf } from '#shared/units/letterheads.ts';

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

/** The block that Party documents begin with: the organs on the left, the Party and the day on the right. */
export function drawLetterhead(draft: SheetDraft, scorecard: Scorecard, columns: number): number {
  const [left, right] = [Math.floor(columns / 3), Math.ceil(columns / 2)];
  const month = lastMonthOf(scorecard.month);
  const organs = organsOf({ ...scorecard, month });
  for (const [row, organ] of organs.entries()) {
    // The one that issues the document stands last, in bold.
    draft.join(row, 0, left, organ, row === organs.length - 1 ? styles.organ : styles.superior, 20);
  }
  draft.join(organs.length, 0, left, '*', styles.star, 20);
  draft.join(0, right, columns - 1, 'ĐẢNG CỘNG SẢN VIỆT NAM', styles.party);
  draft.join(
    1,
    right,
    columns - 1,
    `${placeOf(scorecard.name)}, ${longDay(dayAt(scorecard.generatedAt), letterheadIn(month).layout)}`,
    styles.placeAndDay,
  );
  return organs.length + 2;
}

/** The board that issues the document; the committee itself where it has none. */
function issuingBoard({ unit, name, month }: Scorecard): string | undefined {
  return organsOf({ unit, name, month: lastMonthOf(month) })[1];
}

/** What stands above the name of the one who signs: the head of the board, or the committee's secretary. */
export function signersOf(scorecard: Scorecard): readonly string[] {
  return issuingBoard(scorecard) ? ['TRƯỞNG BAN'] : ['T/M ĐẢNG ỦY', 'BÍ THƯ'];
}

/** The signs of a report's number: of a board its initials, `BC/BTC`. */
export function reportSigns(scorecard: Scorecard): string {
  const words = issuingBoard(scorecard)?.split(' ') ?? ['Đ', 'U'];
  return `BC/${words.map((word) => word.charAt(0)).join('')}`;
}

/** Who signs: who drew it up on the left, the head of the organ on the right, with room for both names. */
export function drawSignatures(draft: SheetDraft, scorecard: Scorecard, row: number, columns: number): void {
  const half = Math.floor(columns / 2);
  const head = signersOf(scorecard);
  draft.join(row, 0, half - 1, 'NGƯỜI LẬP BIỂU', styles.organ, 20);
  for (const [at, line] of head.entries()) draft.join(row + at, half, columns - 1, line, styles.organ, 20);
  for (const side of [0, half]) {
    draft.join(
      row + head.length,
      side,
      side === 0 ? half - 1 : columns - 1,
      '(Ký, ghi rõ họ tên)',
      styles.placeAndDay,
      20,
    );
  }
}

/** A sheet's title with the unit, the month and the standing of the figures. Returns the row below. */
export function drawTitle(
  draft: SheetDraft,
  scorecard: Scorecard,
  title: string,
  row: number,
  columns: number,
): number {
  const { name, month, generated } = scorecard;
  const lines = [
    [title, styles.title, 22],
    [`${capitalized(formatPeriod(month))} – ${name}`, styles.subtitle, 18],
    [statusOf(scorecard), styles.status, 18],
    ...(generated ? [[GENERATED, styles.status, 18] as const] : []),
  ] as const;
  for (const [at, [text, style, height]] of lines.entries()) draft.join(row + at, 0, columns - 1, text, style, height);
  return row + lines.length + 1;
}
