import {
  ListMessageMoveTasksCommand,
  SQSClient,
  type SQSClientConfig,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { meeting, thisMonth } from '#test/system/meeting.ts';
import { operator, operatorDb } from '#test/system/operator-db.ts';
import { loggedFaults, turnQueues } from '#test/system/system.ts';
import { Visitor } from '#test/system/visitor.ts';

const district = 'hong-han';
const commune = `${district}.xa-mot`;
const cell = `${commune}.thon-a`;
const units = `id;level;kind;name;type;from;to;group
${district};district;huyện;Hỏng Hẳn;;2019-03;;
${commune};commune;xã;Xã Một;;2019-03;;
${cell};cell;Chi bộ thôn;Thôn A;thon;2019-03;;
`;

/** The queues of the system under test as its operator reaches them. */
function operatorSqs(): { readonly sqs: SQSClient; readonly outputs: Record<string, string> } {
  const { env, outputs, access } = operator();
  const config: SQSClientConfig = { ...access, endpoint: env['AWS_ENDPOINT_URL_SQS'] ?? '' };
  return { sqs: new SQSClient(config), outputs };
}

it('a month that fails twelve times is put aside, and counted after the mend as the runbook says', async () => {
  await enterDistrict(units, [
    { user: `${district}.district`, role: 'district', unit: district },
    { user: commune, role: 'commune', unit: commune },
  ]);
  const secretary = await Visitor.signedIn(commune);
  const viewer = await Visitor.signedIn(`${district}.district`);
  const fields = { ...meeting(cell), csrf: await secretary.csrf(), baseRevision: '0' };
  expect((await secretary.post('/reports', fields)).status).toBe(200);

  const { db, outputs } = operatorDb();
  const key = { TableName: tablesOf(outputs).cells, Key: { pk: district, sk: `units#${district}` } };
  const { Item } = await db.send(new GetCommand(key));
  await db.send(new DeleteCommand(key));
  const failures = async () =>
    (await loggedFaults()).filter((line) => line.includes('roll-up failed') && line.includes(district)).length;

  const before = await failures();
  await turnQueues(65);
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    await expect.poll(failures).toBeGreaterThanOrEqual(before + attempt);
    await turnQueues(120);
  }
  const { sqs } = operatorSqs();
  const SourceArn = outputs['FailedQueueArn'] ?? '';
  const move = async () => {
    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn }));
    const { Results = [] } = await sqs.send(new ListMessageMoveTasksCommand({ SourceArn }));
    return Results[0]?.ApproximateNumberOfMessagesMoved;
  };
  const reported = async () => {
    const { indicators } = (await viewer.json(`/scorecards/${district}/${thisMonth}`)) as Scorecard;
    return indicators.find(({ id }) => id === 'reported')?.numerator;
  };
  await db.send(new PutCommand({ TableName: key.TableName, Item: Item ?? {} }));
  await expect.poll(move).toBeGreaterThan(0);
  await turnQueues(65);
  await expect.poll(reported).toBe(1);
}, 600_000);
