import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '#functions/store/db.ts';
import { system } from '#test/system/system.ts';

/** How the operator of the system under test reaches it: an SDK's settings but the endpoint, and the stack's outputs. */
export function operator() {
  const { env, outputs } = JSON.parse(readFileSync(join(system().dataDir, 'endpoints.json'), 'utf8')) as {
    env: Record<string, string>;
    outputs: Record<string, string>;
  };
  const credentials = {
    accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
  };
  return { env, outputs, access: { region: env['AWS_REGION'] ?? '', credentials } };
}

/** The bucket of the system under test as its operator reaches it. */
export function operatorS3(): S3Client {
  const { env, access } = operator();
  return new S3Client({ ...access, endpoint: env['AWS_ENDPOINT_URL_S3'] ?? '', forcePathStyle: true });
}

/** The tables of the system under test as its operator reaches them: tests do not wait for hours. */
export function operatorDb(): { readonly db: DynamoDBDocumentClient; readonly outputs: Record<string, string> } {
  const { env, outputs, access } = operator();
  return { db: documentClient({ ...access, endpoint: env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '' }), outputs };
}
