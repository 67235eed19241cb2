import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '#functions/store/db.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { demoSystem, type Meeting, meetingsOf, reportOf, sendReport, signIn } from '#test/bench/demo-system.ts';
import { type Figure, timed } from '#test/bench/figures.ts';

const REPORTS = 200;
const AT_ONCE = 8;

/** Reports through the running system, each from the form's fields to its receipt, against bare conditional puts. */
export async function submitFigures(): Promise<Figure[]> {
  const system = await demoSystem();
  try {
    const { url, operator } = system;
    const commune = await signIn(url, 'thanh-van');
    const meetings = (await meetingsOf(url, commune)).slice(0, REPORTS);
    let failed = 0;
    const submit = async (meeting: Meeting) => {
      if (!(await sendReport(url, commune, meeting))) failed += 1;
    };
    const submitted = await timed(() => sideBySide(meetings, submit));
    if (failed > 0) throw new Error(`${failed} of ${meetings.length} reports were not stored`);

    const { env, outputs } = operator;
    const credentials = {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
    };
    const endpoint = env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '';
    const db = documentClient({ region: env['AWS_REGION'] ?? '', endpoint, credentials });
    const put = async (meeting: Meeting) => {
      const Item = { pk: `bench#${meeting.date}`, sk: meeting.cell, ...reportOf(meeting) };
      const TableName = tablesOf(outputs).meetings;
      await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(sk)' }));
    };
    const putting = await timed(() => sideBySide(meetings, put));
    db.destroy();
    return [
      {
        name: `a report stored, ${AT_ONCE} at once`,
        value: submitted / meetings.length,
        unit: 'ms',
        floor: { name: 'one conditional put by the same client', value: putting / meetings.length },
      },
      { name: 'reports a second through the local system', value: (meetings.length * 1000) / submitted, unit: '' },
    ];
  } finally {
    await system.stop();
  }
}

async function sideBySide<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const next = async () => {
    for (let one = left.pop(); one; one = left.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}
