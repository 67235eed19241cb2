import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packed, type ReorganisationAct } from '#functions/store/reorganisation-act.ts';
import { revisionOf } from '#functions/store/units-revision.ts';
import { actsIn } from '#infra/admin/read-plan.ts';
import { demoUnits, entered } from '#infra/demo/units.ts';
import type { Month } from '#shared/period.ts';
import { directoryFaults } from '#shared/units/directory-faults.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { planFaults } from '#shared/units/reorganise/plan-faults.ts';
import { previewOf } from '#shared/units/reorganise/preview.ts';
import { reorganise } from '#shared/units/reorganise/reorganise.ts';
import { communeOf, fullName, standingIn, type Unit } from '#shared/units/units.ts';
import { month } from '#test/shared/samples.ts';

const actsOf = (name: string) => actsIn(readFileSync(`infra/demo/reforms/${name}.csv`, 'utf8'));

function carriedOut(name: string, at: Month, units: readonly Unit[]) {
  const plan = { month: at, acts: actsOf(name) };
  expect(planFaults(plan, units)).toEqual([]);
  const done = reorganise(plan, units);
  expect(directoryFaults(done.units)).toEqual([]);
  const standing = standingIn(at, done.units);
  const names = standing.filter(({ level }) => level === 'commune').map(fullName);
  return { ...done, plan, standing, names: names.toSorted(), preview: previewOf(plan, units, done) };
}

const four = ['xã Hiệp Hòa', 'xã Hoàng Vân', 'xã Hợp Thịnh', 'xã Xuân Cẩm'];
const cells = demoUnits().filter(({ level }) => level === 'cell').length;

it('takes the demonstration from 25 communes to 4, each cell to one of them', () => {
  const { names, preview, heirs, units, plan } = carriedOut('four-communes', month('2025-07'), demoUnits());
  expect(names).toEqual(four);
  expect(preview).toMatchObject({ communes: { before: 25, after: 4 }, cellsMoved: cells, abolished: [], roots: [] });
  expect(heirs.get('hiep-hoa.thanh-van.thanh-binh')).toEqual(['hiep-hoa.hoang-van-2025.thanh-binh']);
  const revisions = [...Map.groupBy(units, ({ id }) => communeOf(id))].map(([id, own]) =>
    revisionOf(id, own, 2, entered),
  );
  const moves = units.map(({ id: unit }) => ({ user: unit, role: 'cell' as const, unit, from: unit }));
  const act: ReorganisationAct = {
    ...{ district: 'hiep-hoa', number: 1, month: plan.month, ...entered, acts: plan.acts },
    ...{ heirs: [...heirs], revisions, moves },
  };
  // With an account for each unit: an item of the database holds 400 KB.
  expect(packed(act)?.length).toBeLessThan(40_000);
});

it('gives the four communes boards of their own, and the district ends', () => {
  const { preview, standing, units } = carriedOut('four-boards', month('2025-07'), demoUnits());
  expect(preview).toMatchObject({ communes: { before: 25, after: 4 }, cellsMoved: cells });
  expect(preview.roots).toHaveLength(4);
  expect(standing.some(({ id }) => id.startsWith('hiep-hoa'))).toBe(false);
  expect(units.find(({ id }) => id === 'hiep-hoa')?.to).toBe('2025-06');
});

it('goes in two steps as it did: 25, 19, 4', () => {
  const first = carriedOut('nineteen-communes', month('2025-01'), demoUnits());
  expect(first.names).toHaveLength(19);
  expect(first.names).toEqual(
    expect.arrayContaining(['thị trấn Bắc Lý', 'xã Hùng Thái', 'xã Hoàng Vân', 'xã Sơn Thịnh']),
  );
  const second = carriedOut('nineteen-to-four', month('2025-07'), first.units);
  expect(second.names).toEqual(four);
  expect(second.standing.filter(({ level }) => level === 'cell')).toHaveLength(cells);
  const became = (id: string) =>
    lineageOf(second.units)
      .successorsOf(id)
      .map((unit) => unit.id);
  expect(became('hiep-hoa.thai-son')).toEqual(['hiep-hoa.hop-thinh-2025']);
  expect(became('hiep-hoa.thai-son.thai-tho')).toEqual(['hiep-hoa.hop-thinh-2025.thai-tho']);
  expect(standingIn(month('2025-03'), second.units).filter(({ level }) => level === 'commune')).toHaveLength(19);
});
