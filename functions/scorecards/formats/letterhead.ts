import type { SheetDraft } from '#functions/scorecards/formats/sheet-draft.ts';
import { styles } from '#functions/scorecards/formats/xlsx-styles.ts';
import { longDay, placeOf } from '#shared/documents/party-words.ts';
import { capitalized, formatPeriod } from '#shared/language/format.ts';
import { dayAt, lastMonthOf } from '#shared/period.ts';
import { GENERATED, signersOf, statusOf } from '#shared/scorecards/letter-words.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { letterheadIn, organsOf } from '#shared/units/letterheads.ts';

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
