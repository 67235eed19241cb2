import type { SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { type Month, parseMonth, standsIn } from '#shared/period.ts';
import { deadlines, districtOf, standingIn, type Unit, unitIn } from '#shared/units/units.ts';

/** A commune's month, for what enters several reports at once. */
export interface CommuneMonth {
  readonly unit: Unit;
  readonly district: Unit;
  readonly month: Month;
  readonly closed: boolean;
  /** The cells that exist in the month. */
  readonly cells: readonly Unit[];
}

/** Loads the month of a commune for which the viewer enters reports; `undefined` where there is none. */
export async function loadCommuneMonth(
  { query, viewer, now }: Pick<SignedIn, 'query' | 'viewer' | 'now'>,
  typedMonth: string | undefined,
  { directory }: { readonly directory: Pick<DirectoryStore, 'unit' | 'subtree'> },
): Promise<CommuneMonth | undefined> {
  const month = parseMonth(typedMonth ?? '');
  const id = namedUnit(viewer, 'submit', query['unit'] ?? viewer.unit);
  if (!month || !findRegime(month) || !id) return undefined;
  const [district, units] = await Promise.all([directory.unit(districtOf(id)), directory.subtree(id)]);
  const unit = units.find((each) => each.id === id);
  if (!district || unit?.level !== 'commune') return undefined;
  return {
    unit: unitIn(month, unit),
    district,
    month,
    closed: now > deadlines(district, month).closing,
    cells: standsIn(month, district) ? standingIn(month, units).filter(({ level }) => level === 'cell') : [],
  };
}
