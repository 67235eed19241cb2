import { beforeEach, describe, expect, it } from 'vitest';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { rollUpParent } from '#functions/rollup/roll-up-parent.ts';
import { enterParent } from '#infra/admin/enter-parent.ts';
import { verifyParent } from '#infra/admin/verify-parent.ts';
import type { Month } from '#shared/period.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aDistrict, type District, parts } from '#test/functions/rollup/district.ts';
import { entered, month } from '#test/shared/samples.ts';

const database = onDynalite();
const of = month('2021-02');
const now = '2021-03-12T00:00:00.000Z';

let first: District;
let second: District;
let province: string;
let tests = 0;

beforeEach(async () => {
  tests += 1;
  province = `tinh-${tests}`;
  first = await aDistrict(database(), `huyen-${tests}-a`);
  second = await aDistrict(database(), `huyen-${tests}-b`);
  await enter(province, first.district, second.district);
});

const enter = (id: string, ...children: string[]) =>
  enterParent({ id, name: `tỉnh ${id}`, children }, database().db, database().cells, async () => undefined);
const merge = (parent = province, at = now) => rollUpParent({ parent, month: of }, first.stores, at);
const run = ({ district, stores }: District, official = false) =>
  rollUp({ district, month: of, official }, stores, now);
const current = (unit = province) => first.stores.scorecards.current(unit, of);

describe('a unit above districts', () => {
  it('waits for all its districts, and then is their sum', async () => {
    await first.report('thanh-van.thanh-binh');
    await run(first);
    expect(await merge()).toBe('waits');
    expect(await current()).toBeUndefined();
    await second.report('chau-minh.ngo-xa', { present: 20, excused: 0 });
    await run(second);
    expect(await merge()).toBe('stored');
    expect(parts(await current(), 'reported')).toEqual([2, 6]);
    expect(parts(await current(), 'attendance')).toEqual([37, 40]);
    expect(await current()).toMatchObject({ name: `tỉnh ${province}`, status: 'live', revision: 0, generatedAt: now });
    expect((await current())?.children.map(({ unit }) => unit)).toEqual([first.district, second.district]);
  });

  it('does not wait for a district that has ended, nor for a board that takes over later or that was undone', async () => {
    const { directory } = first.stores;
    const end = async (id: string, to?: Month, from?: Month) => {
      const own = (await directory.newestUnits(id)).get(id);
      const units = (own?.units ?? []).map((unit) => ({ ...unit, ...(to && { to }), ...(from && { from }) }));
      await directory.saveUnits(id, units, own?.revision ?? 0, entered);
    };
    await run(first);
    await end(second.district, month('2021-01'));
    expect(await merge()).toBe('stored');
    await end(second.district, month('2021-12'), month('2021-03'));
    expect(await merge()).toBe('same');
    await directory.saveUnits(second.district, [], 3, entered);
    expect(await merge()).toBe('same');
  });

  it('is stored anew where a district says something else, and not otherwise', async () => {
    await Promise.all([run(first), run(second)]);
    expect([await merge(), await merge(province, '2021-03-13T00:00:00.000Z')]).toEqual(['stored', 'same']);
    await first.report('thanh-van.thanh-binh');
    await run(first);
    expect(await merge()).toBe('stored');
    expect(parts(await current(), 'reported')).toEqual([1, 6]);
  });

  it('is official once each of its districts is, in revisions that name their scorecards and can be merged again', async () => {
    await Promise.all([run(first, true), run(second)]);
    await merge();
    expect(await current()).toMatchObject({ status: 'live' });
    await run(second, true);
    await Promise.all([merge(), merge()]);
    const official = await current();
    expect(official).toMatchObject({ status: 'official', revision: 1 });
    await first.report('thanh-van.thanh-binh');
    await run(first, true);
    expect(await merge()).toBe('stored');
    expect(await current()).toMatchObject({ status: 'official', revision: 2 });
    const { scorecards } = first.stores;
    expect(await scorecards.official(province, of, 1)).toEqual(official);
    for (const revision of [1, 2]) {
      const verdict = await verifyParent({ unit: province, month: of, revision }, scorecards);
      expect(verdict).toMatchObject({ scorecard: { revision }, inputs: 2, differences: [] });
    }
    const lost = { ...scorecards, inputsOf: async () => [`${first.district} other`] };
    expect((await verifyParent({ unit: province, month: of }, lost)).differences).toHaveLength(1);
    await expect(verifyParent({ unit: province, month: month('2021-01') }, scorecards)).rejects.toThrow('no official');
  });

  it('may itself stand below another', async () => {
    const country = `nuoc-${tests}`;
    await enter(country, province);
    await Promise.all([run(first), run(second)]);
    await merge();
    expect(await merge(country)).toBe('stored');
    expect(parts(await current(country), 'reported')).toEqual([0, 6]);
    expect(await first.stores.directory.above(province)).toBe(country);
  });

  it('that nobody has entered is refused', async () => {
    await expect(merge('khong-co')).rejects.toThrow('No such parent: khong-co');
  });
});

describe('entering one', () => {
  it('again may add districts, and takes none away', async () => {
    const third = await aDistrict(database(), `huyen-${tests}-c`);
    await enter(province, first.district, second.district, third.district);
    expect((await first.stores.directory.parent(province))?.children).toHaveLength(3);
    await expect(enter(province, first.district)).rejects.toThrow(
      `Would be lost: ${second.district}, ${third.district}.`,
    );
  });

  it.each<[string, (ids: readonly string[]) => readonly [string, ...string[]]]>([
    ['Not in the directory: khong-co.', () => ['vung', 'khong-co']],
    ['Named twice', ([, province = '']) => ['vung', province, province]],
    ['Stands elsewhere', ([district = '']) => ['vung', district]],
    ['Stands above', ([district = '', province = '']) => [province, district, province]],
    ['A district itself', ([district = '', province = '']) => [district, province]],
  ])('is refused: %s', async (why, given) => {
    const [id, ...children] = given([first.district, province]);
    await expect(enter(id, ...children)).rejects.toThrow(why);
  });
});
