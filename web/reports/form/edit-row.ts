import { withoutRow, withRow } from '#shared/input/rows.ts';
import type { Typed } from '#shared/input/typed.ts';
import { partsOf } from '#shared/reports/find-field.ts';

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
  return way === 'more' ? withRow(typed, list, stands) : withoutRow(typed, list, Number(at));
}
