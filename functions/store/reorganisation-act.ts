import { gunzipSync, gzipSync } from 'node:zlib';
import type { UnitsRevision } from '#functions/store/units-revision.ts';
import type { Actor, Session } from '#shared/access/session.ts';
import type { Instant, Month } from '#shared/period.ts';
import type { Act } from '#shared/units/reorganise/plan.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

/** An account that goes along with its unit. */
export interface AccountMove extends Session {
  /** Where it was. */
  readonly from: UnitId;
}

/** A reorganisation, or the undoing of one, as it is stored: all that it changes, so that anybody can complete it. */
export interface ReorganisationAct {
  /** In whose partition it stands; its number there. */
  readonly district: UnitId;
  readonly number: number;
  /** The first month of the new units. */
  readonly month: Month;
  readonly by: Actor;
  readonly at: Instant;
  readonly reason?: string;
  /** The number of the act that this one undoes. */
  readonly undoes?: number;
  readonly acts: readonly Act[];
  /** What each unit of before became. */
  readonly heirs: readonly (readonly [UnitId, readonly UnitId[]])[];
  /** The units after it, of each commune and district that changes. */
  readonly revisions: readonly UnitsRevision[];
  readonly moves: readonly AccountMove[];
}

/** The districts that an act changes, its own first. */
export function districtsOf({ district, revisions }: Pick<ReorganisationAct, 'district' | 'revisions'>): UnitId[] {
  return [...new Set([district, ...revisions.map(({ commune }) => districtOf(commune))])];
}

/** Under which name the audit knows an act. */
export function actName({ district, number }: Pick<ReorganisationAct, 'district' | 'number'>): string {
  return `${district}#reorganised#${number}`;
}

/** DynamoDB's bound of an item is 400 KB; its keys and the rest take less than the difference. */
const LARGEST_BYTES = 390_000;

/** An act as one attribute. A thousand units take about 30 KB. @returns `undefined` if it is too large to be one item */
export function packed(act: ReorganisationAct): Uint8Array | undefined {
  const content = gzipSync(JSON.stringify(act));
  return content.length <= LARGEST_BYTES ? new Uint8Array(content) : undefined;
}

export function unpacked(content: Uint8Array): ReorganisationAct {
  return JSON.parse(gunzipSync(content).toString('utf8')) as ReorganisationAct;
}
