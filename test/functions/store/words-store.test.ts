import { beforeEach, expect, it } from 'vitest';
import { briefingWords, wordsStore } from '#functions/store/words-store.ts';
import type { Instant, Month } from '#shared/period.ts';
import { onEachDatabase } from '#test/dynamodb.ts';

const YEAR_MS = 366 * 24 * 60 * 60 * 1000;
const longAgo = (years: number): Instant => new Date(Date.now() - years * YEAR_MS).toISOString();

onEachDatabase((database) => {
  let districts = 0;
  let unit = '';
  const month = '2021-02' as Month;
  const store = () => wordsStore(database().db, database().actions, briefingWords);
  const by = () => ({ user: 'huyen', role: 'district', unit }) as const;
  const said = { words: { causes: 'Do thời vụ.' }, figures: 'f' };

  beforeEach(() => {
    districts += 1;
    unit = `loi-${districts}`;
  });

  it('forgets what was written after two years, and goes on from the number that it has', async () => {
    await store().append({ unit, month }, said, 0, { by: by(), at: longAgo(2.1) });
    expect(await store().newest({ unit, month })).toMatchObject({ revision: 1, words: {}, by: { user: 'huyen' } });
    const again = { by: by(), at: longAgo(0) };
    // The database has not removed it yet: who saw no words may write some.
    expect(await store().append({ unit, month }, said, 1, again)).toMatchObject({ kind: 'added' });
    expect((await store().revisions({ unit, month })).map(({ revision, words }) => [revision, words])).toEqual([
      [1, {}],
      [2, said.words],
    ]);
  });

  it('keeps them for less than that', async () => {
    await store().append({ unit, month }, said, 0, { by: by(), at: longAgo(1.9) });
    expect(await store().newest({ unit, month })).toMatchObject({ words: said.words });
  });

  it('takes words out of all revisions and leaves who wrote them', async () => {
    await store().append({ unit, month }, said, 0, { by: by(), at: longAgo(0) });
    await store().append({ unit, month }, { ...said, words: { tasks: 'Một.' } }, 1, { by: by(), at: longAgo(0) });
    expect(await store().removeWords({ unit, month })).toBe(2);
    expect(await store().removeWords({ unit, month })).toBe(0);
    expect((await store().revisions({ unit, month })).map(({ revision, words }) => [revision, words])).toEqual([
      [1, {}],
      [2, {}],
    ]);
  });
});
