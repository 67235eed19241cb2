import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';

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
