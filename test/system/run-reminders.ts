import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Day } from '#shared/period.ts';
import { operator } from '#test/system/operator-db.ts';

/**
 * Runs the morning of a day at the system under test, as the scheduler does.
 *
 * @returns the function's own message where it failed
 */
export async function runReminders(day: Day): Promise<string | undefined> {
  const { env, outputs, access } = operator();
  const lambda = new LambdaClient({ ...access, endpoint: env['AWS_ENDPOINT_URL_LAMBDA'] ?? '' });
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
