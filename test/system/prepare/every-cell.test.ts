import { expect, it } from 'vitest';
import { demoUnits } from '#infra/demo/units.ts';
import { addMonths } from '#shared/period.ts';
import { howMany } from '#test/how-many.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { Visitor } from '#test/system/visitor.ts';

/** What a report's JSON says of tasks. */
interface Told {
  readonly report: {
    readonly tasks: readonly { readonly what: string; readonly row?: number }[];
    readonly followUps: readonly { readonly task: string; readonly status: string }[];
  };
}

interface Prepared {
  readonly tasks: readonly { readonly id: string }[];
  readonly unanswered: readonly string[];
}

const cells = demoUnits().filter(({ level }) => level === 'cell');
const tried = cells.filter((_, at) => at % howMany.printedCells === 0);

interface Matters {
  readonly matters: readonly { readonly matter: { readonly id: string } }[];
}

interface Board {
  readonly cells: readonly { readonly reports: readonly { readonly id: string; readonly kind: string }[] }[];
}

/** The open tasks of a cell in the plainest way: one report after the other, and what each says of tasks. */
async function openTasksOf(cell: string, board: Visitor): Promise<string[]> {
  const open = new Map<string, string>();
  for (let back = 12; back > 0; back--) {
    const {
      cells: [row],
    } = (await board.json(`/months/${addMonths(thisMonth, -back)}?unit=${cell}`)) as Board;
    for (const { id } of row?.reports.filter(({ kind }) => kind === 'regular') ?? []) {
      const { report } = (await board.json(`/reports/${id}`)) as Told;
      for (const { task, status } of report.followUps) if (/done|dropped/.test(status)) open.delete(task);
      for (const [at, { what, row: number }] of report.tasks.entries()) {
        const isAgain = [...open.values()].includes(what);
        if (!isAgain) open.set(`${id}_${number ?? at + 1}`, what);
      }
    }
  }
  return [...open.keys()].sort();
}

it(
  'every cell of the demonstration has its next meeting on one page and one sheet, with all that is open',
  async () => {
    const board = await Visitor.signedIn('district');
    let tasks = 0;
    let concerns = 0;
    for (const { id } of tried) {
      const path = `cell=${id}&month=${thisMonth}`;
      const page = await board.get(`/prepare?${path}`);
      const { bytes } = await board.get(`/prepare.pdf?${path}`);
      expect(page.status, id).toBe(200);
      expect(
        Buffer.from(bytes)
          .toString('latin1')
          .match(/\/Type \/Page\b/g),
        id,
      ).toHaveLength(1);
      const prepared = (await board.json(`/prepare?${path}`)) as Prepared;
      const open = await openTasksOf(id, board);
      expect(prepared.tasks.map((each) => each.id).sort(), id).toEqual(open);
      tasks += open.length;
      const { matters } = (await board.json(`/matters?unit=${id}`)) as Matters;
      expect(prepared.unanswered.toSorted(), id).toEqual(matters.map(({ matter }) => matter.id).sort());
      for (const { matter } of matters) expect(page.text, id).toContain(`/matters/${matter.id}`);
      concerns += matters.length;
    }
    console.log(`Next meetings: ${tried.length} cells, ${tasks} open tasks and ${concerns} concerns found again`);
  },
  howMany.printedCells === 1 ? 1_200_000 : 120_000,
);
