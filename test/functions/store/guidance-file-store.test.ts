import { expect, it } from 'vitest';
import { guidanceFileStore } from '#functions/store/guidance-file-store.ts';
import { type GuidanceFile, guidanceFileId } from '#shared/guidance/guidance-file.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { month } from '#test/shared/samples.ts';

onEachDatabase((database) => {
  const store = () => guidanceFileStore(database().db, database().cells);
  const february = month('2021-02');
  const by = { user: 'district', role: 'district', unit: 'hiep-hoa' } as const;
  const at = '2021-02-01T00:30:00.000Z';
  const fileOf = (number: string, changes: { readonly at?: string } = {}): GuidanceFile => ({
    id: guidanceFileId({ month: february, audience: 'all' }, number.padEnd(16, '0')),
    month: february,
    audience: 'all',
    name: 'a.pdf',
    type: 'pdf',
    bytes: 100,
    by,
    at,
    ...changes,
  });

  it('keeps files by month, the oldest first, and never changes one', async () => {
    const [first, second] = [fileOf('b'), fileOf('a', { at: '2021-02-02T00:30:00.000Z' })];
    for (const file of [second, first, { ...first, name: 'other.pdf' }]) await store().add('hiep-hoa', file);
    expect(await store().of('hiep-hoa', february)).toEqual([first, second]);
    expect(await store().find('hiep-hoa', first.id)).toEqual(first);
    expect(await store().of('hiep-hoa', month('2021-03'))).toEqual([]);
    expect(await store().find('tan-yen', first.id)).toBeUndefined();
    expect(await store().find('hiep-hoa', 'guidance')).toBeUndefined();
  });

  it('notes who has opened a file, and when first', async () => {
    const { id: file } = fileOf('b');
    const later = '2021-02-05T00:30:00.000Z';
    await store().open('hiep-hoa', { file, unit: 'hiep-hoa.a', at });
    await store().open('hiep-hoa', { file, unit: 'hiep-hoa.a', at: later });
    await store().open('hiep-hoa', { file, unit: 'hiep-hoa', group: 3, at: later });
    expect(await store().openings('hiep-hoa', february)).toEqual([
      { file, unit: 'hiep-hoa', group: 3, at: later },
      { file, unit: 'hiep-hoa.a', at },
    ]);
  });

  it('shows what was withdrawn to nobody, and the others all the same', async () => {
    await store().withdraw('hiep-hoa', { file: fileOf('b').id, by, at });
    await store().withdraw('hiep-hoa', { file: fileOf('b').id, by, at: '2021-02-05T00:30:00.000Z' });
    expect((await store().of('hiep-hoa', february)).map(({ id }) => id)).toEqual([fileOf('a').id]);
    expect(await store().find('hiep-hoa', fileOf('b').id)).toBeUndefined();
  });
});
