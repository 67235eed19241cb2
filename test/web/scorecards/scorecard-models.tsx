import { demoUnits, district } from '#infra/demo/units.ts';
import { addMonths, monthsBetween, periodsAround, shiftPeriod } from '#shared/period.ts';
import { changesBetween } from '#shared/scorecards/compare.ts';
import { matrixOf } from '#shared/scorecards/matrix.ts';
import { mergeMonths } from '#shared/scorecards/merge-months.ts';
import { placeIn } from '#shared/scorecards/place.ts';
import type { Reopening } from '#shared/scorecards/reopening.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { type Trend, trendOf } from '#shared/scorecards/trend.ts';
import { readShapes } from '#shared/units/shapes/read-shapes.ts';
import type { UnitId } from '#shared/units/units.ts';
import { fullName } from '#shared/units/units.ts';
import { madeShapes } from '#test/shared/units/shapes/made-shapes.ts';
import { actionUnderWay } from '#test/web/actions/action-models.tsx';
import type { Contexts } from '#test/web/contexts.ts';
import { cell, commune, month, monthsBeside } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { demoScorecards } from '#test/web/scorecards/demo-scorecards.ts';
import { MapPage } from '#web/scorecards/map-page.tsx';
import { MatrixPage } from '#web/scorecards/matrix-page.tsx';
import { ReopenPage } from '#web/scorecards/reopen-page.tsx';
import { ScorecardPage } from '#web/scorecards/scorecard-page.tsx';
import { TrendPage } from '#web/scorecards/trend-page.tsx';

/** A month in which nothing could be counted. */
function uncounted(scorecard: Scorecard): Scorecard {
  const indicators = scorecard.indicators.map((each) => ({
    ...each,
    denominator: 0,
    numerator: 0,
    value: null,
    verdict: null,
    met: null,
  }));
  return { ...scorecard, status: 'live', revision: 0, indicators, children: [], belowNorm: [] };
}

const span = { from: addMonths(month, -23), to: month };
const year = periodsAround(month)[3];
const unit = { id: district.id, name: fullName(district) };

const reason = 'Tên chi bộ ghi sai từ đầu năm';
const open: Reopening = {
  district: district.id,
  month,
  revision: 1,
  by: { user: 'district', role: 'district', unit: district.id },
  at: '2025-12-15T02:15:00.000Z',
  reason,
};
const closed = { district: district.id, month, baseRevision: 0, typed: {}, errors: [], stale: false } as const;

/** Two years of the district, one of its months without a scorecard. */
function districtYears(): Scorecard[] {
  const { ofDistrict, districtBefore } = demoScorecards();
  return monthsBetween(span.from, span.to)
    .filter((_, at) => at !== 7)
    .map((each, at) => ({ ...(at % 3 === 0 ? districtBefore : ofDistrict), month: each }));
}

/** The year of a scorecard, from it and the month before it in turn. */
function yearOf(scorecard: Scorecard, before: Scorecard): Trend['months'] {
  const year = { from: addMonths(month, -11), to: month };
  const cards = monthsBetween(year.from, year.to).map((each, at) => ({
    ...(at % 2 ? scorecard : before),
    month: each,
  }));
  return trendOf(year, cards).months;
}

/** A commune's place in the district's month. */
function placeOf(unit: UnitId) {
  const place = placeIn(demoScorecards().ofDistrict, unit);
  return place ? { place } : {};
}

/** The scorecards of a month and a year, a month that is opened again, and the trend of two years. */
export function scorecardModels({ inCommune, inGroup, inDistrict }: Contexts): Examples {
  return {
    'scorecard-district': () => (
      <ScorecardPage
        context={inDistrict}
        scorecard={demoScorecards().ofDistrict}
        months={yearOf(demoScorecards().ofDistrict, demoScorecards().districtBefore)}
        previous={monthsBeside.previousMonth}
        next={monthsBeside.nextMonth}
        newestRevision={1}
      />
    ),
    'scorecard-commune': () => (
      <ScorecardPage
        context={inCommune}
        scorecard={demoScorecards().ofCommune}
        months={yearOf(demoScorecards().ofCommune, demoScorecards().communeBefore)}
        {...placeOf(commune.id)}
      />
    ),
    'scorecard-amended': () => (
      <ScorecardPage
        context={inCommune}
        scorecard={{ ...demoScorecards().ofCommune, revision: 2 }}
        newestRevision={3}
        successors={{
          [commune.id]: [{ name: 'xã Đồng Tiến', path: '/scorecards/hiep-hoa.dong-tien' }],
          [cell.id]: [
            { name: 'Chi bộ thôn Bình Vân', path: `/results/${commune.id}.binh-van` },
            { name: 'Chi bộ thôn Bình An' },
          ],
        }}
        changes={changesBetween(demoScorecards().communeBefore, demoScorecards().ofCommune)}
      />
    ),
    'scorecard-live': () => (
      <ScorecardPage
        context={inCommune}
        scorecard={{ ...demoScorecards().ofCommune, status: 'live', revision: 0 }}
        closing="2025-12-10T16:59:59.999Z"
        comparison={{ typed: '02/2020' }}
      />
    ),
    'scorecard-district-year': () => (
      <ScorecardPage
        context={inDistrict}
        scorecard={mergeMonths(year, [demoScorecards().districtBefore, demoScorecards().ofDistrict]) as Scorecard}
        comparison={{ typed: '2024', with: shiftPeriod(year, -1) }}
      />
    ),
    'scorecard-empty': () => <ScorecardPage context={inGroup} scorecard={uncounted(demoScorecards().ofCommune)} />,
    'scorecard-district-sorted': () => (
      <ScorecardPage
        context={inDistrict}
        scorecard={demoScorecards().ofDistrict}
        arrangement={{ sort: 'attendance', order: 'desc', only: 'any' }}
      />
    ),
    'scorecard-district-corrected': () => (
      <ScorecardPage
        context={inDistrict}
        scorecard={{
          ...demoScorecards().ofDistrict,
          revision: 2,
          reopenings: 1,
          corrections: [
            { of: cell.id, kind: 'units', names: { before: fullName(cell), after: 'Chi bộ thôn Bình Vân' }, reason },
            { of: `${cell.id}_${month}-03_regular`, kind: 'report', before: 1, after: 2, reason: 'Nhập nhầm số dự' },
            { of: `${cell.id}_${month}-03_visit-3`, kind: 'visit', after: 1 },
          ],
        }}
        newestRevision={2}
      />
    ),
    'scorecard-district-matrix': () => (
      <MatrixPage
        context={inDistrict}
        scorecard={demoScorecards().ofDistrict}
        acted={[{ action: actionUnderWay, unitName: 'xã Thanh Vân' }]}
        previous={monthsBeside.previousMonth}
      />
    ),
    'scorecard-commune-matrix': () => (
      <MatrixPage context={inCommune} scorecard={demoScorecards().ofCommune} acted={[]} />
    ),
    'scorecard-empty-matrix': () => (
      <MatrixPage context={inGroup} scorecard={uncounted(demoScorecards().ofCommune)} acted={[]} />
    ),
    'scorecard-district-map': () => <MapPage {...mapOf(demoScorecards().ofDistrict)} context={inDistrict} />,
    reopen: () => <ReopenPage {...closed} context={inDistrict} />,
    'reopen-wrong': () => (
      <ReopenPage {...closed} context={inDistrict} errors={[{ field: 'reason', code: 'required' }]} />
    ),
    'reopen-open': () => <ReopenPage {...closed} context={inDistrict} baseRevision={1} open={open} />,
    'reopen-stale': () => (
      <ReopenPage {...closed} context={inDistrict} baseRevision={1} open={open} stale typed={{ reason }} />
    ),
    trend: () => <TrendPage context={inDistrict} unit={unit} span={span} trend={trendOf(span, districtYears())} />,
    'trend-empty': () => <TrendPage context={inDistrict} unit={unit} span={span} />,
    'trend-wrong': () => (
      <TrendPage
        context={inDistrict}
        unit={unit}
        span={span}
        typed={{ from: 'tháng hai', to: '13/2021' }}
        errors={[
          { field: 'from', code: 'not-a-month' },
          { field: 'to', code: 'not-a-span', params: { max: 60 } },
        ]}
      />
    ),
  };
}

/** A map with all outlines but one, as large as a page may have it. */
function mapOf(scorecard: Scorecard) {
  const communes = demoUnits().filter(({ level }) => level === 'commune');
  const read = readShapes(JSON.stringify(madeShapes(communes.slice(1).map(({ id }) => id))), communes);
  if (!read.ok) throw new Error(read.faults.join('; '));
  return { scorecard, drawing: read.drawing, figures: matrixOf(scorecard).columns, figure: 'attendance' as const };
}
