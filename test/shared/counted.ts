import type { CellMonth } from '#shared/scorecards/cell-month.ts';
import { countCommunes, type Figures, mergeCommunes, type UnitTally } from '#shared/scorecards/count-district.ts';
import { figuresDigest, type Publication, publishScorecard } from '#shared/scorecards/publish-scorecard.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import type { Directory } from '#shared/units/units.ts';

/** The figures of a district and of each of its communes. */
export function countDistrict(
  directory: Directory,
  months: readonly CellMonth[],
  besides: readonly UnitTally[] = [],
): Figures[] {
  const { communes, rest } = countCommunes(directory, months, besides);
  return [mergeCommunes(directory, communes, rest), ...communes];
}

/** A publication by the digest of what was counted. */
export type PublicationOf = Omit<Publication, 'digest'> & { readonly inputs: string };

/** A scorecard under the digest that a roll-up gives it. */
export function published(figures: Figures, of: PublicationOf): Scorecard {
  return publishScorecard(figures, { ...of, digest: figuresDigest(figures, of) });
}
