import { beforeEach, describe, expect, it } from 'vitest';
import { type DraftKey, draftStore, refusedName } from '#functions/store/draft-store.ts';
import { onEachDatabase } from '#test/dynamodb.ts';

onEachDatabase((database) => {
  const at = '2026-11-24T02:00:00.000Z';
  const later = '2026-11-24T02:00:01.000Z';
  const draft = { typed: { present: 'mười bảy', 'tasks[0].what': '' }, baseRevision: 2 };
  let key: DraftKey;
  let users = 0;
  const drafts = () => draftStore(database().db, database().transient);

  beforeEach(() => {
    users += 1;
    key = { user: `officer-${users}`, form: 'a.b.c_2026-11_regular' };
  });

  it('what was typed into a refused form is found by its author until it is purged, removed or a fortnight old', async () => {
    const report = `a.b.c${users}_2026-11-03_regular`;
    const about = { action: 'return & more', number: '2' };
    const { user } = key;
    const form = refusedName(`/reports/${report}?x=1`, about);
    await drafts().save(key, draft, at);
    await drafts().save({ user, form }, { ...draft, baseRevision: 0 }, at);
    const found = { form, path: `/reports/${report}?x=1`, about, typed: draft.typed };
    expect(await drafts().refusedOf(user, later)).toEqual([found]);
    expect(await drafts().refusedOf('another', later)).toEqual([]);
    expect(await drafts().refusedOf(user, '2026-12-08T02:00:00.000Z')).toEqual([]);
    await drafts().removeAll(report);
    expect(await drafts().refusedOf(user, later)).toEqual([]);
    expect(await drafts().find(key, later)).toBeDefined();
  });

  describe('a draft', () => {
    it('comes back as it was typed, to its author and for its form alone', async () => {
      await drafts().save(key, draft, at);
      expect(await drafts().find(key, later)).toEqual({ ...draft, savedAt: at });
      expect(await drafts().find({ ...key, user: 'another' }, later)).toBeUndefined();
      expect(await drafts().find({ ...key, form: 'a.b.c_2026-11_thematic' }, later)).toBeUndefined();
    });

    it('takes the place of an earlier one, and of no later one', async () => {
      const newer = { typed: { present: '18' }, baseRevision: 2 };
      await drafts().save(key, draft, at);
      await drafts().save(key, newer, later);
      await drafts().save(key, draft, at);
      expect(await drafts().find(key, later)).toEqual({ ...newer, savedAt: later });
    });

    it('is gone after a fortnight, and once it is removed', async () => {
      await drafts().save(key, draft, at);
      expect(await drafts().find(key, '2026-12-08T01:59:59.999Z')).toBeDefined();
      expect(await drafts().find(key, '2026-12-08T02:00:00.000Z')).toBeUndefined();
      await drafts().remove(key);
      expect(await drafts().find(key, later)).toBeUndefined();
      await drafts().remove(key);
    });
  });
});
