import { gzipSync } from 'node:zlib';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { UnreadableItem } from '#functions/store/format.ts';
import { type Live, type ScorecardStore, scorecardStore } from '#functions/store/scorecard-store.ts';
import { digestOf } from '#shared/digest.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { month } from '#test/shared/samples.ts';

const of = month('2021-02');

onEachDatabase((database) => {
  let store: ScorecardStore;
  let unit: string;
  let units = 0;

  beforeEach(() => {
    store = scorecardStore(database().db, database().scorecards);
    units += 1;
    unit = `huyen-${units}`;
  });

  const scorecard = (changes: Partial<Scorecard> = {}): Scorecard => ({
    unit,
    name: 'huyện Hiệp Hòa',
    month: of,
    status: 'live',
    revision: 0,
    generatedAt: '2021-03-01T00:00:00.000Z',
    digest: 'd',
    regime: 'de-an-06',
    indicators: [],
    children: [],
    groups: [],
    belowNorm: [],
    ...changes,
  });
  const official = (revision: number, changes: Partial<Scorecard> = {}) =>
    scorecard({ status: 'official', revision, ...changes });
  const put = (each: Scorecard, inputs: readonly string[] = []) =>
    each.status === 'live' ? store.putLive(each) : store.putOfficial(each, inputs);
  const current = () => store.current(unit, of);

  it.each([{ digest: 'khác' }, { generatedAt: undefined }])(
    'lets a live one be replaced whose item says something else than its content: %o',
    async (changes) => {
      const merged = { scorecard: scorecard(), parts: { communes: [], rest: { tally: {}, inputs: 'i' } } };
      await store.putMerged(merged, undefined);
      const { db, scorecards: TableName } = database();
      const Key = { pk: unit, sk: `${of}#live` };
      const { Item } = await db.send(new GetCommand({ TableName, Key }));
      await db.send(new PutCommand({ TableName, Item: { ...Item, ...changes } }));
      expect(await store.live(unit, of)).toBe('unreadable');
      expect(await store.putMerged(merged, 'unreadable')).toBe(true);
      expect(await store.live(unit, of)).toEqual(merged);
    },
  );

  it('has none before one is stored', async () => {
    expect(await current()).toBeUndefined();
    expect(await store.official(unit, of)).toBeUndefined();
    expect(await store.official(unit, of, 1)).toBeUndefined();
  });

  it('has what counts for each month of a span, and nothing beside it', async () => {
    const months = ['2020-12', '2021-01', '2021-02', '2021-03'].map(month);
    for (const each of months) await put(scorecard({ month: each }));
    await put(official(1, { month: months[1] as typeof of, digest: 'first' }));
    await put(official(2, { month: months[1] as typeof of, digest: 'second' }));
    const found = await store.between(unit, months[1] as typeof of, of);
    expect(found.map(({ month, digest }) => [month, digest])).toEqual([
      ['2021-01', 'second'],
      ['2021-02', 'd'],
    ]);
    expect(await store.between(unit, month('2022-01'), month('2022-12'))).toEqual([]);
    expect(await store.currentBetween(unit, months[1] as typeof of, of)).toEqual(found);
    // An older one does not stand for one that is broken.
    const broken = { pk: unit, sk: `${of}#official#0001`, generatedAt: 'once', digest: 'd', body: new Uint8Array([1]) };
    await database().db.send(new PutCommand({ TableName: database().scorecards, Item: broken }));
    await expect(store.currentBetween(unit, months[1] as typeof of, of)).rejects.toThrow(UnreadableItem);
  });

  it('has of a span the lines that a trend shows, without what is broken', async () => {
    const figure = (id: 'reported' | 'met') => ({
      ...{ id, numerator: 1, denominator: 2, value: 50, target: null, verdict: null, met: null },
      ...{ previousMonth: null, previousYear: null },
    });
    const full = {
      topics: { VC: 1 },
      indicators: [figure('met'), figure('reported')],
      children: [{ unit: `${unit}.a`, name: 'xã "A"', rank: 1, indicators: [figure('met'), figure('reported')] }],
      belowNorm: [{ cell: `${unit}.a.b`, name: 'Thôn {B]', commune: 'xã "A"', reasons: [] }],
    };
    await put(official(1, full));
    await put(official(2, { ...full, month: month('2021-03'), digest: 'second' }));
    await put(scorecard({ month: month('2021-04') }));
    const lines = await store.linesBetween(unit, of, month('2021-04'));
    const { topics, indicators } = full;
    const reported = [{ id: 'reported', numerator: 1, denominator: 2 }];
    const line = { unit, name: 'huyện Hiệp Hòa', status: 'official', regime: 'de-an-06', topics, indicators };
    const children = [{ unit: `${unit}.a`, name: 'xã "A"', indicators: reported }];
    expect(lines[0]).toEqual({ ...line, month: of, revision: 1, children });
    expect(lines.map((each) => each.month)).toEqual(['2021-02', '2021-03', '2021-04']);
    expect(lines[2]?.children).toEqual([]);
    const broken = { pk: unit, sk: `${of}#official#0002`, generatedAt: 'once', digest: 'd', body: new Uint8Array([1]) };
    await database().db.send(new PutCommand({ TableName: database().scorecards, Item: broken }));
    expect((await store.linesBetween(unit, of, of)).map(({ status }) => status)).toEqual(['official']);
    // Official ones that were stored before they kept their lines say the same.
    await database().db.send(
      new UpdateCommand({
        TableName: database().scorecards,
        Key: { pk: unit, sk: `${month('2021-03')}#official#0002` },
        UpdateExpression: 'REMOVE line',
      }),
    );
    expect(await store.linesBetween(unit, of, month('2021-04'))).toEqual(lines);
  });

  describe('a live scorecard', () => {
    it('is replaced by a later one and by none that is earlier', async () => {
      const [earlier, first, later] = ['2021-02-28', '2021-03-01', '2021-03-02'].map((day) =>
        scorecard({ generatedAt: `${day}T00:00:00.000Z`, digest: day }),
      ) as [Scorecard, Scorecard, Scorecard];
      expect(await put(first)).toBe(true);
      expect(await put(earlier)).toBe(false);
      expect(await current()).toEqual(first);
      expect(await put(later)).toBe(true);
      expect(await current()).toEqual(later);
    });

    it('of a district has its parts, and gives way only to one that was merged after seeing it', async () => {
      const rest = { tally: { mattersOpen: 1 }, inputs: 'rest' };
      const as = (digest: string): Required<Live> => ({
        scorecard: scorecard({ digest }),
        parts: {
          communes: [{ unit: `${unit}.a`, tally: { due: 3, onTime: 2 }, arrivals: {}, inputs: 'a', digest }],
          rest,
        },
      });
      const [first, second, other] = [as('first'), as('second'), as('other')];
      expect(await store.live(unit, of)).toBeUndefined();
      expect(await store.putMerged(first, undefined)).toBe(true);
      expect(await store.putMerged(other, undefined)).toBe(false);
      expect(await store.live(unit, of)).toEqual(first);
      expect(await store.putMerged(second, first.scorecard)).toBe(true);
      expect(await store.putMerged(other, first.scorecard)).toBe(false);
      expect(await store.live(unit, of)).toEqual(second);
      expect(await current()).toEqual(second.scorecard);
    });

    it('that was stored without parts is found, and gives way to one that has them', async () => {
      await store.putLive(scorecard());
      expect(await store.live(unit, of)).toEqual({ scorecard: scorecard() });
      const merged = {
        scorecard: scorecard({ digest: 'merged' }),
        parts: { communes: [], rest: { tally: {}, inputs: '' } },
      };
      expect(await store.putMerged(merged, scorecard())).toBe(true);
      expect(await store.live(unit, of)).toEqual(merged);
    });

    it('is not an official one', async () => {
      await put(scorecard());
      expect(await store.official(unit, of)).toBeUndefined();
    });
  });

  describe('an official scorecard', () => {
    it('is never replaced, not even by a later one', async () => {
      expect(await put(official(1), ['a'])).toBe(true);
      const again = official(1, { generatedAt: '2022-01-01T00:00:00.000Z', digest: 'other' });
      expect(await put(again, ['b'])).toBe(false);
      expect(await store.official(unit, of)).toEqual(official(1));
    });

    it('that was stored as gzip, as the first were, is read as it was', async () => {
      const { generatedAt, digest } = official(1);
      const Item = {
        pk: unit,
        sk: `${of}#official#0001`,
        generatedAt,
        digest,
        body: gzipSync(JSON.stringify(official(1))),
      };
      await database().db.send(new PutCommand({ TableName: database().scorecards, Item }));
      expect(await current()).toEqual(official(1));
    });

    it('counts for the month before any live one, and the newest revision before the others', async () => {
      await put(scorecard());
      expect(await current()).toEqual(scorecard());
      await put(official(1));
      await put(scorecard({ generatedAt: '2022-01-01T00:00:00.000Z' }));
      expect(await current()).toEqual(official(1));
      for (let revision = 2; revision <= 11; revision++) await put(official(revision));
      expect(await current()).toEqual(official(11));
    });

    it('names what it was made of, each revision its own', async () => {
      const inputs = ['a_2021-02-03_regular#1 digest', 'b_2021-02-03_regular#2 digest'];
      const [first, second] = [official(1, { digest: 'first' }), official(2, { digest: 'second' })];
      await put(first, inputs);
      await put(second, inputs.slice(1));
      expect(await store.official(unit, of)).toEqual(second);
      expect(await store.official(unit, of, 1)).toEqual(first);
      expect(await store.inputsOf(second)).toEqual(inputs.slice(1));
      expect(await store.inputsOf(first)).toEqual(inputs);
      expect(await store.official(unit, of, 3)).toBeUndefined();
    });
  });

  it('keeps units and months apart', async () => {
    await put(official(1));
    expect(await store.current(`${unit}-2`, of)).toBeUndefined();
    expect(await store.current(`${unit}.a`, of)).toBeUndefined();
    expect(await store.current(unit, month('2021-01'))).toBeUndefined();
    expect(await store.current(unit, month('2021-03'))).toBeUndefined();
  });

  it('holds a district of 130 communes, with a list of every cell below the norm and 10,000 inputs', async () => {
    const figure = { numerator: 17, denominator: 20, value: 85, target: null, verdict: null, met: null };
    const earlier = { previousMonth: { numerator: 16, denominator: 20 }, previousYear: null };
    const ids = ['reported', 'onTime', 'late', 'met', 'attendance', 'attendanceCells', 'resolution'] as const;
    const indicators = [...ids, ...ids, ...ids].map((id) => ({ id, ...figure, ...earlier }));
    const big = official(1, {
      indicators,
      children: Array.from({ length: 130 }, (_, n) => ({ unit: `u.c${n}`, name: `xã ${n}`, rank: n, indicators })),
      belowNorm: Array.from({ length: 10_000 }, (_, n) => ({
        cell: `u.c${n % 130}.t${n}`,
        name: `Chi bộ thôn ${n}`,
        commune: `xã ${n % 130}`,
        reasons: ['missing'],
      })),
    });
    const inputs = Array.from({ length: 10_000 }, (_, n) => {
      const digest = digestOf(n);
      return `u.c${n % 130}.t${n}_2021-02-03_regular#1 ${digest}`;
    });
    expect(await put(big, inputs)).toBe(true);
    expect(await current()).toEqual(big);
    expect(await store.inputsOf(big)).toEqual(inputs);
  });
});
