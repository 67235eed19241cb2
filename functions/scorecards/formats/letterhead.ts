import type { SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { organsOf } from '#shared/letterheads.ts';
import { dayAt, type Instant } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecard.ts';
import { formatInstant } from '#shared/texts/format.ts';

/** Party documents pad days below 10, and of the months only January and February. */
export function longDay(instant: Instant): string {
  const [year, month, day] = dayAt(instant).split('-') as [string, string, string];
  return `ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
}

/** Whether the figures still change, in words that stand on every sheet. */
function statusOf({ status, revision, generatedAt }: Scorecard): string {
  return status === 'official'
    ? `SỐ LIỆU CHÍNH THỨC, LẦN ${revision}, CHỐT LÚC ${formatInstant(generatedAt)}`
    : `SỐ LIỆU TẠM TÍNH ĐẾN ${formatInstant(generatedAt)}`;
}

const GENERATED = 'Dữ liệu minh họa do máy sinh ra, không phải số liệu thật';

/** The block that Party documents begin with: the organs on the left, the Party and the day on the right. */
export function drawLetterhead(draft: SheetDraft, scorecard: Scorecard, columns: number): number {
  const [left, right] = [Math.floor(columns / 3), Math.ceil(columns / 2)];
  const place = scorecard.name.replace(/^\p{Ll}[\p{Ll}\s]*\s(?=\p{Lu})/u, '');
  const organs = organsOf(scorecard);
  for (const [row, organ] of organs.entries()) {
    // The one that issues the document stands last, in bold.
    draft.join(row, 0, left, organ, row === organs.length - 1 ? styles.organ : styles.superior, 20);
  }
  draft.join(organs.length, 0, left, '*', styles.star, 20);
  draft.join(0, right, columns - 1, 'ĐẢNG CỘNG SẢN VIỆT NAM', styles.party);
  draft.join(1, right, columns - 1, `${place}, ${longDay(scorecard.generatedAt)}`, styles.placeAndDay);
  return organs.length + 2;
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
  const [year, number] = month.split('-');
  const lines = [
    [title, styles.title, 22],
    [`Tháng ${number} năm ${year} – ${name}`, styles.subtitle, 18],
    [statusOf(scorecard), styles.status, 18],
    ...(generated ? [[GENERATED, styles.status, 18] as const] : []),
  ] as const;
  for (const [at, [text, style, height]] of lines.entries()) draft.join(row + at, 0, columns - 1, text, style, height);
  return row + lines.length + 1;
}
