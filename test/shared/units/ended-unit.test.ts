import { describe, expect, it } from 'vitest';
import { endedUnit } from '#shared/units/ended-unit.ts';
import type { Unit } from '#shared/units/units.ts';
import { aUnit, month } from '#test/shared/samples.ts';

const units = (changes: Readonly<Record<string, Partial<Unit>>>): Unit[] =>
  ['h', 'h.a', 'h.a.x', 'h.a.y', 'h.b', 'h.b.x'].map((id) => ({ ...aUnit(id), ...changes[id] }));
const now = month('2026-11');
const to = month('2026-09');
const said = (id: string, all: readonly Unit[]) => {
  const ended = endedUnit(id, now, all);
  return ended && [ended.last, ended.successors.map((each) => each.id), ended.contact?.id];
};

describe('a unit', () => {
  it('that stands, or is not known, has not ended', () => {
    expect(said('h.a.x', units({}))).toBeUndefined();
    expect(said('h.a.z', units({}))).toBeUndefined();
    expect(said('h.a.x', units({ 'h.a.x': { to: now } }))).toBeUndefined();
  });

  it('that has ended turns to the unit above', () => {
    expect(said('h.a.x', units({ 'h.a.x': { to } }))).toEqual([to, [], 'h.a']);
    expect(said('h.a', units({ 'h.a': { to } }))).toEqual([to, [], 'h']);
  });

  it('ends with its commune, and turns to what that became', () => {
    const merged = { 'h.a': { to }, 'h.b': { from: month('2026-10'), predecessors: ['h.a'] } };
    expect(said('h.a.x', units(merged))).toEqual([to, ['h.b'], 'h.b']);
    const itself = { ...merged, 'h.a.x': { to: month('2026-10') }, 'h.b.x': { from: now, predecessors: ['h.a.x'] } };
    expect(said('h.a.x', units(itself))).toEqual([to, ['h.b.x'], 'h.b']);
  });

  it('names no successor that has ended too', () => {
    const all = units({
      'h.a.x': { to },
      'h.a.y': { from: month('2026-10'), to: month('2026-10'), predecessors: ['h.a.x'] },
    });
    expect(said('h.a.x', all)).toEqual([to, [], 'h.a']);
  });

  it('of a district that has ended turns to it all the same', () => {
    expect(said('h.a', units({ h: { to }, 'h.a': { to } }))).toEqual([to, [], 'h']);
  });
});
