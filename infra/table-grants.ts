import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';

/** To do something with the items of a table that has an index. The table's own `grant` would add every index there is. */
export function grantTableOnly(keeper: LambdaFunction, { tableArn }: Table, ...operations: readonly string[]): void {
  const actions = operations.map((operation) => `dynamodb:${operation}`);
  keeper.addToRolePolicy(new PolicyStatement({ actions, resources: [tableArn] }));
}

/** To query one index of a table. */
export function grantIndexQuery(asker: LambdaFunction, { tableArn }: Table, index: string): void {
  const resources = [`${tableArn}/index/${index}`];
  asker.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources }));
}
