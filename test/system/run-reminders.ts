import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { inject } from 'vitest';
import type { Day } from '#shared/period.ts';

/**
 * Runs the morning of a day at the system under test, as the scheduler does.
 *
 * @returns the function's own message where it failed
 */
export async function runReminders(day: Day): Promise<string | undefined> {
  const { env, outputs } = JSON.parse(readFileSync(join(inject('dataDir'), 'endpoints.json'), 'utf8')) as {
    env: Record<string, string>;
    outputs: Record<string, string>;
  };
  const credentials = {
    accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
  };
  const lambda = new LambdaClient({
    region: env['AWS_REGION'] ?? '',
    endpoint: env['AWS_ENDPOINT_URL_LAMBDA'] ?? '',
    credentials,
  });
  const time = new Date(Date.parse(`${day}T07:30:00+07:00`)).toISOString();
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({
      FunctionName: outputs['RemindFunction'] ?? '',
      Payload: new TextEncoder().encode(JSON.stringify({ time })),
    }),
  );
  if (!FunctionError) return undefined;
  return (JSON.parse(new TextDecoder().decode(Payload)) as { errorMessage: string }).errorMessage;
}
