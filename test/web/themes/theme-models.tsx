import { addMonths } from '#shared/period.ts';
import { type ReportId, reportIdOf } from '#shared/reports/report.ts';
import type { SharedRevision } from '#shared/themes/shared-meeting.ts';
import {
  type ThematicPlan,
  themeField,
  themeYearOf,
  typedThematicPlans,
  yearOf,
} from '#shared/themes/thematic-plan.ts';
import { cellsAPage, cellsPage } from '#shared/units/cells-page.ts';
import type { UnitId } from '#shared/units/units.ts';
import { day } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell, commune, communeCells, directory, manyCells, month } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import type { PageContext } from '#web/context.ts';
import { SharedMeetingsPage } from '#web/themes/shared-meetings-page.tsx';
import { ThemesPage } from '#web/themes/themes-page.tsx';

const year = yearOf(month);

/** What the cells of the largest commune have planned, every cell for every quarter but one. */
export const plans: ReadonlyMap<UnitId, ThematicPlan> = new Map(
  communeCells.slice(1).map(({ id }) => [
    id,
    {
      cell: id,
      year,
      quarters: {
        1: { theme: 'HCM', title: 'Mỗi đảng viên đăng ký một việc làm theo' },
        2: { theme: 'KTXH' },
        4: { theme: 'KTGS', title: 'Công khai quỹ của thôn' },
      },
    },
  ]),
);
const planOf = (cell: UnitId): ThematicPlan => ({ ...(plans.values().next().value as ThematicPlan), cell });
const meetings = communeCells.map(({ id }) => {
  const held = { cell: id, date: day('2025-02-20') };
  return { id: reportIdOf({ ...held, kind: 'thematic' }), ...held };
});
const years = communeCells.map((each) => themeYearOf(each, plans.get(each.id), meetings, year, month));
const named = { id: commune.id, name: `${commune.kind} ${commune.name}` };

function themesPage(context: PageContext, changes: Partial<Parameters<typeof ThemesPage>[0]> = {}) {
  return (
    <ThemesPage
      context={context}
      unit={named}
      year={year}
      month={month}
      cells={years}
      shown={cellsPage(communeCells, {}, communeCells.length)}
      communes={[]}
      quarter="4"
      errors={[]}
      stale={[]}
      done={false}
      {...changes}
    />
  );
}

const held: readonly SharedRevision[] = meetings.slice(0, 12).map(({ id: report, ...meeting }) => ({
  ...meeting,
  report,
  name: named.name,
  theme: 'MT',
  note: 'Họp ngay tại điểm tập kết rác của thôn.\nThống nhất lịch thu gom.',
  revision: 1,
  by: { user: 'district', role: 'district', unit: 'hiep-hoa' },
  at: '2025-03-01T03:00:00.000Z',
}));
const reports = new Set(held.map(({ report }) => report));
const quiet = { errors: [], stale: false, done: false };

/** The plans of thematic meetings: of a commune with as many cells as there are, of a cell, of the district. */
export function themeModels({ inDistrict, inCommune, inCell }: Contexts): Examples {
  const bases = new Map(communeCells.map(({ id }) => [id, 1]));
  return {
    'themes-commune': () =>
      themesPage(inCommune, {
        previousYear: yearOf(addMonths(month, -12)),
        nextYear: yearOf(addMonths(month, 12)),
        planning: { bases, typed: typedThematicPlans(plans.values()) },
        month: addMonths(month, -10),
        done: true,
      }),
    'themes-wrong': () =>
      themesPage(inCommune, {
        planning: { bases, typed: { [themeField(cell.id, '4', 'title')]: 'Công khai quỹ' } },
        errors: [
          { field: themeField(cell.id, '4', 'theme'), code: 'required' },
          { field: themeField(cell.id, '4', 'title'), code: 'too-long', params: { max: 200 } },
          { field: 'plan.x', code: 'unknown-field', params: { name: 'plan.x' } },
        ],
        stale: [cell.id],
      }),
    'themes-large': () =>
      themesPage(inCommune, {
        shown: cellsPage(manyCells, { after: manyCells[60]?.id }, cellsAPage.themes),
        cells: manyCells.map((each) => themeYearOf(each, planOf(each.id), [], year, month)),
        planning: {
          bases: new Map(manyCells.map(({ id }) => [id, 1])),
          typed: typedThematicPlans(manyCells.map(({ id }) => planOf(id))),
        },
        month: addMonths(month, -10),
      }),
    'themes-cell': () => themesPage(inCell, { cells: years.slice(0, 1), planning: { bases: new Map(), typed: {} } }),
    'shared-none': () => <SharedMeetingsPage context={inCell} meetings={[]} own={new Set()} {...quiet} />,
    'shared-district': () => (
      <SharedMeetingsPage context={inDistrict} meetings={held} own={reports} {...quiet} done={true} />
    ),
    'shared-wrong': () => (
      <SharedMeetingsPage
        context={inCommune}
        meetings={held}
        own={new Set()}
        asked={{ report: held[0]?.report as ReportId, name: named.name, baseRevision: 0, typed: { theme: 'MT' } }}
        errors={[{ field: 'note', code: 'required' }]}
        stale={true}
        done={false}
      />
    ),
    'themes-district': () =>
      themesPage(inDistrict, {
        cells: [],
        communes: directory.communes.map((each, at) => ({
          commune: each,
          cells: 15,
          planned: 15 - (at % 3),
          held: at % 4,
        })),
      }),
  };
}
