import { MOST_ROWS } from '#shared/input/fields.ts';
import type { Typed } from '#shared/input/typed.ts';

const rowOf = (name: string) => Number(/^targets\[(\d+)\]/.exec(name)?.[1] ?? -1);

/**
 * The typed form after a row's button: `more` adds a blank row, `less.1` removes the second one. `undefined` for any other
 * button.
 */
export function editTargets(typed: Typed, button: string): Typed | undefined {
  if (button === 'more') {
    const next = Math.max(-1, ...Object.keys(typed).map(rowOf)) + 1;
    return next < MOST_ROWS ? { ...typed, [`targets[${next}].what`]: '' } : typed;
  }
  const gone = Number(/^less\.(\d{1,2})$/.exec(button)?.[1] ?? Number.NaN);
  if (Number.isNaN(gone)) return undefined;
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => {
      const row = rowOf(name);
      if (row === gone) return [];
      return [[row > gone ? name.replace(`[${row}]`, `[${row - 1}]`) : name, value]];
    }),
  );
}
