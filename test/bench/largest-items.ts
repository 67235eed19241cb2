import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { loadDemo } from '#infra/demo/load-demo.ts';
import { type Item, itemBytes } from '#infra/local/dynamodb/item-bytes.ts';
import { startLocalSystem } from '#infra/local/system.ts';

/** What DynamoDB holds in one item. */
const MOST_BYTES = 400 * 1024;

const dataDir = await mkdtemp(join(tmpdir(), 'so-chi-bo-items-'));
const system = await startLocalSystem({ assembly: resolve('cdk.out'), dataDir, port: 0, log: () => undefined });
try {
  await loadDemo(system, new Date().toISOString());
  const { env, outputs } = system.operator;
  const client = new DynamoDBClient({
    endpoint: env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '',
    region: env['AWS_REGION'] ?? '',
    credentials: { accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '' },
  });
  const largest = new Map<string, { readonly bytes: number; readonly count: number; readonly parts: number }>();
  for (const [name, TableName] of Object.entries(outputs).filter(([output]) => output.endsWith('Table'))) {
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
      for (const item of Items as unknown as Item[]) {
        const kind = `${name} ${kindOf(item)}`;
        const bytes = itemBytes(item);
        const before = largest.get(kind) ?? { bytes: 0, count: 0, parts: 0 };
        largest.set(kind, {
          bytes: Math.max(before.bytes, bytes),
          count: before.count + 1,
          parts: Math.max(before.parts, partsOf(item)),
        });
      }
    }
  }
  for (const [kind, { bytes, count, parts }] of [...largest].toSorted(([, a], [, b]) => b.bytes - a.bytes)) {
    const room =
      parts > 0 ? `, ${parts} in its longest list: full at about ${Math.floor((parts * MOST_BYTES) / bytes)}` : '';
    console.log(`${String(bytes).padStart(7)} B of ${count} × ${kind}${room}`);
  }
} finally {
  await system.stop();
  await rm(dataDir, { recursive: true });
}

/** The words of an item's keys, without what differs from one to the next. */
function kindOf({ pk, sk }: Item): string {
  const words = (key: unknown) => String(key).replace(/[a-z]+(-[a-z]+)*(\.[a-z0-9-]+)+|\d[\d-]*|[0-9a-f]{16,}/g, '*');
  return `${words(pk?.['S']).replace(/^[a-z-]+/, '*')} ${words(sk?.['S'])}`;
}

/** How many entries the longest list or map of an item has. */
function partsOf(item: Item): number {
  const sizes = Object.values(item).map(
    ({ L, M }) => (L as unknown[])?.length ?? Object.keys((M as object) ?? {}).length,
  );
  return Math.max(0, ...sizes);
}
