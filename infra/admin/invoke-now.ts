import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';

/**
 * Invokes a function and waits for what it says.
 *
 * @throws {Error} with the function's own message
 */
export async function invokeNow(lambda: LambdaClient, FunctionName: string, event: object): Promise<unknown> {
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName, Payload: new TextEncoder().encode(JSON.stringify(event)) }),
  );
  const said: unknown = JSON.parse(new TextDecoder().decode(Payload));
  if (!FunctionError) return said;
  throw new Error((said as { readonly errorMessage?: string }).errorMessage ?? FunctionError);
}
