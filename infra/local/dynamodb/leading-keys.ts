import type { Context } from '#infra/local/iam/conditions.ts';

type Item = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A call to DynamoDB on one table, as far as it names keys. */
export interface KeyedCall {
  readonly Key?: Item;
  readonly Keys?: readonly Item[];
  readonly Item?: Item;
  readonly KeyConditionExpression?: string;
  readonly KeyConditions?: Readonly<Record<string, { readonly AttributeValueList?: readonly Item[string][] }>>;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
}

/** A part of a `BatchWriteItem`. */
interface Write {
  readonly PutRequest?: KeyedCall;
  readonly DeleteRequest?: KeyedCall;
}

/**
 * The partition keys that a call names, as IAM knows them: `dynamodb:LeadingKeys`. A call that names none, such as a scan,
 * does not have the condition key.
 *
 * @param call the call, or for a batch the part about one table
 * @param partitionKey what the attribute is called
 */
export function leadingKeys(call: KeyedCall | readonly Write[], partitionKey: string): Context {
  const parts = Array.isArray(call)
    ? (call as readonly Write[]).flatMap(({ PutRequest, DeleteRequest }) => [PutRequest ?? {}, DeleteRequest ?? {}])
    : [call as KeyedCall];
  const keys = parts.flatMap((part) => [
    ...[part.Key, part.Item, ...(part.Keys ?? [])].map((item) => item?.[partitionKey]),
    queried(part, partitionKey),
  ]);
  const values = keys.filter((key) => key !== undefined).map((key) => String(Object.values(key)[0]));
  return values.length > 0 ? { 'dynamodb:LeadingKeys': values } : {};
}

/** The partition key of a query: its expression must compare it for equality. */
function queried(call: KeyedCall, partitionKey: string): Item[string] | undefined {
  const { KeyConditionExpression = '', ExpressionAttributeNames = {}, ExpressionAttributeValues = {} } = call;
  for (const [, name = '', value = ''] of KeyConditionExpression.matchAll(/(#?\w+)\s*=\s*(:\w+)/g)) {
    if ((ExpressionAttributeNames[name] ?? name) === partitionKey) return ExpressionAttributeValues[value];
  }
  return call.KeyConditions?.[partitionKey]?.AttributeValueList?.[0];
}
