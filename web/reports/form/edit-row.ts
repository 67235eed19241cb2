import { MOST_ROWS } from '#shared/input/fields.ts';
import type { Typed } from '#shared/input/typed.ts';
import { partsOf } from '#shared/reports/find-field.ts';

const rowOf = (list: string, name: string) => Number(new RegExp(`^${list}\\[(\\d+)\\]`).exec(name)?.[1] ?? -1);

/**
 * Changes the typed form after a row's button: `more.tasks` adds a blank row, `less.tasks.1` removes the second one.
 * All other values stay the same. Returns `undefined` for any other button.
 *
 * @example editRow({ 'tasks[0].what': 'Họp' }, 'more.tasks') //=> { 'tasks[0].what': 'Họp', 'tasks[1].what': '' }
 */
export function editRow(typed: Typed, button: string): Typed | undefined {
  const [, way, list = '', at] = /^(more|less)\.(\w+)(?:\.(\d+))?$/.exec(button) ?? [];
  const [stands] = partsOf(list).find(([, { kind }]) => kind === 'words' || kind === 'task') ?? [];
  if (!stands) return undefined;
  if (way === 'more') {
    const next = Math.max(-1, ...Object.keys(typed).map((each) => rowOf(list, each))) + 1;
    return next < MOST_ROWS ? { ...typed, [`${list}[${next}].${stands}`]: '' } : typed;
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
