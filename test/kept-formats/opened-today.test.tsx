import { readdirSync, readFileSync } from 'node:fs';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { showScorecard } from '#functions/scorecards/show-scorecard.tsx';
import { actionStore } from '#functions/store/action-store.ts';
import { trainingStore } from '#functions/store/training-store.ts';
import { listingUnreadable } from '#functions/store/unreadable.ts';
import { migrate } from '#infra/admin/migrate.ts';
import { verify } from '#infra/admin/verify.ts';
import { district } from '#infra/demo/units.ts';
import type { Month } from '#shared/period.ts';
import { RULES } from '#shared/scorecards/rules.ts';
import { credentials, onDynalite } from '#test/dynamodb.ts';
import { contextOf } from '#test/web/contexts.ts';
import { renderPage } from '#web/render.ts';

interface Line {
  readonly table: 'cells' | 'meetings' | 'scorecards' | 'matters';
  readonly Item: Readonly<Record<string, { readonly B?: string; readonly S?: string }>>;
}

const folder = 'test/kept-formats';
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
const now = '2026-10-20T03:00:00.000Z';
const closed: readonly Month[] = ['2026-08' as Month, '2026-09' as Month];

const rulesOf = (file: string) => {
  const [, rules] = /^rules-(\d+)/.exec(file) ?? [];
  return rules === undefined ? undefined : Number(rules);
};

it('there are some of each version of the rules, and of before they had one', () => {
  const versions = Array.from({ length: RULES }, (_, at) => at + 1);
  expect(files.map(rulesOf).toSorted()).toEqual([...versions, undefined]);
});

describe.each(files)('%s', (file) => {
  const database = onDynalite();
  const lines = readFileSync(`${folder}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const stores = () => rollUpStores(database().db, database());
  const units = [
    ...new Set(lines.filter(({ table }) => table === 'scorecards').map(({ Item }) => Item['pk']?.S ?? '')),
  ].filter((unit) => !unit.includes('#'));

  beforeAll(async () => {
    const client = new DynamoDBClient({ endpoint: database().endpoint, region: 'ap-southeast-1', credentials });
    for (const { table, Item } of lines) {
      const typed = Object.entries(Item).map(([name, value]) => [
        name,
        value.B ? { B: Buffer.from(value.B, 'base64') } : value,
      ]);
      await client.send(new PutItemCommand({ TableName: database()[table], Item: Object.fromEntries(typed) }));
    }
    client.destroy();
    const { db, cells } = database();
    const brought = await migrate(db, cells, stores().directory, now);
    expect([...brought]).toEqual(file.startsWith('2026-11-26') ? [['hiep-hoa', 4]] : []);
    expect((await migrate(db, cells, stores().directory, now)).size).toBe(0);
  });

  it('every official scorecard verifies that names its rules and its directory, as all do since 2026-11-27', async () => {
    expect(units.length).toBeGreaterThan(1);
    for (const unit of units) {
      for (const month of closed) {
        const { rules } = (await stores().scorecards.official(unit, month)) ?? {};
        const { scorecard, differences, uncounted = [] } = await verify({ unit, month }, stores(), now);
        expect(scorecard).toMatchObject({ unit, month, revision: 1 });
        const said = rules === undefined ? [] : [...differences, ...uncounted];
        expect({ unit, month, rules, said }).toEqual({ unit, month, rules: rulesOf(file), said: [] });
      }
    }
  });

  it('every report, visit, list and matter can be read', async () => {
    const { result, unreadable } = await listingUnreadable(async () => {
      const { reports, visits, matters, officers, directory } = stores();
      let count = 0;
      for (const month of closed) {
        for await (const _ of reports.month('hiep-hoa', month)) count += 1;
        await visits.ofMonth('hiep-hoa', month);
      }
      await matters.all('hiep-hoa');
      await officers.lists('hiep-hoa');
      return { count, units: await directory.subtree('hiep-hoa') };
    });
    expect(unreadable).toEqual([]);
    expect(result.count).toBeGreaterThan(3);
    expect(result.units.length).toBe(4);
  });

  it('pages and files show it, and today’s code counts the open month on', async () => {
    await rollUp({ district: 'hiep-hoa', month: '2026-10' as Month, official: false }, stores(), now);
    const deps = {
      ...stores(),
      actions: actionStore(database().db, database().actions),
      trainings: trainingStore(database().db, database().cells),
    };
    const viewer = { user: 'district', role: 'district', unit: 'hiep-hoa', scope: ['hiep-hoa'] } as const;
    for (const unit of units.filter((each) => each.startsWith('hiep-hoa'))) {
      for (const period of [...closed, '2026-10', '2026-Q3']) {
        const formats = period === closed[0] && unit === 'hiep-hoa' ? ['csv', 'json', 'xlsx', 'pdf'] : [];
        for (const month of [period, ...formats.map((format) => `${period}.${format}`)]) {
          const request = { params: { unit, month }, query: {}, viewer, lang: 'vi', now } as unknown as SignedIn;
          const answer = await showScorecard(request, deps as unknown as Parameters<typeof showScorecard>[1]);
          expect({ unit, month, status: answer.status }).toEqual({ unit, month, status: 200 });
          if ('page' in answer && answer.page)
            expect(renderPage(await answer.page(contextOf('vi', 'district', district)))).toContain('<h1>');
        }
      }
    }
  });
});
