import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { registerStore } from '#functions/store/register-store.ts';
import { parseEntry } from '#shared/documents/parse-entry.ts';
import { nextNumber, type Said } from '#shared/documents/register.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { aReport, day } from '#test/shared/samples.ts';

onEachDatabase((database) => {
  let districts = 0;
  let cell = '';
  const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
  const at = '2026-11-27T01:00:00.000Z';
  const store = () => registerStore(database().db, database().meetings);
  const enter = (said: Said, base: number) => store().append(cell, said, base, { by, at });
  const meeting = (month: number) => aReport({ cell, date: day(`2026-${String(month).padStart(2, '0')}-03`) });
  const number = (month: number, given: number): Said => ({
    kind: 'number',
    report: reportIdOf(meeting(month)),
    document: 'minutes',
    number: given,
  });

  beforeEach(() => {
    districts += 1;
    cell = `so-van-ban-${districts}.xa.thon`;
  });

  it('keeps what was entered, in its order, of that cell alone', async () => {
    expect(await enter(number(1, 7), 0)).toMatchObject({ kind: 'added', stored: { revision: 1, by, at } });
    expect(await enter({ kind: 'term', from: day('2026-02-01') }, 1)).toMatchObject({ kind: 'added' });
    await store().append(`${cell}-2`, number(1, 7), 0, { by, at });
    expect((await store().ofCell(cell)).map(({ said }) => said.kind)).toEqual(['number', 'term']);
    expect(await store().ofCell(`${cell}-3`)).toEqual([]);
  });

  it('of all cells of a commune is found from an instant on', async () => {
    const commune = cell.slice(0, cell.lastIndexOf('.'));
    const enterIn = (of: string, said: Said, base: number, when: string) =>
      store().append(of, said, base, { by, at: when });
    await enterIn(cell, { kind: 'term', from: day('2026-01-01') }, 0, '2026-10-31T01:00:00.000Z');
    await enterIn(cell, { kind: 'term', from: day('2026-02-01') }, 1, '2026-11-01T01:00:00.000Z');
    await enterIn(`${commune}.khac`, { kind: 'term', from: day('2026-03-01') }, 0, at);
    await enterIn(`${commune}-2.thon`, { kind: 'term', from: day('2026-04-01') }, 0, at);
    const found = await store().sinceIn(commune, '2026-11-01T01:00:00.000Z');
    expect(found.map((entry) => [entry.cell, entry.said]).sort()).toEqual(
      [
        [cell, { kind: 'term', from: '2026-02-01' }],
        [`${commune}.khac`, { kind: 'term', from: '2026-03-01' }],
      ].sort(),
    );
  });

  it('takes the same twice as once, and nothing from who has not seen the last entry', async () => {
    await enter(number(1, 1), 0);
    expect(await enter(number(1, 1), 0)).toMatchObject({ kind: 'same', stored: { revision: 1 } });
    expect(await enter(number(2, 1), 0)).toMatchObject({ kind: 'stale', stored: { revision: 1 } });
    expect(await store().ofCell(cell)).toHaveLength(1);
  });

  it('gives no number twice, however many writers take the proposed one at once', async () => {
    /** As a page does: read, take what is proposed, and look again where somebody was quicker. */
    const take = async (month: number): Promise<void> => {
      const entries = await store().ofCell(cell);
      const report = meeting(month);
      const next = String(nextNumber(entries, 'minutes', reportIdOf(report)));
      const parsed = parseEntry({ minutes: next }, { report, entries, today: day('2026-11-27') });
      if (!parsed?.ok) return;
      const { kind } = await enter(parsed.said, entries.at(-1)?.revision ?? 0);
      if (kind === 'stale') await take(month);
    };
    const months = fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(months, async (taking) => {
        districts += 1;
        cell = `so-van-ban-${districts}.xa.thon`;
        await Promise.all([...taking, ...taking.slice(0, 2)].map(take));
        const given = (await store().ofCell(cell)).flatMap(({ said }) => (said.kind === 'number' ? [said] : []));
        expect(given.map((each) => each.number)).toEqual(taking.map((_, index) => index + 1));
        expect(new Set(given.map(({ report }) => report)).size).toBe(taking.length);
      }),
      { numRuns: 10 },
    );
  });
});
