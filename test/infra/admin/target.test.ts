import { expect, it } from 'vitest';
import { findTarget } from '#infra/admin/target.ts';

it('a command for a stage that has no settings says so, and asks no cloud', async () => {
  await expect(findTarget('khong', 'no-folder')).rejects.toThrow(/no stage khong/);
});

it('the stage `local` is the system on this machine', async () => {
  await expect(findTarget('local', 'no-folder')).rejects.toThrow(/No local system has run in no-folder/);
});
