import { district } from '#infra/demo/units.ts';
import type { Board } from '#shared/reports/board.ts';
import { typedGrid } from '#shared/reports/grid.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { workOf, workPage } from '#shared/reports/work.ts';
import { themesToCome } from '#shared/themes/thematic-plan.ts';
import { cellsAPage, cellsPage } from '#shared/units/cells-page.ts';
import { fullName } from '#shared/units/units.ts';
import { day } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import {
  board,
  cell,
  commune,
  communeCells,
  guidancePath,
  manyCells,
  month,
  monthsBeside,
} from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { plans } from '#test/web/themes/theme-models.tsx';
import { BoardPage } from '#web/reports/board-page.tsx';
import { GridPage } from '#web/reports/grid-page.tsx';

/** A commune of before, with a cell that bears the name of another. */
const beside = { ...commune, id: `${district.id}.ben-canh` };
const besideCell = { ...cell, id: `${beside.id}.${cell.id.split('.').at(-1)}` };

/** A board with the page of its rows; its reader has begun a form. */
function shown(of: Board) {
  const drafts = communeCells.slice(-1).map(({ id }) => ({ form: `${id}_${month}_regular`, savedAt: of.due }));
  const lateBefore = new Map(communeCells.slice(0, 3).map(({ id }, at) => [id, at]));
  return { board: of, work: workPage(workOf([of], { drafts, lateBefore }), 1) };
}

/** Who has reported in a month, and the grid in which a commune enters the figures of all its cells. */
export function boardModels({ inCell, inCommune, inGroup, inDistrict }: Contexts): Examples {
  return {
    'board-commune': () => <BoardPage context={inCommune} {...shown(board(commune, communeCells))} {...monthsBeside} />,
    grid: () => (
      <GridPage
        context={inCommune}
        stands
        unit={{ id: commune.id, name: fullName(commune) }}
        month={month}
        cells={communeCells.map((each) => ({ id: each.id, name: fullName(each) }))}
        typed={typedGrid(
          communeCells.map(({ id }) => ({ cell: id, typed: { fullMembers: '23', exempt: '2', away: '1' } })),
        )}
        errors={[]}
      />
    ),
    'grid-large': () => {
      const page = cellsPage(manyCells, { after: manyCells[60]?.id }, cellsAPage.grid);
      return (
        <GridPage
          context={inCommune}
          stands
          unit={{ id: commune.id, name: fullName(commune) }}
          month={month}
          page={page}
          cells={page.cells.map((each) => ({ id: each.id, name: fullName(each) }))}
          typed={typedGrid(
            page.cells.map(({ id }, at) => ({ cell: id, typed: { fullMembers: String(15 + (at % 30)) } })),
          )}
          errors={[]}
        />
      );
    },
    'grid-before': () => (
      <GridPage
        context={inCommune}
        stands={false}
        unit={{ id: commune.id, name: fullName(commune) }}
        month={month}
        cells={[]}
        typed={{}}
        errors={[]}
      />
    ),
    'board-large': () => <BoardPage context={inCommune} {...shown(board(commune, manyCells))} {...monthsBeside} />,
    'grid-wrong': () => (
      <GridPage
        context={inCommune}
        stands
        unit={{ id: commune.id, name: fullName(commune) }}
        month={month}
        cells={communeCells.slice(0, 2).map((each) => ({ id: each.id, name: fullName(each) }))}
        typed={typedGrid([
          { cell: cell.id, typed: { present: 'mười bảy', date: '31/02/2026' } },
          { cell: cell.id, typed: {} },
        ])}
        errors={[
          { field: 'rows[0].present', code: 'not-a-count' },
          { field: 'rows[0].date', code: 'not-a-day', params: { example: '03/11/2025' } },
        ]}
        saved={[{ id: 'a.b.c_2025-11-03_regular', name: fullName(cell), receipt: '2511-KY3D-10BR' }]}
      />
    ),
    'board-planned': () => (
      <BoardPage
        context={inCommune}
        {...shown(board(commune, communeCells))}
        themes={themesToCome(plans.values(), [], month)}
      />
    ),
    'board-cell': () => <BoardPage context={inCell} {...shown(board(cell, [cell]))} {...monthsBeside} />,
    'board-district': () => <BoardPage context={inDistrict} board={board(district)} {...monthsBeside} />,
    'board-group': () => <BoardPage context={inGroup} board={board(district)} />,
    'board-guided': () => (
      <BoardPage context={inCommune} {...shown(board(commune, communeCells))} guidance={guidancePath} />
    ),
    'board-waiting': () => (
      <BoardPage
        context={inCommune}
        {...shown(board(commune, communeCells))}
        {...monthsBeside}
        asks={[
          {
            ...{ id: `${cell.id}_2025-10-03_regular` as ReportId, number: 1, at: '2025-11-12T02:00:00.000Z' },
            ...{ reason: 'Đếm sót', by: { user: 'thanh-van', role: 'commune', unit: commune.id } },
          },
        ]}
        nameOf={() => fullName(cell)}
        matters={[{ id: `${cell.id}_2025-10-03_regular_1`, topic: 'DD', unitName: fullName(cell), overdue: 6 }]}
        duties={[
          {
            kind: 'reports',
            unit: commune.id,
            month,
            count: 3,
            due: day('2025-12-05'),
            closing: day('2025-12-10'),
            late: true,
          },
          { kind: 'returned', unit: commune.id, month, count: 1, since: day('2025-12-01') },
          { kind: 'visits', month, count: 1, since: day('2025-11-20') },
          { kind: 'matters', unit: commune.id, level: 'commune', count: 2, since: day('2025-11-12') },
        ]}
      />
    ),
    'board-reformed': () => (
      <BoardPage
        context={inCommune}
        board={board(commune, communeCells)}
        work={workPage(
          workOf([board(commune, communeCells), board(beside, [besideCell])], { drafts: [], lateBefore: new Map() }),
          1,
        )}
        nameOf={(unit) => (unit === beside.id ? 'xã Bên Cạnh' : fullName(commune))}
        duties={[commune, beside].map(({ id }) => ({
          ...{ kind: 'returned' as const, unit: id, month, count: 1, since: day('2025-12-01') },
        }))}
      />
    ),
    'board-closed': () => (
      <BoardPage context={inCommune} {...shown(board(commune, communeCells, '2026-01-01T00:00:00.000Z'))} />
    ),
    'board-empty': () => <BoardPage context={inCommune} board={board(commune, [])} />,
  };
}
