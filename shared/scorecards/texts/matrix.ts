import { inEach, type Lang } from '#shared/language/lang.ts';
import type { BandSteps } from '#shared/norms/regimes.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { MatrixCell } from '#shared/scorecards/matrix.ts';
import { regimeOf } from '#shared/scorecards/regime-of.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { type TargetBand, targetBands } from '#shared/scorecards/target-band.ts';
import { columnLabels, indicatorLabels } from '#shared/scorecards/texts/indicators.ts';

/**
 * Each band has a shape of its own: none is told by shade alone. They are among the signs that every font of Windows
 * since 1995 and the font of the PDF have.
 */
export const bandShapes = { met: '●', near: '○', missed: '×', far: '××', open: '…' } as const satisfies Record<
  TargetBand | 'open',
  string
>;

export const matrixTexts = inEach({
  title: { vi: 'Ma trận chỉ tiêu', en: 'Matrix of figures' },
  see: { vi: 'Xem ma trận chỉ tiêu', en: 'See the matrix of figures' },
  scorecard: { vi: 'Xem bảng tổng hợp', en: 'See the scorecard' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  all: { vi: 'Toàn đơn vị', en: 'All' },
  met: { vi: 'đạt', en: 'met' },
  near: { vi: 'gần đạt', en: 'nearly met' },
  missed: { vi: 'chưa đạt', en: 'missed' },
  far: { vi: 'còn xa', en: 'far from it' },
  open: { vi: 'chưa kết luận', en: 'open' },
  order: { vi: 'Đơn vị cần giúp đỡ nhất ở trên cùng.', en: 'Who needs help most comes first.' },
  follow: { vi: 'Bấm một ô để xem vì sao.', en: 'Follow a figure to see why.' },
  since: { vi: 'so với kỳ trước.', en: 'since the period before.' },
  unbanded: {
    vi: 'Chỉ tiêu không có yêu cầu thì không xếp mức; “—” là chưa có cơ sở tính.',
    en: 'Figures without a target have no band; “—” means no base.',
  },
  openBand: {
    vi: 'Tháng chưa chốt: mức của một ô là mức tốt nhất còn đạt được khi các báo cáo còn lại đều tốt, không phải mức của tỷ lệ hiện nay.',
    en: 'Month not closed: a figure has the band of the best it can still reach if all reports to come are good, not of the share so far.',
  },
  steps: {
    vi: (cells: BandSteps, members: BandSteps) =>
      `Gần đạt: thấp hơn yêu cầu không quá ${cells.near} điểm % (tỷ lệ dự họp: ${members.near}); còn xa: thấp hơn quá ${cells.far} điểm % (tỷ lệ dự họp: ${members.far}).`,
    en: (cells: BandSteps, members: BandSteps) =>
      `Nearly met: at most ${cells.near} percentage points below the target (attendance: ${members.near}); far from it: more than ${cells.far} below (attendance: ${members.far}).`,
  },
});

/** Headings of the figures that no list of units has a column for. */
const furtherLabels = inEach({
  preparation: { vi: 'Chuẩn bị', en: 'Prepared' },
  duration: { vi: 'Thời lượng', en: 'Length' },
  thematicQuarter: { vi: 'Chuyên đề', en: 'Thematic' },
  tasksDone: { vi: 'Nhiệm vụ xong', en: 'Tasks done' },
  mattersOverdue: { vi: 'Vấn đề quá hạn', en: 'Overdue matters' },
});

/** The heading of a figure's column. */
export function matrixLabel(id: IndicatorId, lang: Lang): string {
  const labels: Readonly<Partial<Record<IndicatorId, string>>> = { ...columnLabels[lang], ...furtherLabels[lang] };
  return labels[id] ?? indicatorLabels[lang][id];
}

/** `● đạt, ○ gần đạt, × chưa đạt, ×× còn xa, … chưa kết luận` */
export function bandLegend(lang: Lang): string {
  return [...targetBands, 'open' as const].map((band) => `${bandShapes[band]} ${matrixTexts[lang][band]}`).join(', ');
}

/** How bands, figures without one and, in an open month, bands of figures that will still change are to be read. */
export function bandNotes(scorecard: Pick<Scorecard, 'status' | 'month' | 'regime'>, lang: Lang): string {
  const t = matrixTexts[lang];
  const { cells, members } = regimeOf(scorecard).targetBands;
  const notes = [t.steps(cells, members), t.unbanded, ...(scorecard.status === 'official' ? [] : [t.openBand])];
  return notes.join(' ');
}

/** The signs of a figure's band and change, as files have them: `×× ▲`. */
export function signsOf({ band, change }: Pick<MatrixCell, 'band' | 'change'>): string {
  const signs = [band && bandShapes[band], change === null ? null : directionShapes[directionOf(change)]];
  return signs.filter((sign) => sign !== null).join(' ');
}

/** The direction of a change, by a sign of its own. */
export const directionShapes = { up: '▲', down: '▼', same: '=' } as const;

export function directionOf(change: number): keyof typeof directionShapes {
  return change > 0 ? 'up' : change < 0 ? 'down' : 'same';
}
