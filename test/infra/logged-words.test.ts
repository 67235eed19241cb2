import type { APIGatewayProxyEventV2, Context, SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logFault } from '#functions/fault.ts';
import { fallbackError } from '#functions/http/fallback-error.ts';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import { httpHandler } from '#functions/http/http-handler.tsx';
import { noticeBoard } from '#functions/http/notice-board.ts';
import type { Request } from '#functions/http/request.ts';
import { withAudit } from '#functions/http/with-audit.ts';
import { type SettlingDeps, settleOwed } from '#functions/rollup/settle-owed.ts';
import { workOff } from '#functions/rollup/work-off.ts';
import { noteUnreadable } from '#functions/store/unreadable.ts';
import { resourcesOf, template } from '#test/infra/synthesized.ts';
import { countedIn, watching } from '#test/infra/watching.ts';

const functions = Object.entries(
  resourcesOf<{ MemorySize: number; LoggingConfig?: { LogGroup: { Ref: string }; LogFormat: string } }>(
    template,
    'AWS::Lambda::Function',
  ),
).filter(([id]) => /^(Functions|Reminders)/.test(id));

const browsers = ['web', 'scorecards', 'directory', 'guidance', 'prepare', 'steering'];
const away = () => Promise.reject(new Error('away'));
const throttled = () => Promise.reject(Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' }));

/** A request that the code which answers browsers meets with this. */
async function asked(find: () => Promise<never>): Promise<void> {
  const notices = noticeBoard({ find: async () => undefined });
  const deps = { originSecrets: ['s'], directory: {}, sessions: { find }, notices } as unknown as HttpDeps;
  const event = {
    rawPath: '/login',
    rawQueryString: '',
    headers: { 'x-origin-secret': 's' },
    requestContext: { http: { method: 'GET', path: '/login' } },
    routeKey: 'GET /login',
  } as unknown as APIGatewayProxyEventV2;
  const context = { getRemainingTimeInMillis: () => 10_000 } as Context;
  await httpHandler<'web', HttpDeps>({} as never, deps)(event, context);
}

const owed = { district: 'hiep-hoa', at: '2026-11-20T02:00:00.000Z', id: 'c1' };

/** Once, or often: a single one waits for the morning. */
const faultAlarms = ['fault-pages', 'single-fault'];

/** What the running code does when this goes wrong, the alarms, and the functions whose logs are counted. */
const faults: readonly [string, () => unknown, readonly string[], readonly string[]][] = [
  ['a page says there is a fault', () => asked(away), faultAlarms, browsers],
  [
    'not even that page could be made',
    () => fallbackError().onError?.({ error: new Error('x') } as never),
    faultAlarms,
    browsers,
  ],
  ['a page says a service is away', () => asked(throttled), ['pages-unavailable'], browsers],
  [
    'a change has no entry',
    () => {
      const audit = { append: away };
      const note = { note: vi.fn(), paid: vi.fn(), clear: vi.fn() };
      const session = { user: 'u', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
      const request = { now: owed.at, route: 'POST /reports', address: '203.0.113.77' } as Request;
      const answer = { status: 200, json: '', audit: [{ kind: 'changed', of: 'a_1#2' }] } as const;
      return withAudit(answer, request, session, { audit, tried: audit, owed: note });
    },
    ['not-on-record'],
    browsers,
  ],
  [
    'a message of a batch fails',
    () =>
      workOff(
        { Records: [{ body: '{}', messageId: '1', attributes: {}, receiptHandle: 'r' }] } as unknown as SQSEvent,
        away,
        async () => undefined,
      ),
    ['rollup-errors'],
    ['rollup'],
  ],
  [
    'a change is owed for long',
    () =>
      settleOwed(
        { owed: { all: async () => [owed], paid: away } } as unknown as SettlingDeps,
        '2026-11-24T02:00:00.000Z',
      ),
    ['owed-for-long'],
    ['rollup'],
  ],
  [
    'an item cannot be read',
    () => noteUnreadable({ kind: 'report', name: 'a_1' } as never),
    ['items-unreadable'],
    [...browsers, 'plan', 'rollup', 'remind'],
  ],
];

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  // Lambda's runtime puts what a function says into its own line of JSON, as one string.
  vi.spyOn(console, 'error').mockImplementation((message: unknown) => {
    lines.push(JSON.stringify({ timestamp: owed.at, level: 'ERROR', requestId: 'r', message }));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const nameOf = (id: string) => /(web|scorecards|directory|guidance|prepare|steering|plan|rollup|remind)/.exec(id)?.[0];

/** The alarms that a line raises in a function's log. */
function raisedBy(line: string, logGroup: string): string[] {
  const metrics = countedIn(line, logGroup);
  for (const { MetricValue } of metrics) expect(MetricValue).toBe('1');
  return watching
    .filter(({ reads }) =>
      metrics.some(({ MetricName, MetricNamespace }) =>
        reads.some(({ metric }) => metric.MetricName === MetricName && metric.Namespace === MetricNamespace),
      ),
    )
    .map(({ name }) => name);
}

describe('what functions say when something fails raises its alarm and no other', () => {
  it.each(faults)('%s', async (_, fail, raises, by) => {
    await fail();
    const counted = functions.filter(([, { Properties }]) =>
      lines.some((line) => raisedBy(line, Properties.LoggingConfig?.LogGroup.Ref ?? '').length > 0),
    );
    expect(counted.map(([id]) => nameOf(id)).toSorted()).toEqual([...by].toSorted());
    for (const [, { Properties }] of counted) {
      const raised = lines.flatMap((line) => raisedBy(line, Properties.LoggingConfig?.LogGroup.Ref ?? ''));
      expect(new Set(raised)).toEqual(new Set(raises));
      expect(Properties.LoggingConfig?.LogFormat).toBe('JSON');
    }
  });

  it('a run that needs four fifths of its function’s memory, as Lambda reports each', () => {
    for (const [, { Properties }] of functions) {
      const report = (maxMemoryUsedMB: number) =>
        JSON.stringify({
          time: owed.at,
          type: 'platform.report',
          record: {
            requestId: 'r',
            metrics: { durationMs: 90.1, memorySizeMB: Properties.MemorySize, maxMemoryUsedMB },
          },
        });
      const logGroup = Properties.LoggingConfig?.LogGroup.Ref ?? '';
      expect(raisedBy(report(Math.ceil(Properties.MemorySize * 0.8)), logGroup)).toEqual(['memory-near-limit']);
      expect(raisedBy(report(Math.floor(Properties.MemorySize * 0.79)), logGroup)).toEqual([]);
      expect(raisedBy(report(Properties.MemorySize).replace('report', 'start'), logGroup)).toEqual([]);
    }
    expect(functions).toHaveLength(9);
  });

  it('and what mends itself raises none', () => {
    for (const said of ['mail not sent', 'rights not checked', 'still owed', 'not reminded']) {
      logFault(said, 'GET /', new Error('x'));
    }
    for (const line of lines) {
      for (const [, { Properties }] of functions) {
        expect(raisedBy(line, Properties.LoggingConfig?.LogGroup.Ref ?? '')).toEqual([]);
      }
    }
    expect(lines).toHaveLength(4);
  });
});
