import { beforeEach, describe, expect, it } from 'vitest';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { verify } from '#infra/admin/verify.ts';
import type { Report } from '#shared/reports/report.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aDistrict, type District, parts } from '#test/functions/rollup/district.ts';
import { day, month } from '#test/shared/samples.ts';

const database = onDynalite();
const of = month('2021-02');
const closed = '2021-03-12T00:00:00.000Z';
const cell = 'thanh-van.thanh-binh';

let own: District;
let districts = 0;

beforeEach(async () => {
  districts += 1;
  own = await aDistrict(database(), `nep-${districts}`);
});

const close = (at = closed) => rollUp({ district: own.district, month: of, official: true }, own.stores, at);
const figure = async (id: Parameters<typeof parts>[1], path = '') => parts(await own.current(path, of), id);
const classed = (in_: string, focusSubjects: Report['focusSubjects'], changes: Partial<Report> = {}) =>
  own.report(cell, { date: day(`${in_}-03`), ...(focusSubjects && { focusSubjects }), ...changes });
const check = () => verify({ unit: own.district, month: of }, own.stores, closed);

describe('three meetings running', () => {
  it('of the same subjects are counted for the cell’s commune, its group and the district, and counted again by verify', async () => {
    await classed('2020-12', ['MT', 'DC']);
    await classed('2021-01', ['DC', 'MT']);
    await classed('2021-02', ['MT', 'DC']);
    await own.report('chau-minh.ngo-xa', { focusSubjects: ['MT'] });
    await close();
    for (const path of ['', 'thanh-van']) expect(await figure('sameFocus', path)).toEqual([1, 1]);
    expect(await figure('focusUnknown')).toEqual([1, 2]);
    const [group] = (await own.current('', of))?.groups ?? [];
    expect(group?.indicators.find(({ id }) => id === 'sameFocus')).toMatchObject({ numerator: 1, denominator: 1 });
    expect(await check()).toMatchObject({ differences: [], uncounted: [] });
  });

  it('are not the same where an amendment has taken the subjects away, or given others', async () => {
    await classed('2020-12', ['MT']);
    await classed('2021-01', ['MT']);
    await classed('2021-02', ['MT']);
    await own.report(cell, { date: day('2021-01-03') }, 1);
    await close();
    expect(await figure('sameFocus')).toEqual([0, 0]);
    await own.report(cell, { date: day('2021-01-03'), focusSubjects: ['DC'] }, 2);
    await close('2021-03-13T00:00:00.000Z');
    expect(await figure('sameFocus')).toEqual([0, 1]);
    expect(await check()).toMatchObject({ differences: [], uncounted: [] });
  });

  it('leave a closed month as it is where an earlier report was amended in anything else', async () => {
    await classed('2021-01', ['MT']);
    await classed('2021-02', ['MT']);
    await close();
    await own.report(cell, { date: day('2021-01-03'), focusSubjects: ['MT'], present: 16, excused: 4 }, 1);
    await close('2021-03-13T00:00:00.000Z');
    expect(await own.stores.scorecards.official(own.district, of, 2)).toBeUndefined();
  });
});

describe('whether a task has an owner', () => {
  const task = { what: 'Họp thôn', who: 'Chi ủy', due: day('2021-03-01') };

  it('is counted though owners are words, which the roll-up does not read', async () => {
    await own.report(cell, { tasks: [task] });
    await own.report('thanh-van.thanh-an', { tasks: [{ what: task.what, due: task.due }] });
    await own.report('chau-minh.ngo-xa', { tasks: [{ what: task.what, who: task.who }] });
    await close();
    expect(await figure('concrete')).toEqual([1, 3]);
    expect(await figure('concreteUnknown')).toEqual([0, 3]);
  });
});
