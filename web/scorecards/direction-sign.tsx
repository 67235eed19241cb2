import { type directionOf, directionShapes } from '#shared/scorecards/texts/matrix.ts';

/** Up, down or the same. The styles draw it over the sign, which not every font has. */
export function DirectionSign({ direction }: { readonly direction: ReturnType<typeof directionOf> }) {
  return (
    <i aria-hidden="true" class={direction}>
      {directionShapes[direction]}
    </i>
  );
}
