import { type AttributeValue, type Item, itemBytes } from '#infra/local/dynamodb/item-bytes.ts';

/**
 * What DynamoDB refuses and dynalite does not. Sizes of items are dynalite's own check, in bytes (`dynalite-worker.ts`).
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
const limits = {
  partitionKeyBytes: 2048,
  sortKeyBytes: 1024,
  nesting: 32,
  expressionBytes: 4096,
  /** Of `#name` and `:value` in an expression. */
  placeholderBytes: 255,
  attributeNameBytes: 65_535,
  operators: 300,
  inOperands: 100,
  /** Of what an expression compares with or writes. */
  valueBytes: 2 * 1024 * 1024,
} as const;

/** The key attributes of a table and of its indexes, as far as they are texts. */
export interface TableKeys {
  readonly partition: string;
  readonly sort?: string;
  readonly indexes: readonly { readonly name: string; readonly partition: string; readonly sort?: string }[];
}

/** A call on one table, or the part of a batch about one. */
export interface LimitedCall {
  readonly Key?: Item;
  readonly Keys?: readonly Item[];
  readonly Item?: Item;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
  readonly [expression: `${string}Expression`]: string | undefined;
}

/** Why DynamoDB would refuse a call with a `ValidationException`; `undefined` if none of these limits is the reason. */
export function refusal(call: LimitedCall, keys: TableKeys): string | undefined {
  const items = [call.Item, call.Key, ...(call.Keys ?? [])].filter((item) => item !== undefined);
  for (const item of items) {
    const fault = keyFault(item, keys) ?? indexFault(item, keys);
    if (fault) return `One or more parameter values were invalid: ${fault}`;
  }
  const values = call.ExpressionAttributeValues ?? {};
  for (const [name, value] of [...Object.entries(call.Item ?? {}), ...Object.entries(values)]) {
    if (Buffer.byteLength(name) > limits.attributeNameBytes)
      return 'Member must have length less than or equal to 65535';
    if (depth(value) > limits.nesting) return 'Nesting Levels have exceeded supported limits';
  }
  if (Object.values(values).some((value) => itemBytes({ '': value }) > limits.valueBytes)) {
    return 'ExpressionAttributeValues contains a value that exceeds the maximum allowed size';
  }
  for (const [name, expression] of Object.entries(call)) {
    const fault = name.endsWith('Expression') ? expressionFault(String(expression)) : undefined;
    if (fault) return `Invalid ${name}: ${fault}`;
  }
  return undefined;
}

function keyFault(item: Item, { partition, sort }: Omit<TableKeys, 'indexes'>): string | undefined {
  if (bytesOf(item[partition]) > limits.partitionKeyBytes) {
    return `Size of hashkey has exceeded the maximum size limit of${limits.partitionKeyBytes} bytes`;
  }
  if (sort && bytesOf(item[sort]) > limits.sortKeyBytes) {
    return `Aggregated size of all range keys has exceeded the size limit of ${limits.sortKeyBytes} bytes`;
  }
  return undefined;
}

function indexFault(item: Item, { indexes }: TableKeys): string | undefined {
  for (const index of indexes) {
    const empty = [index.partition, index.sort].find((name) => name && item[name]?.['S'] === '');
    if (empty) {
      return `A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: ${index.name}, IndexKey: ${empty}`;
    }
    const fault = keyFault(item, index);
    if (fault) return fault;
  }
  return undefined;
}

function expressionFault(expression: string): string | undefined {
  const bytes = Buffer.byteLength(expression);
  if (bytes > limits.expressionBytes) {
    return `Expression size has exceeded the maximum allowed size; expression size: ${bytes}`;
  }
  const long = expression.match(/[#:]\w+/g)?.find((name) => name.length > limits.placeholderBytes);
  if (long) return `The expression contains a placeholder that is too long: ${long.length} bytes`;
  const operators = expression.match(/<>|[<>]=?|=|\b(AND|OR|NOT|BETWEEN|IN)\b|\w+(?=\s*\()/gi)?.length ?? 0;
  if (operators > limits.operators) return `The expression contains too many operators; operator count: ${operators}`;
  for (const [, operands = ''] of expression.matchAll(/\bIN\s*\(([^)]*)\)/gi)) {
    const given = operands.split(',').length;
    if (given > limits.inOperands) {
      return `The IN operator is provided with too many operands; number of operands: ${given}`;
    }
  }
  return undefined;
}

function bytesOf(value: AttributeValue | undefined): number {
  return typeof value?.['S'] === 'string' ? Buffer.byteLength(value['S']) : 0;
}

/** How many lists and maps lie in each other. */
function depth(value: AttributeValue): number {
  const inner = (value['L'] as AttributeValue[] | undefined) ?? Object.values((value['M'] as Item | undefined) ?? {});
  if (!value['L'] && !value['M']) return 0;
  return 1 + inner.reduce((most, each) => Math.max(most, depth(each)), 0);
}
