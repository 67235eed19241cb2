import { district } from '#infra/demo/units.ts';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import { scoresOf } from '#shared/judging/scores.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { Kind, ReportId } from '#shared/reports/report.ts';
import { choiceQuery, type ReviewRow, reviewTags } from '#shared/reviews/review-list.ts';
import type { Finding } from '#shared/reviews/sentinels.ts';
import { communeOf, fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell, commune, communeCells, directory, month, monthsBeside } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { submitted } from '#test/web/reports/full-report.ts';
import { ByCommunePage } from '#web/reviews/by-commune-page.tsx';
import { ReviewPage } from '#web/reviews/review-page.tsx';
import { ReviewsPage } from '#web/reviews/reviews-page.tsx';

/** All that may stand out, each with its figures. */
const findings: readonly Finding[] = [
  { id: 'self-mark', seen: { self: 100, figures: 61 } },
  {
    id: 'missed-lines',
    seen: { count: 6, lines: ['attendance', 'papersSent', 'oriented', 'speakers', 'conclusion', 'steps'] },
  },
  { id: 'unexcused', seen: { unexcused: 4, required: 20 } },
  { id: 'copied-before', seen: { month: '2025-09' } },
  { id: 'copied-from-others', seen: { count: 5, cells: communeCells.slice(1, 4).map(({ id }) => id) } },
  { id: 'same-length', seen: { minutes: 90, months: 4 } },
  { id: 'members-jump', seen: { from: 20, to: 31 } },
  { id: 'result-jump', seen: { unit: 'dong', quantity: 120_000_000, usual: 9_500_000 } },
];
const flags = ['below-attendance', 'unexcused-absence', 'too-short', 'no-resolution', 'papers-late'] as const;
const names = new Map([...directory.communes, ...directory.cells].map((unit) => [unit.id, fullName(unit)]));
const nameOf = (unit: UnitId) => names.get(unit) ?? unit;

/** A page of rows: the first has all that there is, each other one sign or none. */
function rowsOf(cells: readonly Unit[], most: number): ReviewRow[] {
  return cells.slice(0, 25).map((own, at) => {
    const kind: Kind = at % 4 === 3 ? 'thematic' : 'regular';
    return {
      ...{ id: `${own.id}_${month}-03_${kind}` as ReportId, kind, cell: own, revision: 1 + (at % 2) },
      ...{ state: at % 9 === 5 ? 'confirmed' : 'submitted', present: 17, required: 20, minutes: 95 },
      findings: at === 0 ? findings.slice(0, most) : findings.filter((_, n) => n === at % 12),
      flags: at % 3 === 2 ? [] : flags.slice(0, 1 + (at % 4)),
    };
  });
}

const tags = reviewTags.map((tag, at) => ({ tag, count: 4 * at }));
const nothing = {
  tags: [],
  communes: [],
  groups: [],
  rows: [],
  total: 0,
  waiting: 0,
  outstanding: 0,
  page: 1,
  pages: 1,
};
const base = { month, closed: false, choice: {}, nameOf, typed: {}, errors: [] } as const;

/** The pages of reviews: a commune's, a district's, one report, and what comes back. */
export function reviewModels({ inCommune, inGroup, inDistrict }: Contexts): Examples {
  const ofCommune = rowsOf(communeCells, findings.length);
  const ofDistrict = rowsOf(directory.cells, findings.length);
  const regime = requireRegime(month);
  const communes = directory.communes.map((unit, at) => ({ value: unit.id, name: fullName(unit), count: at + 1 }));
  const groups = directory.groups.map(({ number, name }) => ({ value: String(number), name, count: 3 * number }));
  const filled = { ...base, waiting: 361, outstanding: 40, tags, page: 2, pages: 15, total: 361 };
  const one = {
    ...{ revision: submitted, regime, cellName: fullName(cell), communeName: fullName(commune), nameOf },
    ...{ judgement: judgeMeeting(submitted.report, regime), scores: scoresOf(submitted.report, regime, []) },
    ...{ tasks: new Map(), place: 3, total: 25, to: `/reviews?report=${submitted.id}`, listPath: '/reviews' },
    ...{
      row: { findings, flags },
      may: { return: true, confirm: true },
      done: false,
      stale: false,
      typed: {},
      errors: [],
    },
  };
  const [first, second, third] = ofCommune.map(({ id }) => id) as [ReportId, ReportId, ReportId];
  return {
    'reviews-commune': () => (
      <ReviewsPage
        {...base}
        {...monthsBeside}
        {...{ context: inCommune, unit: commune, rows: ofCommune, first, tags, communes: [], groups: [] }}
        {...{ waiting: 25, outstanding: 9, total: 25, page: 1, pages: 1 }}
      />
    ),
    'reviews-district': () => (
      <ReviewsPage
        {...filled}
        {...{ context: inDistrict, unit: district, rows: ofDistrict, first, communes, groups }}
        choice={{ tag: 'any', commune: communeOf(cell.id), group: 3 }}
      />
    ),
    'reviews-large': () => (
      <ByCommunePage
        context={inDistrict}
        unit={{ id: district.id, name: fullName(district) }}
        month={month}
        {...monthsBeside}
        communes={Array.from({ length: 130 }, (_, n) => ({
          ...{ unit: `${district.id}.xa-${n}`, name: `xã Số ${n + 1}` },
          ...(n < 128 && { count: 128 - n }),
        }))}
        total={8256}
        countedAt="2025-11-30T01:00:00.000Z"
      />
    ),
    'reviews-none': () => <ReviewsPage {...base} {...nothing} context={inGroup} unit={district} closed done />,
    'reviews-decided': () => (
      <ReviewsPage
        {...base}
        {...{
          context: inCommune,
          unit: commune,
          rows: ofCommune.slice(3),
          first: third,
          tags,
          communes: [],
          groups: [],
        }}
        {...{ waiting: 22, outstanding: 9, total: 22, page: 1, pages: 1 }}
        outcome={{
          confirmed: [first],
          left: [
            { id: second, why: 'stale', meanwhile: { state: 'confirmed', by: submitted.by, at: submitted.at } },
            { id: third, why: 'own-entry' },
            { id: 'x', why: 'not-found' },
          ],
        }}
      />
    ),
    'reviews-refused': () => (
      <ReviewsPage
        {...base}
        {...{ context: inCommune, unit: commune, rows: ofCommune, first, tags, communes: [], groups: [] }}
        {...{ waiting: 25, outstanding: 9, total: 25, page: 1, pages: 1 }}
        typed={{ [`tick.${second}`]: '1', reason: '' }}
        errors={[
          { field: 'tick', code: 'required' },
          { field: 'reason', code: 'required' },
        ]}
      />
    ),
    review: () => (
      <ReviewPage
        {...one}
        context={inCommune}
        nextPath={`/reviews?${new URLSearchParams(choiceQuery({ tag: 'any' }))}`}
        done
      />
    ),
    'review-refused': () => (
      <ReviewPage
        {...{ ...one, context: inDistrict, typed: { action: 'return', reason: '' }, stale: true }}
        errors={[{ field: 'reason', code: 'required' }]}
      />
    ),
  };
}
