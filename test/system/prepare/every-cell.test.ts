import { expect, it } from 'vitest';
import { demoUnits } from '#infra/demo/units.ts';
import { addMonths } from '#shared/period.ts';
import { parentOf, type UnitId } from '#shared/units/units.ts';
import { howMany } from '#test/how-many.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { FIRST_WINDOW, fetchRaw } from '#test/system/on-the-wire.ts';
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

/** So often somebody comes again where a machine that does much else asks for that. */
const PATIENCE = 10;

async function answered<Answer extends { readonly status: number }>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await ask();
    if (answer.status !== 503 || tries === PATIENCE) return answer;
  }
}

async function jsonOf(board: Visitor, path: string): Promise<unknown> {
  return JSON.parse((await answered(() => board.get(path, { accept: 'application/json' }))).text);
}

/** The open tasks of a cell in the plainest way: one report after the other, and what each says of tasks. */
async function openTasksOf(cell: string, board: Visitor): Promise<string[]> {
  const open = new Map<string, string>();
  // A task that is given again while it is open has two names; whoever ends one of them has ended it.
  const sameAs = new Map<string, string>();
  for (let back = 12; back > 0; back--) {
    const {
      cells: [row],
    } = (await jsonOf(board, `/months/${addMonths(thisMonth, -back)}?unit=${cell}`)) as Board;
    for (const { id } of row?.reports.filter(({ kind }) => kind === 'regular') ?? []) {
      const { report } = (await jsonOf(board, `/reports/${id}`)) as Told;
      for (const { task, status } of report.followUps)
        if (/done|dropped/.test(status)) open.delete(sameAs.get(task) ?? task);
      for (const [at, { what, row: number }] of report.tasks.entries()) {
        const name = `${id}_${number ?? at + 1}`;
        const [again] = [...open].find(([, words]) => words === what) ?? [];
        if (again) sameAs.set(name, again);
        else open.set(name, what);
      }
    }
  }
  return [...open.keys()].sort();
}

const sessions = new Map<string, Promise<Visitor>>();

/** The cookie of the account of a cell's commune. */
async function sessionOf(cell: string): Promise<string> {
  const commune = parentOf(cell as UnitId)?.split('.')[1] ?? '';
  const visitor = sessions.get(commune) ?? Visitor.signedIn(commune);
  sessions.set(commune, visitor);
  return `session=${(await visitor).cookie('session')}`;
}

it(
  'every cell of the demonstration has its next meeting on one page and one sheet, with all that is open',
  async () => {
    const board = await Visitor.signedIn('district');
    let tasks = 0;
    let concerns = 0;
    const largest = { bytes: 0, of: '' };
    for (const { id } of tried) {
      const path = `cell=${id}&month=${thisMonth}`;
      const page = await answered(() => board.get(`/prepare?${path}`));
      const { bytes } = await answered(() => board.get(`/prepare.pdf?${path}`));
      expect.soft(page.status, id).toBe(200);
      // As the commune sees it: with the forms of the agenda and of the proposals.
      const cookie = await sessionOf(id);
      const wire = await answered(() => fetchRaw(`/prepare?${path}`, cookie));
      const size = wire.headerBytes + wire.body.length;
      expect.soft([wire.status, wire.encoding], id).toEqual([200, 'br']);
      expect.soft(size, id).toBeLessThanOrEqual(FIRST_WINDOW);
      if (size > largest.bytes) Object.assign(largest, { bytes: size, of: id });
      expect
        .soft(
          Buffer.from(bytes)
            .toString('latin1')
            .match(/\/Type \/Page\b/g),
          id,
        )
        .toHaveLength(1);
      const prepared = (await jsonOf(board, `/prepare?${path}`)) as Prepared;
      const open = await openTasksOf(id, board);
      expect.soft(prepared.tasks.map((each) => each.id).sort(), id).toEqual(open);
      tasks += open.length;
      const { matters } = (await jsonOf(board, `/matters?unit=${id}`)) as Matters;
      expect.soft(prepared.unanswered.toSorted(), id).toEqual(matters.map(({ matter }) => matter.id).sort());
      for (const { matter } of matters) expect.soft(page.text, id).toContain(`/matters/${matter.id}`);
      concerns += matters.length;
    }
    console.log(
      `Next meetings: ${tried.length} cells, ${tasks} open tasks and ${concerns} concerns found again; the longest page has ${largest.bytes} bytes (${largest.of})`,
    );
  },
  howMany.printedCells === 1 ? 1_200_000 : 120_000,
);
