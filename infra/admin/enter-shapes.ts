import type { ShapeStore } from '#functions/store/shape-store.ts';
import { BadFile } from '#infra/admin/bad-file.ts';
import { type OperatorRecord, operatorOf } from '#infra/admin/operator-record.ts';
import type { Instant } from '#shared/period.ts';
import { readShapes } from '#shared/units/shapes/read-shapes.ts';
import { isSameDrawing } from '#shared/units/shapes/unit-shape.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

/**
 * Enters the outlines of a district's communes, on the word of the district. What stood before stays in the history and
 * is still drawn for months whose units it has.
 *
 * @param units those of the district, of all times
 * @returns a sentence for the operator
 * @throws {BadFile} naming what is wrong; then nothing is entered
 */
export async function enterShapes(
  district: UnitId,
  text: string,
  units: readonly Unit[],
  { shapes, record }: { readonly shapes: Pick<ShapeStore, 'newest' | 'append'>; readonly record: OperatorRecord },
  { at, reason }: { readonly at: Instant; readonly reason?: string },
): Promise<string> {
  const read = readShapes(
    text,
    units.filter(({ level }) => level === 'commune'),
  );
  if (!read.ok) throw new BadFile(read.faults.join('\n'));
  const newest = await shapes.newest(district);
  const base = newest?.revision ?? 0;
  if (!newest || !isSameDrawing(newest, read.drawing)) {
    await record(district, 'changed', `${district}_shapes#${base + 1}`);
  }
  const authorship = { by: operatorOf(district), at, ...(reason && { reason }) };
  const { kind } = await shapes.append(district, read.drawing, base, authorship);
  if (kind === 'stale') throw new Error('Somebody else entered outlines at the same time: look, and run again.');
  const without = read.without.length > 0 ? ` Without an outline: ${read.without.join(', ')}.` : '';
  return `${district}: ${kind === 'same' ? 'these outlines stood already' : `${read.drawing.shapes.length} outlines`}.${without}`;
}
