import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { type TransientKind, transientKinds } from '#functions/store/tables.ts';

/**
 * Items are asked for together: `functions/store/gathered.ts`. The versions from before 2026-11-28 ask for them one by one,
 * and answer as well while a deploy shifts calls, or after it is undone: the next release takes `GetItem` away.
 */
export const readItems = ['BatchGetItem', 'GetItem'] as const;

/** Grants operations on a table's items, not on its indexes. The table's own `grant` would add every index. */
export function grantTableOnly(keeper: LambdaFunction, { tableArn }: Table, ...operations: readonly string[]): void {
  const actions = operations.map((operation) => `dynamodb:${operation}`);
  keeper.addToRolePolicy(new PolicyStatement({ actions, resources: [tableArn] }));
}

/** Grants queries on one index of a table. */
export function grantIndexQuery(asker: LambdaFunction, { tableArn }: Table, index: string): void {
  const resources = [`${tableArn}/index/${index}`];
  asker.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources }));
}

type Operation = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'DeleteItem';

/** Grants operations on some kinds of what `transient` holds, and on nothing else of it. */
export function grantKinds(
  keeper: LambdaFunction,
  { tableArn }: Table,
  kinds: Readonly<Partial<Record<TransientKind, readonly Operation[]>>>,
): void {
  const granted = Object.entries(kinds) as [TransientKind, readonly Operation[]][];
  for (const operation of new Set(granted.flatMap(([, operations]) => operations))) {
    const names = granted.filter(([, operations]) => operations.includes(operation)).map(([kind]) => kind);
    const keys = names.map((kind) => `${transientKinds[kind]}*`);
    keeper.addToRolePolicy(onKeys(tableArn, [operation], 'ForAllValues:StringLike', keys));
  }
}

/** Grants operations on a table's items but those whose partition key is like one of some patterns. */
export function grantUnlike(
  keeper: LambdaFunction,
  { tableArn }: Table,
  patterns: readonly string[],
  ...operations: readonly Operation[]
): void {
  keeper.addToRolePolicy(onKeys(tableArn, operations, 'ForAllValues:StringNotLike', patterns));
}

/** `ForAllValues` holds for a call that names no key, such as a scan: the second condition asks for one. */
function onKeys(
  tableArn: string,
  operations: readonly Operation[],
  condition: 'ForAllValues:StringLike' | 'ForAllValues:StringNotLike',
  keys: readonly string[],
): PolicyStatement {
  return new PolicyStatement({
    actions: operations.map((operation) => `dynamodb:${operation}`),
    resources: [tableArn],
    conditions: { [condition]: { 'dynamodb:LeadingKeys': keys }, Null: { 'dynamodb:LeadingKeys': 'false' } },
  });
}
