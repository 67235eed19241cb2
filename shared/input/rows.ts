import { MOST_ROWS } from '#shared/input/fields.ts';
import type { Typed } from '#shared/input/typed.ts';

/**
 * Which row of a list a field stands in; -1 for any other field.
 *
 * @example rowOf('tasks', 'tasks[2].what') //=> 2
 */
export function rowOf(list: string, field: string): number {
  return field.startsWith(`${list}[`) ? Number(/^\[(\d+)\]/.exec(field.slice(list.length))?.[1] ?? -1) : -1;
}

/** A form with one more row of a list, in which one part is blank; the same form where the list is full. */
export function withRow(typed: Typed, list: string, part: string): Typed {
  const next = Math.max(-1, ...Object.keys(typed).map((field) => rowOf(list, field))) + 1;
  return next < MOST_ROWS ? { ...typed, [`${list}[${next}].${part}`]: '' } : typed;
}

/** A form without one row of a list; the rows after it move up. */
export function withoutRow(typed: Typed, list: string, gone: number): Typed {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([field, value]) => {
      const row = rowOf(list, field);
      if (row === gone) return [];
      return [[row > gone ? field.replace(`[${row}]`, `[${row - 1}]`) : field, value]];
    }),
  );
}
