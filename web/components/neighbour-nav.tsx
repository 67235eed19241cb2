import { capitalized } from '#shared/language/format.ts';
import type { Neighbours } from '#shared/neighbours.ts';

/** Another page of a list. */
export interface Neighbour {
  readonly name: string;
  readonly path: string;
}

interface NeighbourNavProps extends Neighbours<Neighbour> {
  /** What list it is. */
  readonly label: string;
}

/** Links to the page before this one and after it in a list. */
export function NeighbourNav({ label, previous, next }: NeighbourNavProps) {
  if (!previous && !next) return null;
  return (
    <nav class="months" aria-label={label}>
      {previous && (
        <a href={previous.path} rel="prev">
          <span aria-hidden="true">‹ </span>
          {capitalized(previous.name)}
        </a>
      )}{' '}
      {next && (
        <a href={next.path} rel="next">
          {capitalized(next.name)}
          <span aria-hidden="true"> ›</span>
        </a>
      )}
    </nav>
  );
}
