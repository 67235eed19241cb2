import { beforeEach, expect, it } from 'vitest';
import { directoryStore } from '#functions/store/directory-store.ts';
import { libraryStore } from '#functions/store/library-store.ts';
import type { Piece } from '#shared/library/piece.ts';
import { onEachDatabase } from '#test/dynamodb.ts';

onEachDatabase((database) => {
  let districts = 0;
  let district = '';
  const by = { user: 'district', role: 'district', unit: 'hiep-hoa' } as const;
  const at = '2021-02-01T00:30:00.000Z';
  const store = () => libraryStore(database().db, database().cells);
  const piece = (title: string, changes: Partial<Piece> = {}): Piece => ({
    ...{ title, subject: 'DDXD', types: ['thon'], content: 'Đất đai của thôn' },
    ...changes,
  });
  const add = (title: string) => store().add(district, piece(title), { by, at });

  beforeEach(() => {
    districts += 1;
    district = `cam-nang-${districts}`;
  });

  it('numbers pieces, keeps every revision, and has the newest of each', async () => {
    await add('Một');
    await add('Hai');
    const amended = piece('Một, sửa', { types: [] });
    await store().append(district, 1, amended, 1, { by, at });
    expect((await store().all(district)).map(({ number, revision, title }) => [number, revision, title])).toEqual([
      [1, 2, 'Một, sửa'],
      [2, 1, 'Hai'],
    ]);
    expect((await store().revisionsOf(district, 1)).map(({ title }) => title)).toEqual(['Một', 'Một, sửa']);
    expect(await store().revisionsOf('hiep-hoa', 1)).toEqual([]);
  });

  it('stores once what is sent twice, and gives two writers two numbers', async () => {
    expect(await add('Một')).toMatchObject({ kind: 'added', stored: { number: 1, revision: 1 } });
    expect(await add('Một')).toMatchObject({ kind: 'same', stored: { number: 1 } });
    const many = await Promise.all(['Hai', 'Ba', 'Bốn', 'Ba'].map(add));
    expect(many.filter(({ kind }) => kind === 'added')).toHaveLength(3);
    expect((await store().all(district)).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('appends not over what the writer did not see; a piece that was withdrawn may stand again', async () => {
    await add('Một');
    const append = (words: Piece & { readonly withdrawn?: string }, base: number) =>
      store().append(district, 1, words, base, { by, at });
    expect(await append(piece('Hai'), 0)).toMatchObject({ kind: 'stale', stored: { title: 'Một' } });
    expect(await append({ ...piece('Một'), withdrawn: 'Cũ' }, 1)).toMatchObject({ kind: 'added' });
    expect(await append({ ...piece('Một'), withdrawn: 'Cũ' }, 1)).toMatchObject({ kind: 'same' });
    expect((await store().all(district))[0]).toMatchObject({ revision: 2, withdrawn: 'Cũ' });
    expect(await append(piece('Một'), 2)).toMatchObject({ kind: 'added', stored: { revision: 3 } });
    expect((await store().all(district))[0]).not.toHaveProperty('withdrawn');
  });

  it('notes one reading of a unit and piece, however often it reads, with the first and the last day', async () => {
    const unit = 'hiep-hoa.thanh-van';
    const read = (day: string, changes = {}) => {
      const when = `2021-02-${day}:00:00.000Z`;
      return store().noteRead(district, { number: 1, unit, revision: 1, first: when, last: when, ...changes });
    };
    await Promise.all([read('01T01'), read('01T01'), read('01T01')]);
    await read('01T09');
    await read('03T01');
    await read('03T02', { revision: 2 });
    await read('03T02', { unit: 'hiep-hoa', group: 3 });
    await read('03T02', { number: 2 });
    expect(await store().readings(district, 1)).toEqual([
      {
        number: 1,
        unit: 'hiep-hoa',
        group: 3,
        revision: 1,
        first: '2021-02-03T02:00:00.000Z',
        last: '2021-02-03T02:00:00.000Z',
      },
      { number: 1, unit, revision: 2, first: '2021-02-01T01:00:00.000Z', last: '2021-02-03T02:00:00.000Z' },
    ]);
  });

  it('stands apart from the units and groups of the district', async () => {
    await add('Một');
    const directory = directoryStore(database().db, database().cells);
    expect(await directory.subtree(district)).toEqual([]);
  });
});
