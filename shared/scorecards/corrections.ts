import { canonical } from '#shared/digest.ts';
import { namedUnit } from '#shared/scorecards/count-directory.ts';
import type { InputKind } from '#shared/scorecards/input-kinds.ts';
import { changedInputs } from '#shared/scorecards/inputs.ts';
import { unitNamed } from '#shared/scorecards/left-out.ts';
import type { Correction } from '#shared/scorecards/scorecard.ts';
import { communeOf, type Directory, fullName, type Unit, type UnitId } from '#shared/units/units.ts';

/** What is known of why inputs have changed. */
export interface Reasons {
  /** The directories that the two scorecards counted; absent if the directory has not changed. */
  readonly directories?: { readonly before: Directory; readonly after: Directory };
  /** Why a thing has the revision that is counted now; `undefined` if nobody said. */
  readonly of: (change: {
    readonly id: string;
    readonly revision?: number;
    readonly kind: InputKind;
  }) => string | undefined;
}

/** What a later official scorecard counts otherwise than the one before it, by the inputs of both. */
export function correctionsBetween(
  before: readonly string[],
  after: readonly string[],
  reasons: Reasons,
): Correction[] {
  return changedInputs(before, after).flatMap(({ id, revision, before: old, kind }): Correction[] => {
    if (!kind) return [];
    const reason = reasons.of({ id, kind, ...(revision !== undefined && { revision }) });
    const said = { kind, ...(reason && { reason }) };
    const unit = unitNamed(id);
    if (kind === 'units' && reasons.directories) {
      const units = changedUnits(unit, reasons.directories);
      // Where no unit differs, the regime or the group does.
      return units.length > 0 ? units.map((each) => ({ ...said, ...each })) : [{ ...said, of: unit }];
    }
    const numbers = { ...(old !== undefined && { before: old }), ...(revision !== undefined && { after: revision }) };
    return [{ ...said, of: id, ...numbers }];
  });
}

/** The units of a commune that one directory has otherwise than the other. */
function changedUnits(
  commune: UnitId,
  { before, after }: NonNullable<Reasons['directories']>,
): Required<Pick<Correction, 'of' | 'names'>>[] {
  const own = ({ communes, cells }: Directory) =>
    new Map([...communes, ...cells].filter(({ id }) => communeOf(id) === commune).map((unit) => [unit.id, unit]));
  const [old, now] = [own(before), own(after)];
  const said = (unit: Unit | undefined) => canonical(unit ? namedUnit(unit) : null);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((id) => said(old.get(id)) !== said(now.get(id)))
    .sort()
    .map((id) => {
      const [was, is] = [old.get(id), now.get(id)];
      return { of: id, names: { ...(was && { before: fullName(was) }), ...(is && { after: fullName(is) }) } };
    });
}
