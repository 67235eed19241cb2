import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { documentClient } from '#functions/store/db.ts';

/** The tables of the system under test as its operator reaches them: tests do not wait for hours. */
export function operatorDb(): { readonly db: DynamoDBDocumentClient; readonly outputs: Record<string, string> } {
  const { env, outputs } = JSON.parse(readFileSync(join(inject('dataDir'), 'endpoints.json'), 'utf8')) as {
    env: Record<string, string>;
    outputs: Record<string, string>;
  };
  const credentials = {
    accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
  };
  const endpoint = env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '';
  return { db: documentClient({ region: env['AWS_REGION'] ?? '', endpoint, credentials }), outputs };
}
