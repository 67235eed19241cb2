import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { region } from '#infra/local/cloudformation/resource-names.ts';
import { credentials, onDynalite } from '#test/dynamodb.ts';
import { aDistrict, type District, parts } from '#test/functions/rollup/district.ts';
import { month } from '#test/shared/samples.ts';

const database = onDynalite();
const of = month('2021-02');

type Answer = SQSBatchResponse | readonly string[];
type Handler = (event: SQSEvent | RollUpRequest, context: Context) => Promise<Answer>;

let handle: (event: SQSEvent | RollUpRequest) => Promise<Answer>;
let logged: string[];
let first: District;
let second: District;
let tests = 0;

/** The function as Lambda loads it: all it knows is its environment. */
beforeEach(async () => {
  const { endpoint, cells, meetings, scorecards, audit, matters, actions, owed } = database();
  const environment = {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    CELLS_TABLE: cells,
    MEETINGS_TABLE: meetings,
    SCORECARDS_TABLE: scorecards,
    AUDIT_TABLE: audit,
    AUDIT_DAYS: '30',
    MATTERS_TABLE: matters,
    ACTIONS_TABLE: actions,
    OWED_TABLE: owed,
    ROLLUP_QUEUE_URL: 'http://127.0.0.1:1/queue', // nothing stands above these districts
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.resetModules();
  const { handler } = (await import('#functions/rollup/handler.ts')) as { handler: Handler };
  handle = (event) => handler(event, {} as Context);

  logged = [];
  vi.spyOn(console, 'error').mockImplementation((line) => logged.push(String(line)));
  tests += 1;
  first = await aDistrict(database(), `huyen-${tests}-a`);
  second = await aDistrict(database(), `huyen-${tests}-b`);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** A batch of the queue: each message by its id, its district and what it says. */
function batch(...messages: readonly (readonly [messageId: string, group: string, body: unknown])[]): SQSEvent {
  const Records = messages.map(([messageId, group, body]) => ({
    messageId,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: { MessageGroupId: group },
  }));
  return { Records } as SQSEvent;
}

const ask = (of_: District, changes: object = {}) => ({
  district: of_.district,
  month: of,
  official: false,
  ...changes,
});
const failures = (...ids: string[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });

describe('a batch of the queue', () => {
  it('rolls up every district-month that it names', async () => {
    const said = await handle(batch(['1', 'a', ask(first)], ['2', 'b', ask(second, { official: true })]));
    expect(said).toEqual(failures());
    expect(await first.current('', of)).toMatchObject({ status: 'live' });
    expect(await second.current('', of)).toMatchObject({ status: 'official', revision: 1 });
    expect(logged).toEqual([]);
  });

  it('counts the commune alone that a message names, where all have been counted on the day', async () => {
    await handle(batch(['1', 'a', ask(first)]));
    await first.report('thanh-van.thanh-binh');
    await first.report('chau-minh.ngo-xa');
    expect(await handle(batch(['2', 'a', ask(first, { commune: `${first.district}.thanh-van` })]))).toEqual(failures());
    expect(parts(await first.current('', of), 'reported')).toEqual([1, 3]);
    expect(await handle(batch(['3', 'a', ask(first)]))).toEqual(failures());
    expect(parts(await first.current('', of), 'reported')).toEqual([2, 3]);
  });

  it.each([
    ['is no request at all', 'not JSON'],
    ['names no month', { district: 'hiep-hoa', month: '2021-13' }],
    ['names a district that does not exist', { district: 'khong-co', month: '2021-02' }],
    ['is null', null],
  ])('sends a message that %s back alone, and goes on', async (_, body) => {
    expect(await handle(batch(['1', 'x', body], ['2', 'a', ask(first)]))).toEqual(failures('1'));
    expect(await first.current('', of)).toBeDefined();
    expect(logged).toHaveLength(1);
  });

  it('leaves the later messages of a failed group for the next delivery, and those only', async () => {
    const said = await handle(
      batch(
        ['1', 'x', 'broken'],
        ['2', 'a', ask(first)],
        ['3', 'x', ask(second)],
        ['4', 'a', ask(first, { official: true })],
      ),
    );
    expect(said).toEqual(failures('1', '3'));
    expect(await second.current('', of)).toBeUndefined();
    expect(await first.current('', of)).toMatchObject({ status: 'official' });
  });

  it('counts the others of a month with a bad item, reports the item in a line of the log, and has succeeded', async () => {
    await first.report('thanh-van.thanh-binh');
    await first.tamper('thanh-van.thanh-an', (item) => ({ ...item, digest: 'f'.repeat(64) }));
    expect(await handle(batch(['1', 'a', ask(first)]))).toEqual(failures());
    expect(parts(await first.current('', of), 'reported')).toEqual([1, 3]);
    const name = `${first.district}.thanh-van.thanh-an_2021-02-03_regular#1`;
    expect(logged).toEqual([JSON.stringify({ message: 'unreadable item', kind: 'report', name })]);
  });
});

describe('a request of the operator', () => {
  it('rolls the month up', async () => {
    expect(await handle({ district: first.district, month: of, official: true })).toEqual([]);
    expect(await first.current('', of)).toMatchObject({ status: 'official', revision: 1 });
  });

  it('answers with the names of what could not be counted', async () => {
    await first.tamper('thanh-van.thanh-an', (item) => ({ ...item, digest: 'f'.repeat(64) }));
    expect(await handle({ district: first.district, month: of, official: false })).toEqual([
      `${first.district}.thanh-van.thanh-an_2021-02-03_regular#1`,
    ]);
  });
});
