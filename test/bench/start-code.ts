import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/** Bundles a handler with nothing but the bare client of DynamoDB: what every start is held against. */
export async function bareBundle(outfile: string): Promise<void> {
  await build({
    stdin: { contents: bareHandler, resolveDir: process.cwd() },
    ...{ outfile, bundle: true, minify: true, format: 'esm', platform: 'node', target: 'node24' },
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
}

const bareHandler = `
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
export const handler = async () => {
  const { Item } = await client.send(new GetItemCommand({ TableName: 'x', Key: { pk: { S: 'x' } } }));
  return { statusCode: 200, body: JSON.stringify(Item ?? null) };
};
`;

/**
 * The files of a bundle that its start reads, each with its bytes: what it imports statically. What it only imports when
 * it is needed is not read then.
 */
export async function startFiles(file: string, seen = new Map<string, number>()): Promise<ReadonlyMap<string, number>> {
  if (seen.has(file)) return seen;
  const code = await readFile(file, 'utf8');
  seen.set(file, Buffer.byteLength(code));
  const parts = [...code.matchAll(/(?:from|import)\s*"(\.\/[\w-]+\.mjs)"/g)].map(([, part = '']) => part);
  for (const part of parts) await startFiles(join(dirname(file), part), seen);
  return seen;
}

export async function startBytes(file: string): Promise<number> {
  return [...(await startFiles(file)).values()].reduce((sum, bytes) => sum + bytes, 0);
}
