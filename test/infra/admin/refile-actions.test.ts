import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { actionItem, actionStore } from '#functions/store/action-store.ts';
import { rawClient } from '#infra/admin/archive/raw-tables.ts';
import { refileActions } from '#infra/admin/refile-actions.ts';
import { region } from '#infra/local/cloudformation/resource-names.ts';
import { type ActionEvent, actionOf } from '#shared/actions/action.ts';
import type { Day } from '#shared/period.ts';
import { credentials, onDynalite } from '#test/dynamodb.ts';

const database = onDynalite();
const at = '2026-11-24T02:00:00.000Z';
const by = { user: 'district', role: 'district', unit: 'hiep-hoa' } as const;
const plan = { what: 'Gửi tài liệu trước', who: 'Bí thư', due: '2026-12-31' as Day, cause: 'away' } as const;
const open: ActionEvent = { kind: 'open', plan, by, at };

it('puts actions on districts’ own figures where lists find them, once, and moves nothing else', async () => {
  const { db, endpoint, actions: TableName } = database();
  const client = rawClient({ endpoint, region, credentials });
  const store = actionStore(db, TableName);
  const own = 'hiep-hoa_preparation_2026-10';
  const anew = 'hiep-hoa_duration_2026-10';
  const misfile = (id: string) =>
    db.send(new PutCommand({ TableName, Item: { ...actionItem(actionOf(id, [open])), pk: id } }));
  await Promise.all([own, anew].map(misfile));
  await store.append('hiep-hoa.thanh-van_met_2026-10', open, 0);
  await store.append(anew, { ...open, plan: { ...plan, what: 'Việc mới' } }, 0);
  expect(await store.find(own)).toBeUndefined();

  expect(await refileActions(client, db, TableName)).toBe(1);
  expect(await store.find(own)).toMatchObject({ state: 'open', plan, events: [open] });
  expect(await store.find(anew)).toMatchObject({ plan: { what: 'Việc mới' } });
  const ids = (await store.all('hiep-hoa')).map(({ id }) => id).toSorted();
  expect(ids).toEqual(['hiep-hoa.thanh-van_met_2026-10', anew, own].toSorted());
  expect(await refileActions(client, db, TableName)).toBe(0);
  client.destroy();
});
