import type { Viewer } from '#shared/access/can.ts';
import type { RegimeChoice } from '#shared/norms/regimes.ts';
import { addDays, dayAt, endOfDay, type Instant, type Month, monthAt } from '#shared/period.ts';
import type { CellType } from '#shared/units/cell-types.ts';
import { communeOf, districtOf, type Unit, type UnitId } from '#shared/units/units.ts';

/** A month that somebody tries the whole way with: a made-up cell, which only the account that began it sees. */
export interface Practice {
  /** The type of the made-up cell. */
  readonly type: CellType;
  readonly startedAt: Instant;
}

/** So many days after it was begun a practice month is gone. */
const PRACTICE_DAYS = 7;

/** The made-up cell, in a commune and a district that nobody else has. */
export const practiceCell: UnitId = 'thang-tap.xa-tap.chi-bo-tap';

const since = '2019-01' as Month;

/** The month that is tried: the one in which it was begun. */
export function practiceMonth({ startedAt }: Practice): Month {
  return monthAt(startedAt);
}

/** The instant at which a practice month is gone. */
export function practiceEnd({ startedAt }: Practice): Instant {
  return endOfDay(addDays(dayAt(startedAt), PRACTICE_DAYS));
}

/**
 * The made-up cell and the units above it. Their names say on every page and paper what they are.
 *
 * @param choices the rules by which the reader's own district judges
 */
export function practiceUnits({ type }: Practice, choices?: readonly RegimeChoice[]): readonly Unit[] {
  const madeUp = { from: since, generated: true } as const;
  return [
    {
      ...{ id: districtOf(practiceCell), kind: 'huyện', name: 'Tháng Tập', level: 'district' as const },
      ...madeUp,
      ...(choices && { choices }),
    },
    { id: communeOf(practiceCell), kind: 'xã', name: 'Tháng Tập', level: 'commune', ...madeUp },
    { id: practiceCell, kind: 'Chi bộ', name: 'Tháng Tập', level: 'cell', type, ...madeUp },
  ];
}

/** Who practises, as the secretary of the made-up cell: of no other unit they see anything. */
export function practiceViewer({ user }: Pick<Viewer, 'user'>): Viewer {
  return { user, role: 'cell', unit: practiceCell, scope: [practiceCell] };
}
