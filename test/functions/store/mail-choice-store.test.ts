import { expect, it } from 'vitest';
import { mailChoiceStore } from '#functions/store/mail-choice-store.ts';
import { onEachDatabase } from '#test/dynamodb.ts';

onEachDatabase((database) => {
  const store = () => mailChoiceStore(database().db, database().cells);
  const one = { user: 'thanh-van', unit: 'hiep-hoa.thanh-van' };
  const other = { user: 'thai-son', unit: 'hiep-hoa.thai-son' };

  it('whoever never chose is written to', async () => {
    expect(await store().of(one)).toBe('on');
    expect(await store().off('hiep-hoa')).toEqual(new Set());
  });

  it('the last choice counts, also where an earlier one arrives after it', async () => {
    await store().choose(one, 'off', '2026-11-24T01:00:00.000Z');
    await store().choose(other, 'off', '2026-11-24T01:00:00.000Z');
    await store().choose(other, 'on', '2026-11-24T02:00:00.000Z');
    await store().choose(other, 'off', '2026-11-24T01:30:00.000Z');
    expect([await store().of(one), await store().of(other)]).toEqual(['off', 'on']);
    expect(await store().off('hiep-hoa')).toEqual(new Set(['thanh-van']));
    expect(await store().off('tan-yen')).toEqual(new Set());
  });
});
