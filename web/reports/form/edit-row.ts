import { MOST_ROWS } from '#shared/input/fields.ts';
import type { Typed } from '#shared/input/typed.ts';

/** The lists of the form and the part of a row that stands for it while it is blank. */
const lists = { tasks: 'what', followUps: 'task', matters: 'summary' } as const;
export type List = keyof typeof lists;

const rowOf = (list: List, name: string) => Number(new RegExp(`^${list}\\[(\\d+)\\]`).exec(name)?.[1] ?? -1);

/**
 * What is typed after a row's button was pressed: `more.tasks` adds a blank row, `less.tasks.1` takes out the second
 * one. Everything else typed stays as it was; `undefined` for what is no such button.
 *
 * @example pressRow({ 'tasks[0].what': 'Họp' }, 'more.tasks') //=> { 'tasks[0].what': 'Họp', 'tasks[1].what': '' }
 */
export function editRow(typed: Typed, button: string): Typed | undefined {
  const [, way, name, at] = /^(more|less)\.(\w+)(?:\.(\d+))?$/.exec(button) ?? [];
  if (!name || !Object.hasOwn(lists, name)) return undefined;
  const list = name as List;
  if (way === 'more') {
    const next = Math.max(-1, ...Object.keys(typed).map((each) => rowOf(list, each))) + 1;
    return next < MOST_ROWS ? { ...typed, [`${list}[${next}].${lists[list]}`]: '' } : typed;
  }
  const gone = Number(at);
  return Object.fromEntries(
    Object.entries(typed).flatMap(([field, value]) => {
      const row = rowOf(list, field);
      if (row === gone) return [];
      return [[row > gone ? field.replace(`[${row}]`, `[${row - 1}]`) : field, value]];
    }),
  );
}
