import { describe, expect, it } from 'vitest';
import { boardOf } from '#shared/reports/board.ts';
import type { State } from '#shared/reports/report.ts';
import { findWork, workOf, workPage } from '#shared/reports/work.ts';
import { compareUnits } from '#shared/units/units.ts';
import { aUnit, current, day, month } from '#test/shared/samples.ts';
import { pathToDraft, stepOf } from '#web/reports/next-step.ts';

const district = aUnit('hiep-hoa');
const unit = aUnit('hiep-hoa.thanh-van');
const named = (names: readonly string[]) =>
  names.map((name, at) => aUnit(`${unit.id}.c${at}`, { name, kind: 'Chi bộ thôn' })).sort(compareUnits);
const officer = { user: 'd', role: 'district', unit: 'hiep-hoa' } as const;

type Sent = readonly [cell: string, state: State, on?: string];

function boardWith(names: readonly string[], sent: readonly Sent[], of = month('2021-02')) {
  const cells = named(names);
  const idOf = (name: string) => cells.find((cell) => cell.name === name)?.id ?? '';
  const reports = sent.map(([name, state, on = `${of}-03`]) => ({
    ...current({ cell: idOf(name), date: day(on) }),
    ...{ revision: 2, state, by: officer, at: '2021-02-20T02:00:00.000Z', reason: 'Bổ sung số chỉ tiêu' },
  }));
  const now = '2021-02-21T00:00:00.000Z';
  return { board: boardOf({ district, unit, month: of, communes: [], cells, reports, now }), idOf };
}

const nothing = { drafts: [], lateBefore: new Map<string, number>() };
const names = (rows: readonly { readonly cell: { readonly name: string } }[]) => rows.map(({ cell }) => cell.name);

describe('units', () => {
  it('are sorted by number and by the Vietnamese alphabet', () => {
    const all = ['10', 'Đông', '2', 'Dương', 'Em', 'Chùa', 'Ấp', 'An', 'Ăn', 'Đoài', '1', 'Do'];
    expect(names(named(all).map((cell) => ({ cell })))).toEqual([
      '1',
      '2',
      '10',
      'An',
      'Ăn',
      'Ấp',
      'Chùa',
      'Do',
      'Dương',
      'Đoài',
      'Đông',
      'Em',
    ]);
  });
});

describe('what a commune has to do', () => {
  it('is what was returned, then what is begun, then cells that were often late; what was sent is done', () => {
    const all = ['Đông', 'Chùa', 'Khánh Vân', 'An', '10', '2'];
    const { board, idOf } = boardWith(all, [
      ['Khánh Vân', 'returned'],
      ['An', 'submitted'],
    ]);
    const drafts = [{ form: `${idOf('Đông')}_2021-02_regular`, savedAt: '2021-02-20T00:00:00.000Z' }];
    const { todo, done } = workOf([board], { drafts, lateBefore: new Map([[idOf('Chùa'), 2]]) });
    expect(names(todo)).toEqual(['Khánh Vân', 'Đông', 'Chùa', '2', '10']);
    expect(names(done)).toEqual(['An']);
    expect(todo[0]?.reports[0]?.returned).toEqual({
      ...{ by: 'district', at: '2021-02-20T02:00:00.000Z', reason: 'Bổ sung số chỉ tiêu' },
    });
  });

  it('is the month whose deadline is nearer first, but for what was returned', () => {
    const before = boardWith(['A', 'B'], [], month('2021-01')).board;
    const { board } = boardWith(['A', 'B'], [['B', 'returned']]);
    const { todo } = workOf([board, before], nothing);
    expect(todo.map(({ cell, month }) => [month, cell.name])).toEqual([
      ['2021-02', 'B'],
      ['2021-01', 'A'],
      ['2021-01', 'B'],
      ['2021-02', 'A'],
    ]);
  });

  it('is also a sent report whose next version is begun, and a cell that sent only a thematic meeting’s', () => {
    const { board, idOf } = boardWith(['A', 'B'], [['A', 'submitted']]);
    const form = `${idOf('A')}_2021-02-03_regular`;
    const { todo } = workOf([board], { ...nothing, drafts: [{ form, savedAt: '2021-02-20T00:00:00.000Z' }] });
    expect(todo.map(({ drafts }) => drafts.map((each) => each.form))).toEqual([[form], []]);
  });
});

describe('forms that are begun', () => {
  const [early, late] = ['2021-02-01T00:00:00.000Z', '2021-02-20T00:00:00.000Z'];
  const begun = (sent: readonly Sent[], ...forms: (readonly [when: string, savedAt: string])[]) => {
    const { board, idOf } = boardWith(['A'], sent);
    const drafts = forms.map(([form, savedAt]) => ({ form: `${idOf('A')}_${form}`, savedAt }));
    const { todo, done } = workOf([board], { drafts, lateBefore: new Map() });
    const row = todo[0] ?? done[0];
    if (!row) throw new Error('no row');
    const ends = (path = '') => path.replace(/^.*\.c0/, '');
    const step = stepOf(row, 'commune');
    return {
      isTodo: todo.length > 0,
      step: step && [step.kind, ends(decodeURIComponent(step.path))],
      opened: row.drafts.map((each) => ends(decodeURIComponent(pathToDraft(row, each)))),
    };
  };
  const regular = '&month=2021-02';
  const thematic = `${regular}&kind=thematic`;

  it('are all reached, each by its own link', () => {
    const forms = [
      ['2021-02_regular', early],
      ['2021-02_thematic', late],
    ] as const;
    for (const each of [forms, forms.toReversed()]) {
      const { step, opened } = begun([], ...each);
      expect(step).toEqual(['goOn', regular]);
      expect(opened.toSorted()).toEqual([regular, thematic]);
    }
  });

  it('of a thematic meeting leave the regular report that is missing the first step', () => {
    expect(begun([], ['2021-02_thematic', late])).toEqual({
      isTodo: true,
      step: ['fill', regular],
      opened: [thematic],
    });
    expect(begun([['A', 'submitted']], ['2021-02_thematic', late]).step).toEqual(['goOn', thematic]);
  });

  it('invite to no second regular meeting once its report has come, and are reached still', () => {
    const { isTodo, step, opened } = begun([['A', 'submitted']], ['2021-02_regular', early]);
    expect([isTodo, step, opened]).toEqual([false, ['another', thematic], [regular]]);
  });

  it('of an amendment are gone on with whenever they were saved', () => {
    const { isTodo, step } = begun([['A', 'submitted']], ['2021-02-03_regular', early]);
    expect([isTodo, step]).toEqual([true, ['goOn', '_2021-02-03_regular']]);
  });
});

describe('the search', () => {
  const { board } = boardWith(['2', '12', '20', 'Đông', 'Đoài Đông'], [['Đông', 'submitted']]);
  const work = workOf([board], nothing);
  it.each([
    ['thon 2', ['2', '20'], []],
    ['DONG', ['Đoài Đông'], ['Đông']],
    ['đông', ['Đoài Đông'], ['Đông']],
    ['dong doai', ['Đoài Đông'], []],
    ['x', [], []],
    ['', ['2', '12', '20', 'Đoài Đông'], ['Đông']],
  ])('finds %j', (typed, todo, done) => {
    const found = findWork(work, typed);
    expect([names(found.todo), names(found.done)]).toEqual([todo, done]);
  });
});

describe('a long list', () => {
  it('comes in pages, each row on one of them', () => {
    const many = Array.from({ length: 250 }, (_, at) => String(at + 1));
    const { board } = boardWith(
      many,
      many.slice(100).map((name) => [name, 'submitted'] as const),
    );
    const work = workOf([board], nothing);
    const { pages, all } = workPage(work, 1);
    expect(all).toEqual({ todo: 100, done: 150 });
    const rows = Array.from({ length: pages }, (_, at) => workPage(work, at + 1));
    expect(rows.flatMap(({ todo, done }) => names([...todo, ...done]))).toEqual(many);
    expect(workPage(work, 99).page).toBe(pages);
    expect(workPage(work, 0).page).toBe(1);
  });
});
