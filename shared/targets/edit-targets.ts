import { withoutRow, withRow } from '#shared/input/rows.ts';
import type { Typed } from '#shared/input/typed.ts';

/**
 * The typed form after a row's button: `more` adds a blank row, `less.1` removes the second one. `undefined` for any other
 * button.
 */
export function editTargets(typed: Typed, button: string): Typed | undefined {
  if (button === 'more') return withRow(typed, 'targets', 'what');
  const gone = /^less\.(\d{1,2})$/.exec(button)?.[1];
  return gone === undefined ? undefined : withoutRow(typed, 'targets', Number(gone));
}
