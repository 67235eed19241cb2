import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { auditStore } from '#functions/store/audit-store.ts';
import { directoryStore } from '#functions/store/directory-store.ts';
import { reportStore, revisionItems } from '#functions/store/report-store.ts';
import { scorecardStore } from '#functions/store/scorecard-store.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { type ChangesDeps, showChanges } from '#functions/web/api/show-changes.ts';
import { addDays, type Day, type Instant, monthOf } from '#shared/period.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import { revise } from '#shared/reports/revise.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { apiMismatches } from '#test/shared/api/api-mismatches.ts';
import { aReport, aUnit, entered, month as monthNamed } from '#test/shared/samples.ts';

const database = onDynalite();
const today = '2026-11-20' as Day;
const noon: Instant = `${today}T05:00:00.000Z`;
const month = monthOf(today);

interface Changes {
  readonly changes: readonly (
    | { readonly kind: 'report'; readonly id: string; readonly revision: number }
    | Scorecard
  )[];
  readonly next: string;
  readonly more: boolean;
  readonly leftOut?: readonly { readonly name: string }[];
}

let district: string;
let districts = 0;
let deps: ChangesDeps;
let audit: ReturnType<typeof auditStore>;

beforeEach(() => {
  districts += 1;
  district = `huyen-${districts}`;
  const { db, ...names } = database();
  audit = auditStore(db, names.audit, 10);
  deps = {
    audit,
    reports: reportStore(db, names.meetings),
    scorecards: scorecardStore(db, names.scorecards),
    directory: directoryStore(db, names.cells),
  };
});

const by = () => ({ user: 'xa', role: 'commune', unit: `${district}.xa` }) as const;

/** Stores a report; its entry in the record comes with it, or later. */
async function store(cell: string, at = noon, date = today): Promise<string> {
  const { db, meetings } = database();
  const report = aReport({ cell: `${district}.${cell}`, date });
  await reportStore(db, meetings).append({ state: 'submitted', report, by: by(), at }, 0);
  return reportIdOf(report);
}
const record = (id: string, at = noon) =>
  audit.append(district, { kind: 'changed', at, by: by(), of: `${id}#1`, from: '*' });
async function report(cell: string, at = noon): Promise<string> {
  const id = await store(cell, at);
  await record(id, at);
  return id;
}

async function ask(
  since?: string,
  now = noon,
  scope = [district],
  forebears: readonly { readonly id: string }[] = [],
): Promise<Changes> {
  const viewer = { user: `${district}#1`, role: 'district', unit: district, scope, forebears };
  const request = { query: { since }, lang: 'vi', now, viewer } as unknown as SignedIn;
  const { status, json } = await showChanges(request, deps as never);
  expect(status).toBe(200);
  expect(apiMismatches(json, 'Changes')).toEqual([]);
  return json as Changes;
}

/** Everything that there is to read, page after page. */
async function readAll(since?: string, now = noon): Promise<{ readonly ids: string[]; readonly next: string }> {
  const ids: string[] = [];
  let next = since;
  for (;;) {
    const page = await ask(next, now);
    ids.push(...idsIn(page));
    next = page.next;
    if (!page.more) return { ids, next };
  }
}

const idsIn = ({ changes }: Changes) =>
  changes.flatMap((each) => ('kind' in each && each.kind === 'report' ? [each.id] : []));
const scorecardsIn = ({ changes }: Changes) => changes.filter((each) => 'digest' in each);

describe('reports', () => {
  it('are told once, with how they stand now, and then no more', async () => {
    const id = await report('xa.a');
    const first = await ask();
    expect(first.changes).toEqual([expect.objectContaining({ kind: 'report', id, revision: 1, state: 'submitted' })]);
    expect((await ask(first.next)).changes).toEqual([]);
    await record(id);
    expect(idsIn(await ask(first.next))).toEqual([id]);
  });

  it('of a full page and more come page after page, none twice and none missing', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 60; n += 1) ids.push(await report(`xa.c${n}`));
    const first = await ask();
    expect([idsIn(first).length, first.more]).toEqual([50, true]);
    expect((await readAll()).ids).toEqual(ids);
  });

  it('are not missed while many write at once and somebody reads on', async () => {
    const writing = Promise.all(Array.from({ length: 40 }, (_, n) => report(`xa.c${n}`)));
    const seen: string[] = [];
    let next: string | undefined;
    let isDone = false;
    const done = writing.then(() => {
      isDone = true;
    });
    do {
      const read = await readAll(next);
      seen.push(...read.ids);
      next = read.next;
    } while (!isDone);
    await done;
    seen.push(...(await readAll(next)).ids);
    expect(seen.toSorted()).toEqual((await writing).toSorted());
  });

  it('are told where their entry came late, into a day that was read already', async () => {
    const yesterday: Instant = `${addDays(today, -1)}T05:00:00.000Z`;
    const slow = await store('xa.a', yesterday);
    const { ids, next } = await readAll();
    expect(ids).toEqual([]);
    const quick = await report('xa.b');
    expect((await readAll(next)).ids).toEqual([quick]);
    await record(slow, yesterday);
    expect((await readAll(next)).ids.toSorted()).toEqual([quick, slow].toSorted());
  });

  it('go on over the days in which nobody asked', async () => {
    const { next } = await readAll();
    const later: Instant = `${addDays(today, 5)}T05:00:00.000Z`;
    const [one, two] = [await report('xa.a', `${addDays(today, 2)}T05:00:00.000Z`), await report('xa.b', later)];
    expect((await readAll(next, later)).ids).toEqual([one, two]);
  });

  it('of other units are not told, nor what is no report', async () => {
    await report('xa-2.a');
    await audit.append(district, {
      kind: 'viewed',
      at: noon,
      by: by(),
      of: `${district}.xa.a_${today}_regular`,
      from: '*',
    });
    await audit.append(district, { kind: 'changed', at: noon, by: by(), of: 'guidance#2026-11#all#1', from: '*' });
    expect((await ask(undefined, noon, [`${district}.xa`])).changes).toEqual([]);
  });

  it('that cannot be read are named, and hide no other', async () => {
    const { db, meetings } = database();
    const [broken, sound] = [await report('xa.a'), await report('xa.b')];
    const revision = revise(undefined, {
      state: 'submitted',
      report: aReport({ cell: `${district}.xa.a`, date: today }),
      by: by(),
      at: noon,
    });
    await db.send(new PutCommand({ TableName: meetings, Item: { ...revisionItems(revision).facts, state: 'lost' } }));
    const page = await ask();
    expect(idsIn(page)).toEqual([sound]);
    expect(page.leftOut).toEqual([{ kind: 'report', name: `${broken}#1`, why: 'unreadable' }]);
  });
});

describe('words that were taken out', () => {
  const purge = (of: string, at = noon) =>
    audit.append(district, { kind: 'purge', at, by: by(), of, from: 'operator' });
  const idOf = (cell: string) => `${district}.${cell}_${today}_regular`;

  it('are told once to who sees whose they were, and the steps before are not', async () => {
    const words = `${district}_2026-10_briefing`;
    await purge(`asked ${idOf('xa.a')}#3`);
    await purge(`approved ${idOf('xa.a')}#3`);
    await purge(`purged ${idOf('xa.a')}#3`);
    await purge(`purged ${words} district ${district}.second`);
    const first = await ask();
    const report = { kind: 'purge', id: idOf('xa.a'), upTo: 3, at: noon };
    expect(first.changes).toEqual([report, { kind: 'purge', id: words, at: noon }]);
    expect((await ask(first.next)).changes).toEqual([]);
    expect((await ask(undefined, noon, [`${district}.xa`])).changes).toEqual([report]);
    expect((await ask(undefined, noon, [`${district}.xa-2`])).changes).toEqual([]);
  });

  it('come after the report that had them, with the reports of the same page', async () => {
    const id = await report('xa.a');
    await purge(`purged ${id}#1`);
    const { changes } = await ask();
    expect(changes).toMatchObject([
      { kind: 'report', id, revision: 1 },
      { kind: 'purge', id, upTo: 1 },
    ]);
  });

  it('are told also where their entry came late, into a day that was read already', async () => {
    const yesterday: Instant = `${addDays(today, -1)}T05:00:00.000Z`;
    const { next } = await ask();
    await purge(`purged ${idOf('xa.a')}#1`, yesterday);
    expect((await ask(next)).changes).toEqual([{ kind: 'purge', id: idOf('xa.a'), upTo: 1, at: yesterday }]);
  });
});

describe('scorecards', () => {
  const scorecard = (changes: Partial<Scorecard> = {}): Scorecard => ({
    ...{ unit: district, name: 'x', month, status: 'live', revision: 0, generatedAt: noon, digest: 'a'.repeat(64) },
    ...{ regime: 'hd-42', indicators: [], children: [], groups: [], belowNorm: [] },
    ...changes,
  });
  const put = (each: Scorecard) => {
    const { db, scorecards } = database();
    const kept = scorecardStore(db, scorecards);
    return each.status === 'live' ? kept.putLive(each) : kept.putOfficial(each, []);
  };

  it('are told when they have changed, of the units that the reader is for', async () => {
    await put(scorecard());
    const first = await ask();
    expect(first.changes).toEqual([
      { kind: 'scorecard', unit: district, month, status: 'live', revision: 0, digest: 'a'.repeat(64) },
    ]);
    expect((await ask(first.next)).changes).toEqual([]);
    await put(scorecard({ digest: 'b'.repeat(64) }));
    expect(scorecardsIn(await ask(first.next))).toHaveLength(1);
    await put(scorecard({ status: 'official', revision: 1, digest: 'c'.repeat(64) }));
    expect(scorecardsIn(await ask(first.next))).toEqual([expect.objectContaining({ status: 'official', revision: 1 })]);
    expect(scorecardsIn(await ask(undefined, noon, [`${district}.xa`]))).toEqual([]);
  });

  it('of an old month are told after a report of it has changed, though the figures follow later', async () => {
    const old = '2025-03-05' as Day;
    const { next } = await readAll();
    const id = await store('xa.a', noon, old);
    await record(id);
    const read = await readAll(next);
    expect(read.ids).toEqual([id]);
    await put(scorecard({ month: monthOf(old), status: 'official', revision: 2 }));
    const tomorrow: Instant = `${addDays(today, 1)}T05:00:00.000Z`;
    expect(scorecardsIn(await ask(read.next, tomorrow))).toEqual([
      expect.objectContaining({ month: '2025-03', revision: 2 }),
    ]);
  });

  it('of an old month are told also to who asks again only after a week', async () => {
    const old = '2025-03-05' as Day;
    await record(await store('xa.a', noon, old));
    const { next } = await readAll();
    await put(scorecard({ month: monthOf(old), status: 'official', revision: 2 }));
    const later: Instant = `${addDays(today, 8)}T05:00:00.000Z`;
    const told = await ask(next, later);
    expect(scorecardsIn(told)).toContainEqual(expect.objectContaining({ month: '2025-03', revision: 2 }));
    expect(told.next).not.toContain('2025-03');
  });

  it('of all its communes are told to who is for a district, of those before a reform to who is for their heir', async () => {
    const { db, cells } = database();
    const units = [aUnit(district), aUnit(`${district}.xa`), aUnit(`${district}.cu`, { to: monthNamed('2026-10') })];
    for (const Item of unitItems(units, entered)) await db.send(new PutCommand({ TableName: cells, Item }));
    for (const { id } of units) await put(scorecard({ unit: id }));
    const told = async (scope: string[], past: string[] = []) => {
      const { changes } = await ask(
        undefined,
        noon,
        scope,
        past.map((id) => ({ id })),
      );
      return changes.flatMap((each) => ('unit' in each ? each.unit : [])).toSorted();
    };
    expect(await told([district])).toEqual(units.map(({ id }) => id).toSorted());
    expect(await told([`${district}.xa`])).toEqual([`${district}.xa`]);
    expect(await told([`${district}.xa`], [`${district}.cu`, `${district}.cu.a`])).toEqual([
      `${district}.cu`,
      `${district}.xa`,
    ]);
  });
});

it.each(['x', '2026-11-21', '2026-10-01', '2026-11-20.x', `${today}.1~2026-13..${today}`, '2026-09-01.4', '~'])(
  'since=%s is refused at its field',
  async (since) => {
    const request = { query: { since }, lang: 'vi', now: noon, viewer: { unit: district, scope: [] } };
    const { status, json } = await showChanges(request as unknown as SignedIn, deps as never);
    expect([status, apiMismatches(json, 'Problem')]).toEqual([422, []]);
  },
);
