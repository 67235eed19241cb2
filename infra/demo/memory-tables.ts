import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** The parts of a command's input that the stores use. */
export interface Input {
  readonly TableName: string;
  readonly Item: Item;
  readonly Key: { readonly pk: string; readonly sk: string };
  readonly ConditionExpression?: string;
  readonly KeyConditionExpression: string;
  readonly IndexName?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
  readonly ScanIndexForward?: boolean;
  readonly Limit?: number;
  readonly ConsistentRead?: boolean;
}

/** The index of the meetings: what has `thematicIn` stands in it once more. */
const THEMATIC = 'thematic';

/** A partition: its items by sort key, and the sort keys in order. */
interface Partition {
  readonly items: Map<string, Item>;
  readonly order: string[];
}

/**
 * DynamoDB as the stores of a roll-up ask for it, in this process's memory: nothing is marshalled and nothing goes over a
 * wire, so that a year or a country can be worked off.
 */
export class MemoryTables {
  private readonly partitions = new Map<string, Partition>();

  /** As the stores take it; it answers the commands that they send, and no others. */
  client(): DynamoDBDocumentClient {
    const send = async (command: { readonly input: Input }) => this.answer(command.constructor.name, command.input);
    return { send } as unknown as DynamoDBDocumentClient;
  }

  /** All items of a table, partition by partition. */
  itemsOf(table: string): Item[] {
    return [...this.partitions].flatMap(([name, { items }]) =>
      name.startsWith(`${table} `) ? [...items.values()] : [],
    );
  }

  protected answer(command: string, input: Input): unknown {
    switch (command) {
      case 'PutCommand':
        return this.put(input);
      case 'GetCommand':
        return { Item: this.get(input) };
      case 'QueryCommand':
        return { Items: this.query(input) };
      default:
        throw new Error(`${command} is not answered here`);
    }
  }

  protected put({ TableName, Item, ConditionExpression = '', ExpressionAttributeValues: values = {} }: Input): object {
    const own = this.partition(TableName, Item.pk);
    if (!holds(ConditionExpression, own.items.get(Item.sk), values)) {
      throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
    }
    keep(own, Item);
    const { thematicIn } = Item;
    if (thematicIn !== undefined) keep(this.partition(`${TableName}/${THEMATIC}`, String(thematicIn)), Item);
    return {};
  }

  protected get({ TableName, Key }: Pick<Input, 'TableName' | 'Key'>): Item | undefined {
    return this.partition(TableName, Key.pk).items.get(Key.sk);
  }

  protected query(input: Input): Item[] {
    const { TableName, IndexName, KeyConditionExpression, ExpressionAttributeValues: values = {} } = input;
    const names = KeyConditionExpression.match(/:\w+/g) ?? [];
    const [pk = '', low = '', high = `${low}\uffff`] = names.map((name) => String(values[name]));
    const { items, order } = this.partition(IndexName ? `${TableName}/${IndexName}` : TableName, pk);
    const sks = order.slice(placeOf(order, low), placeOf(order, high));
    if (input.ScanIndexForward === false) sks.reverse();
    return sks.slice(0, input.Limit).map((sk) => items.get(sk) as Item);
  }

  private partition(table: string, pk: string): Partition {
    const name = `${table} ${pk}`;
    const found = this.partitions.get(name) ?? { items: new Map(), order: [] };
    this.partitions.set(name, found);
    return found;
  }
}

function keep({ items, order }: Partition, item: Item): void {
  if (!items.has(item.sk)) order.splice(placeOf(order, item.sk), 0, item.sk);
  items.set(item.sk, item);
}

/** Whether a condition of the stores holds: parts joined by `OR` or by `AND`, each on one attribute. */
function holds(condition: string, stored: Item | undefined, values: Readonly<Record<string, unknown>>): boolean {
  if (condition === '') return true;
  const of = (part: string): boolean => {
    const [, attribute = '', comparison, value = ''] = /^(\w+) (<?=|>) (:\w+)$/.exec(part) ?? [];
    const [, absent] = /^attribute_not_exists\((\w+)\)$/.exec(part) ?? [];
    if (absent) return stored?.[absent] === undefined;
    const [, typed] = /^NOT attribute_type\((\w+), :text\)$/.exec(part) ?? [];
    if (typed) return stored !== undefined && typeof stored[typed] !== 'string';
    if (!comparison) throw new Error(`${part} is not answered here`);
    const [left, right] = [String(stored?.[attribute]), String(values[value])];
    return stored !== undefined && { '=': left === right, '<=': left <= right, '>': left > right }[comparison] === true;
  };
  return condition.includes(' AND ') ? condition.split(' AND ').every(of) : condition.split(' OR ').some(of);
}

/** Where a sort key stands or would stand. */
function placeOf(order: readonly string[], sk: string): number {
  let [from, to] = [0, order.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((order[middle] as string) < sk) from = middle + 1;
    else to = middle;
  }
  return from;
}
