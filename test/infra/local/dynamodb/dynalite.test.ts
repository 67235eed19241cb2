import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { BatchWriteItemCommand, CreateTableCommand, DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { startDynalite } from '#infra/local/dynamodb/dynamodb.ts';

const TableName = 'cells';

it('ends quietly while it is read, as where functions are ended in the middle of their work', async () => {
  for (let moment = 0; moment < 4; moment++) {
    const folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-dynalite-'));
    const database = await startDynalite(folder);
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const client = new DynamoDBClient({ endpoint: database.endpoint, region: 'ap-southeast-1', credentials });
    await client.send(
      new CreateTableCommand({
        ...{ TableName, BillingMode: 'PAY_PER_REQUEST' },
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      }),
    );
    await setTimeout(50);
    for (let batch = 0; batch < 40; batch++) {
      const puts = Array.from({ length: 25 }, (_, n) => ({
        PutRequest: { Item: { pk: { S: 'hiep-hoa' }, sk: { S: `${batch}#${n}` }, text: { S: 'x'.repeat(500) } } },
      }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: puts } }));
    }
    const reads = Array.from({ length: 8 }, () =>
      client.send(
        new QueryCommand({
          ...{ TableName, KeyConditionExpression: 'pk = :pk' },
          ExpressionAttributeValues: { ':pk': { S: 'hiep-hoa' } },
        }),
      ),
    );
    const ended = Promise.allSettled(reads);
    await setTimeout(10 * moment);
    await database.stop();
    client.destroy();
    expect(await ended).toHaveLength(8);
    await rm(folder, { recursive: true });
  }
});
