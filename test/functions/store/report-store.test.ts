import { GetCommand, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  isIntact,
  type ReportStore,
  type RevisionName,
  reportStore,
  revisionItems,
} from '#functions/store/report-store.ts';
import { listingUnreadable } from '#functions/store/unreadable.ts';
import { type Day, monthOf } from '#shared/period.ts';
import { passagesOf } from '#shared/reports/passages.ts';
import { type Report, type ReportId, reportIdOf } from '#shared/reports/report.ts';
import { revise, type Step } from '#shared/reports/revise.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { Faults } from '#test/functions/owed/faults.ts';
import { aReport } from '#test/shared/samples.ts';

/** Words are kept two years, so these tests live in the present. */
const now = new Date().toISOString();
const today = now.slice(0, 10) as Day;
const thisMonth = monthOf(today);

const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const words = {
  focus: 'Làm đường bê tông thôn',
  tasks: [{ what: 'Lập danh sách hộ hiến đất', who: 'Chi ủy' }],
  matters: [{ topic: 'DD', summary: 'Tranh chấp ngõ đi chung', severity: 'medium' }],
} as const satisfies Partial<Report>;

const step = (report: Partial<Report> = {}, changes: Partial<Step> = {}): Step => ({
  state: 'submitted',
  report: aReport({ date: today, ...words, ...report }),
  by,
  at: now,
  ...changes,
});

async function allOf<T>(each: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of each) found.push(one);
  return found;
}

onEachDatabase((database) => {
  let store: ReportStore;
  /** Each test has a district of its own. */
  let district: string;
  let districts = 0;
  const cell = (path: string) => `${district}.${path}`;

  beforeEach(() => {
    store = reportStore(database().db, database().meetings);
    districts += 1;
    district = `huyen-${districts}`;
  });

  const itemsOf = async () => {
    const { db, meetings } = database();
    const found: Record<string, unknown>[] = [];
    for await (const { Items = [] } of paginateScan({ client: db }, { TableName: meetings, ConsistentRead: true })) {
      found.push(...Items.filter(({ pk }) => String(pk).startsWith(`${district}#`)));
    }
    return found;
  };

  describe('what reviewers are told of a month', () => {
    const cells = { user: 'mot', role: 'cell', unit: 'hiep-hoa.thanh-van.mot' } as const;
    const board = { user: 'district', role: 'district', unit: 'hiep-hoa' } as const;

    it('names everybody who has sent or amended a report, and nobody who has only decided; whole and in short', async () => {
      const sent = step({ cell: cell('a.b'), attendedBy: 'group' }, { by: cells });
      await store.append(sent, 0);
      await store.append({ ...sent, state: 'returned', by: board, reason: 'Thiếu' }, 1);
      await store.append(step({ cell: cell('a.b'), attendedBy: 'group', present: 16 }), 2);
      await store.append(step({ cell: cell('a-b.c') }), 0);
      const [whole, ...others] = await store.enteredInMonth(cell('a'), thisMonth);
      expect(others).toEqual([]);
      expect(whole).toMatchObject({ revision: 3, state: 'submitted', enteredBy: [cells, by], report: { present: 16 } });
      const short = await store.entriesOfMonth(cell('a'), thisMonth);
      expect(short).toEqual([
        {
          ...{ id: whole?.id, state: 'submitted', by, firstReceivedAt: now, enteredBy: [cells, by] },
          report: { cell: cell('a.b'), date: today, kind: 'regular', attendedBy: 'group' },
        },
      ]);
    });

    it('says of each report that it has come, and when first', async () => {
      await store.append(step({ cell: cell('a.b') }), 0);
      await store.append(step({ cell: cell('a.b'), present: 15 }), 1);
      await store.append(step({ cell: cell('a-2.b') }), 0);
      const report = { cell: cell('a.b'), date: today, kind: 'regular' };
      expect(await store.arrivedInMonth(cell('a'), thisMonth)).toEqual([
        { id: expect.stringContaining(cell('a.b')), report, firstReceivedAt: now },
      ]);
    });

    it('outlines a report by its newest revision, with digests of its longer texts and none of the words', async () => {
      const focus = 'Làm đường bê tông thôn, đoạn từ nhà văn hóa đến trạm bơm';
      await store.append(step({ cell: cell('a.b') }), 0);
      const results = [{ unit: 'road', quantity: 60, what: 'ngõ xóm' }] as const;
      await store.append(step({ cell: cell('a.b'), durationMinutes: 105, focus, results }), 1);
      const [outline, ...others] = await store.outlinesOfMonth(district, thisMonth);
      expect(others).toEqual([]);
      expect(outline).toMatchObject({ cell: cell('a.b'), date: today, kind: 'regular', durationMinutes: 105 });
      expect(outline).toMatchObject({ fullMembers: 19, results: [{ unit: 'road', quantity: 60 }] });
      expect(outline?.passages).toEqual(passagesOf({ focus }));
      expect(JSON.stringify(outline)).not.toContain('ngõ xóm');
    });
  });

  describe('append', () => {
    it('adds a new report, and reads it back as it was', async () => {
      const sent = step({ cell: cell('a.b') }, { filledAt: now });
      const outcome = await store.append(sent, 0);
      expect(outcome).toEqual({ kind: 'added', stored: revise(undefined, sent) });
      expect(await store.newest(reportIdOf(sent.report))).toEqual(revise(undefined, sent));
    });

    it('answers the same report with the stored one, whatever base the writer saw, and writes nothing', async () => {
      const sent = step({ cell: cell('a.b') });
      const first = await store.append(sent, 0);
      const before = await itemsOf();
      for (const base of [0, 1, 7]) {
        const later = { ...sent, at: new Date(Date.parse(now) + 60_000).toISOString() };
        expect(await store.append(later, base)).toEqual({ kind: 'same', stored: first.stored });
      }
      expect(await itemsOf()).toEqual(before);
    });

    it('adds to the base that the writer saw', async () => {
      const sent = step({ cell: cell('a.b') });
      await store.append(sent, 0);
      const amended = step({ cell: cell('a.b'), present: 16, excused: 4 });
      const returned = { ...amended, state: 'returned', reason: 'Thiếu nghị quyết' } as const;
      expect(await store.append(amended, 1)).toMatchObject({ kind: 'added', stored: { revision: 2 } });
      expect(await store.append(returned, 2)).toMatchObject({ kind: 'added', stored: { revision: 3 } });
      const history = await store.history(reportIdOf(sent.report));
      expect(history.map(({ revision, state, report, reason }) => [revision, state, report.present, reason])).toEqual([
        [1, 'submitted', 17, undefined],
        [2, 'submitted', 16, undefined],
        [3, 'returned', 16, 'Thiếu nghị quyết'],
      ]);
      expect(new Set(history.map(({ firstReceivedAt }) => firstReceivedAt))).toEqual(new Set([now]));
    });

    it('refuses a stale base and shows what is stored', async () => {
      const { stored } = await store.append(step({ cell: cell('a.b') }), 0);
      const other = step({ cell: cell('a.b'), present: 16, excused: 4 });
      expect(await store.append(other, 0)).toEqual({ kind: 'stale', stored });
      expect(await store.append(other, 2)).toEqual({ kind: 'stale', stored });
      expect(await store.history(reportIdOf(other.report))).toHaveLength(1);
    });

    it('refuses the base of a report that does not exist', async () => {
      expect(await store.append(step({ cell: cell('a.b') }), 1)).toEqual({ kind: 'stale', stored: undefined });
      expect(await itemsOf()).toEqual([]);
    });

    it('keeps one revision of twenty at once with the same content', async () => {
      const sent = step({ cell: cell('a.b') });
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.append(sent, 0)));
      expect(outcomes.filter(({ kind }) => kind === 'added')).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'same')).toHaveLength(19);
      expect(new Set(outcomes.map(({ stored }) => stored?.digest)).size).toBe(1);
      expect(await store.history(reportIdOf(sent.report))).toHaveLength(1);
    });

    it('lets one of twenty different ones at once win, and shows it to the others', async () => {
      const sent = Array.from({ length: 20 }, (_, present) =>
        step({ cell: cell('a.b'), present, excused: 20 - present, focus: `Nội dung ${present}` }),
      );
      const outcomes = await Promise.all(sent.map((each) => store.append(each, 0)));
      const history = await store.history(reportIdOf(sent[0]?.report as Report));
      expect(history.map(({ revision }) => revision)).toEqual([1]);
      expect(outcomes.filter(({ kind }) => kind === 'added')).toHaveLength(1);
      for (const { stored } of outcomes) expect(stored).toEqual(history[0]);
      // Words and figures are of the same writer.
      expect(history[0]?.report.focus).toBe(`Nội dung ${history[0]?.report.present}`);
    });

    it('leaves no gap where each of ten at once tries again on what it is shown', async () => {
      const writers = Array.from({ length: 10 }, (_, present) => async () => {
        const sent = step({ cell: cell('a.b'), present, excused: 20 - present });
        for (let base = 0; ; ) {
          const outcome = await store.append(sent, base);
          if (outcome.kind !== 'stale') return;
          base = outcome.stored?.revision ?? 0;
        }
      });
      await Promise.all(writers.map((write) => write()));
      const history = await store.history(`${cell('a.b')}_${today}_regular`);
      expect(history.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(new Set(history.map(({ report }) => report.present)).size).toBe(10);
    });

    it('refuses an id that cannot be', async () => {
      await expect(store.newest('../x_2021-02-31_regular' as ReportId)).rejects.toThrow(RangeError);
    });
  });

  describe('words', () => {
    it('stand in a partition of their own, with an expiry, and the revision has none of them', async () => {
      await store.append(step({ cell: cell('a.b') }), 0);
      const items = await itemsOf();
      const [revision] = items.filter(({ pk }) => pk === `${district}#${thisMonth}`);
      const [text] = items.filter(({ pk }) => pk === `${district}#${thisMonth}#text`);
      expect(items).toHaveLength(2);
      expect(JSON.stringify(revision)).not.toContain('bê tông');
      expect(revision).not.toHaveProperty('expiresAt');
      expect(JSON.stringify(text)).toContain('bê tông');
      const days = (Number(text?.['expiresAt']) - Date.parse(now) / 1000) / 86400;
      expect(days).toBeGreaterThan(730);
      expect(days).toBeLessThan(732);
    });

    it('that have expired are not read, though they may still be there; the figures stay', async () => {
      const old = step({ cell: cell('a.b'), date: '2021-02-03' as Day }, { at: '2021-02-04T02:00:00.000Z' });
      const id = reportIdOf(old.report);
      await store.append(old, 0);
      expect(await itemsOf()).toHaveLength(2);
      for (const revision of [await store.newest(id), (await store.history(id))[0]]) {
        expect(revision?.report).not.toHaveProperty('focus');
        expect(revision?.report.tasks).toEqual([{ what: '' }]);
        expect(revision?.report.matters).toEqual([{ topic: 'DD', severity: 'medium', summary: '' }]);
        expect(revision?.report.present).toBe(17);
        expect(revision?.digest).toBe(revise(undefined, old).digest);
      }
    });

    it('come back to a revision that was read without them', async () => {
      const sent = step({ cell: cell('a.b') });
      await store.append(sent, 0);
      await store.append(step({ cell: cell('a.b'), focus: 'Làm mương' }), 1);
      const stored = [];
      for await (const each of store.month(cell('a.b'), thisMonth)) stored.push(each);
      const whole = await Promise.all(stored.map((each) => store.withFreeText(each)));
      expect(whole).toEqual(await store.history(reportIdOf(sent.report)));
      expect(whole.map(({ report }) => report.focus)).toEqual([words.focus, 'Làm mương']);
    });

    it('left by a writer that crashed before its revision show nowhere and stop nobody', async () => {
      const sent = step({ cell: cell('a.b') });
      const { db, meetings } = database();
      await db.send(new PutCommand({ TableName: meetings, Item: revisionItems(revise(undefined, sent)).words }));
      expect(await store.newest(reportIdOf(sent.report))).toBeUndefined();
      expect(await store.newestOfMonth(district, thisMonth)).toEqual([]);
      expect(await store.append(sent, 0)).toMatchObject({ kind: 'added' });
      expect((await store.newest(reportIdOf(sent.report)))?.report.focus).toBe(words.focus);
    });
  });

  describe('a month', () => {
    const seed = (path: string, changes: Partial<Report> = {}) =>
      store.append(step({ cell: cell(path), ...changes }), 0);
    const cells = async (unit: string, month = thisMonth) =>
      (await store.newestOfMonth(unit, month)).map(({ report }) => report.cell.slice(district.length + 1));

    it('is that of the unit, and of none whose id only begins alike', async () => {
      for (const path of ['thanh-van.a', 'thanh-van.a-2', 'thanh-van-2.a', 'thanh.a', 'chau-minh.a']) await seed(path);
      expect(await cells(cell('thanh-van'))).toEqual(['thanh-van.a-2', 'thanh-van.a']);
      expect(await cells(cell('thanh-van.a'))).toEqual(['thanh-van.a']);
      expect(await cells(cell('thanh'))).toEqual(['thanh.a']);
      expect((await cells(district)).sort()).toEqual(
        ['thanh-van.a', 'thanh-van.a-2', 'thanh-van-2.a', 'thanh.a', 'chau-minh.a'].sort(),
      );
      expect(await cells(`${district}-2`)).toEqual([]);
      expect(await cells('huyen')).toEqual([]);
    });

    it('is that month and no other', async () => {
      await seed('a.b', { date: '2021-02-28' as Day });
      await seed('a.b', { date: '2021-03-01' as Day });
      const of = async (day: string) =>
        (await store.newestOfMonth(district, monthOf(day as Day))).map(({ report }) => report.date);
      expect(await of('2021-02-01')).toEqual(['2021-02-28']);
      expect(await of('2021-03-01')).toEqual(['2021-03-01']);
      expect(await of('2021-04-01')).toEqual([]);
    });

    it('has the newest revision of each report, without its words', async () => {
      await seed('a.b');
      await store.append(step({ cell: cell('a.b'), present: 16, excused: 4 }), 1);
      await seed('a.b', { kind: 'thematic' });
      const newest = await store.newestOfMonth(cell('a'), thisMonth);
      expect(newest.map(({ revision, report }) => [report.kind, revision, report.present])).toEqual([
        ['regular', 2, 16],
        ['thematic', 1, 17],
      ]);
      expect(JSON.stringify(newest)).not.toContain('bê tông');
    });

    it('has the names of these by themselves', async () => {
      for (const path of ['a.b', 'a.c', 'a-2.b']) await seed(path);
      await store.append(step({ cell: cell('a.b'), present: 16, excused: 4 }), 1);
      const nameOf = ({ id, revision, digest }: RevisionName) => ({ id, revision, digest });
      const newest = (await store.newestOfMonth(cell('a'), thisMonth)).map(nameOf);
      expect(newest.map(({ revision }) => revision)).toEqual([2, 1]);
      expect(await store.namesOfMonth(cell('a'), thisMonth)).toEqual(newest);
    });

    it('has its thematic meetings by themselves, the newest revision of each', async () => {
      await seed('a.b');
      await seed('a.b', { kind: 'thematic' });
      await store.append(step({ cell: cell('a.b'), kind: 'thematic', present: 16, excused: 4 }), 1);
      await seed('a.c', { kind: 'thematic', date: '2021-03-01' as Day });
      const thematic = await store.thematicOfMonth(district, thisMonth);
      expect(thematic.map(({ id, revision, report }) => [id, revision, report.present])).toEqual([
        [`${cell('a.b')}_${today}_thematic`, 2, 16],
      ]);
      expect(thematic.every(isIntact)).toBe(true);
    });

    it('has what its regular meetings were about by themselves, as their newest revisions say', async () => {
      const focusSubjects = ['MT'] as const;
      await seed('a.b', { focusSubjects });
      await seed('a.c', { focusSubjects });
      await store.append(step({ cell: cell('a.c') }), 1);
      await seed('a.d');
      await store.append(step({ cell: cell('a.d'), focusSubjects }), 1);
      await seed('a.e', { focusSubjects, kind: 'thematic' });
      await seed('a.f');
      const classed = await store.classedOfMonth(district, thisMonth);
      expect(classed.map(({ report, revision }) => [report.cell, revision])).toEqual([
        [cell('a.b'), 1],
        [cell('a.d'), 2],
      ]);
      expect((await store.thematicOfMonth(district, thisMonth)).map(({ report }) => report.cell)).toEqual([
        cell('a.e'),
      ]);
    });

    it('says the same where a page reads it once, in one query, for the unit and for each below it', async () => {
      for (const path of ['a.b', 'a.c', 'a-2.b']) {
        await store.append(step({ cell: cell(path) }), 0);
        await store.append(step({ cell: cell(path), focus: 'khác' }), 1);
      }
      await store.append(step({ cell: cell('a.b'), kind: 'thematic' }, { state: 'returned' }), 0);
      const noted = new Faults();
      const once = reportStore(noted.client(database().endpoint), database().meetings).readOnce(cell('a'), [thisMonth]);
      for (const unit of [cell('a'), cell('a.b'), cell('a.c')]) {
        expect(await allOf(once.month(unit, thisMonth))).toEqual(await allOf(store.month(unit, thisMonth)));
        for (const read of ['newestOfMonth', 'enteredInMonth', 'entriesOfMonth'] as const) {
          expect(await once[read](unit, thisMonth)).toEqual(await store[read](unit, thisMonth));
        }
      }
      expect(noted.requests).toHaveLength(1);
      // What is no part of it is read as ever.
      expect(await once.newestOfMonth(cell('a-2'), thisMonth)).toHaveLength(1);
      expect(noted.requests).toHaveLength(2);
    });

    it('is not read whole for a page that asks for less, but that is taken from it once it was', async () => {
      await store.append(step({ cell: cell('a.b') }), 0);
      const noted = new Faults();
      const once = reportStore(noted.client(database().endpoint), database().meetings).readOnce(district, [thisMonth]);
      const asked: number[] = [];
      for (const consistent of [false, true, false]) {
        expect(await once.arrivedInMonth(cell('a'), thisMonth, { consistent })).toHaveLength(1);
        asked.push(noted.requests.length);
      }
      expect(asked).toEqual([1, 2, 2]);
    });

    it('is read to its end, however many pages that takes', async () => {
      // A page of DynamoDB ends at 1 MB. A thousand matters in each make a dozen revisions more than that.
      const matters = Array.from({ length: 2500 }, () => ({ ...words.matters[0], summary: '.' }));
      for (let n = 10; n < 28; n++) await seed(`a.c${n}`, { matters });
      await store.append(step({ cell: cell('a.c10'), present: 16, excused: 4 }), 1);
      const sizes = (await itemsOf())
        .filter(({ pk }) => pk === `${district}#${thisMonth}`)
        .map((item) => JSON.stringify(item).length);
      expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThan(1.2 * 1024 * 1024);
      const newest = await store.newestOfMonth(district, thisMonth);
      expect(newest).toHaveLength(18);
      expect(newest.find(({ report }) => report.cell === cell('a.c10'))?.revision).toBe(2);
    });
  });

  describe('what is not as it was stored is left out of its month and reported', () => {
    /** How many can be read, and what cannot. */
    const damage = async (change: (item: Record<string, unknown>) => Record<string, unknown>) => {
      const { stored } = await store.append(step({ cell: cell('a.b') }), 0);
      const { db, meetings } = database();
      const Key = { pk: `${district}#${thisMonth}`, sk: `${stored?.id}#0001` };
      const { Item = {} } = await db.send(new GetCommand({ TableName: meetings, Key }));
      await db.send(new PutCommand({ TableName: meetings, Item: change(Item) }));
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const { result, unreadable } = await listingUnreadable(() => store.newestOfMonth(district, thisMonth));
      return [result.length, ...unreadable.map(({ name }) => name.slice(name.indexOf('_') + 12))];
    };

    it('nothing in what was stored', async () => {
      expect(await damage((item) => item)).toEqual([1]);
    });

    it('a figure was changed', async () => {
      const change = (item: Record<string, unknown>) => ({ ...(item['facts'] as object), present: 20 });
      expect(await damage((item) => ({ ...item, facts: change(item) }))).toEqual([0, 'regular#1']);
    });

    it('the words were changed for others', async () => {
      expect(await damage((item) => ({ ...item, wordsDigest: 'f'.repeat(64) }))).toEqual([0, 'regular#1']);
    });

    it('it stands under the key of another report', async () => {
      const sk = (item: Record<string, unknown>) => String(item['sk']).replace('regular', 'thematic');
      expect(await damage((item) => ({ ...item, sk: sk(item) }))).toEqual([1, 'thematic#1']);
    });
  });
});
