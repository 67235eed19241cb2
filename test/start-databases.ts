import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { App, Stack } from 'aws-cdk-lib/core';
import type { TestProject } from 'vitest/node';
import type { Template as LocalTemplate } from '#infra/local/cloudformation/assembly.ts';
import { startAmazonsDynamoDb } from '#infra/local/dynamodb/amazons-dynamodb.ts';
import { startDynalite } from '#infra/local/dynamodb/dynamodb.ts';
import { readStage } from '#infra/stages/read-stage.ts';
import { Tables } from '#infra/tables.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where dynalite answers. */
    dynalite: string;
    /** Where Amazon's DynamoDB Local answers; empty where there is no Java. */
    dynamoDbLocal: string;
    /** The tables as the stack defines them. */
    tables: LocalTemplate;
  }
}

/** One database of each kind for all suites: each suite makes tables of its own in them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-tables-'));
  const hasJava = spawnSync('java', ['-version']).status === 0;
  if (!hasJava)
    console.log("Skipped: the tests of the stores on Amazon's DynamoDB Local, since there is no Java here.");
  const [dynalite, dynamoDbLocal] = await Promise.all([
    startDynalite(join(folder, 'dynalite')),
    hasJava ? startAmazonsDynamoDb(join(folder, 'dynamodb-local')) : undefined,
  ]);
  project.provide('dynalite', dynalite.endpoint);
  project.provide('dynamoDbLocal', dynamoDbLocal?.endpoint ?? '');
  project.provide('tables', tablesOfTheStack());
  return async () => {
    await Promise.all([dynalite.stop(), dynamoDbLocal?.stop()]);
    await rm(folder, { recursive: true });
  };
}

function tablesOfTheStack(): LocalTemplate {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Test');
  new Tables(stack, readStage('local'));
  return Template.fromStack(stack).toJSON() as LocalTemplate;
}
