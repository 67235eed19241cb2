import { describe, expect, it } from 'vitest';
import type { Typed } from '#shared/input/typed.ts';
import { langs } from '#shared/language/lang.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { contextOf } from '#test/web/contexts.ts';
import { around, controlsOf, type Element, readPage, valuesOf } from '#test/web/read-page.ts';
import { formPage } from '#test/web/reports/form-models.tsx';
import { fullReport } from '#test/web/reports/full-report.ts';
import type { Offered } from '#web/reports/form/section-props.ts';

const context = contextOf('vi', 'commune');
const typed = toTyped(fullReport);
const members = Object.fromEntries(
  ['fullMembers', 'exempt', 'away'].map((name, n) => [name, ['42', '3', '1'][n] ?? '']),
);
/** What a form is filled with when it is opened from the month of a cell that reported last month. */
const opened: Typed = { kind: 'regular', date: '03/11/2025', ...members };
const offered = { day: 'regime', members: '2025-10-03' } as Offered;

const foldsAround = (element: Element) => around(element).filter(({ name }) => name === 'details');
const isOpen = (fold: Element) => 'open' in fold.attributes;
const namesIn = (page: readonly Element[], isMeant: (control: Element) => boolean) => [
  ...new Set(
    controlsOf(page)
      .filter(isMeant)
      .map(({ attributes }) => attributes['name'] ?? ''),
  ),
];
const seenOn = (page: readonly Element[]) => namesIn(page, (control) => foldsAround(control).every(isOpen));

describe('the form of a usual month', () => {
  const page = readPage(formPage(context, { typed: opened, offered }));

  it('asks for what every month has; the rest is one tap away', () => {
    expect(seenOn(page)).toEqual([
      ...['date', 'durationMinutes', 'present', 'excused', 'unexcused', 'late', 'resolution', 'resolutionText'],
      ...[0, 1, 2].flatMap((n) => [`followUps[${n}].status`, `followUps[${n}].reason`]),
      ...['tasks[0].what', 'tasks[0].who', 'tasks[0].due'],
    ]);
    const folded = namesIn(page, (control) => foldsAround(control).length > 0);
    expect(folded).toEqual(expect.arrayContaining(['kind', 'exempt', 'oriented', 'attendedBy', 'points.guiding']));
  });

  it('offers the known, says whence it is, and presets nothing that is judged', () => {
    const text = page.map((each) => (each.name === 'main' ? each.text : '')).join('');
    expect(text).toContain('Phải dự 38: 42 chính thức − 3 miễn − 1 đi nơi khác.');
    expect(text).toContain('Lấy từ báo cáo ngày 03/10/2025, mời kiểm tra.');
    expect(text).toContain('Ngày theo quy định; sửa nếu họp ngày khác');
    expect(text).toContain('Lấy từ các báo cáo trước, mời chọn kết quả.');
    const { csrf, cell, month, baseRevision, ...sent } = valuesOf(page);
    const filled = Object.keys(sent).filter((name) => sent[name] !== '');
    expect(filled.sort()).toEqual([...Object.keys(opened), ...[0, 1, 2].map((n) => `followUps[${n}].task`)].sort());
  });

  it('shows a task of last month in one line, with one choice of three', () => {
    const choices = page.filter(({ attributes }) => attributes['name'] === 'followUps[0].status');
    // Its day is over: what is not done is overdue, and the line says so.
    expect(choices.map(({ attributes }) => attributes['value'])).toEqual(['', 'done', 'overdue', 'dropped']);
    const early = readPage(formPage(context, { typed: { ...opened, date: '10/10/2025' } }));
    const then = early.filter(({ attributes }) => attributes['name'] === 'followUps[0].status');
    expect(then.map(({ attributes }) => attributes['value'])).toEqual(['', 'done', 'doing', 'dropped']);
  });
});

describe('what is folded away', () => {
  const folded = namesIn(readPage(formPage(context, { typed: opened })), (each) => foldsAround(each).length > 0);
  const asLine = [
    'kind',
    ...namesIn(readPage(formPage(context, { typed: opened })), (each) =>
      around(each).some(({ attributes }) => attributes['id'] === 's-members'),
    ),
  ];

  it.each(folded)('%s opens by itself with a mistake', (field) => {
    const page = readPage(formPage(context, { typed: opened, errors: [{ field, code: 'not-a-choice' }] }));
    expect(seenOn(page)).toContain(field);
  });

  it.each(Object.keys(typed).filter((name) => folded.includes(name) && !asLine.includes(name)))(
    '%s opens by itself when it holds something',
    (name) =>
      expect(seenOn(readPage(formPage(context, { typed: { ...opened, [name]: typed[name] ?? '' } })))).toContain(name),
  );

  it('shows members and kind in their lines, so that these need not open', () => {
    expect(asLine.filter((name) => seenOn(readPage(formPage(context, { typed: opened }))).includes(name))).toEqual([]);
    const unknown = seenOn(readPage(formPage(context, { typed: {} })));
    expect(unknown).toEqual(expect.arrayContaining(['kind', 'fullMembers', 'probationaryMembers']));
  });

  it('is all seen in a text browser, which knows no folding: nothing is left out of the page', () => {
    const names = (state: Typed) => namesIn(readPage(formPage(context, { typed: state })), () => true);
    expect(names(opened)).toEqual(expect.arrayContaining(Object.keys(typed).filter((name) => !/[[]|cell/.test(name))));
  });
});

it.each(langs)('after a mistake the keyboard stands at the list of mistakes (%s)', (lang) => {
  const page = readPage(
    formPage(contextOf(lang, 'commune'), { typed: opened, errors: [{ field: 'present', code: 'required' }] }),
  );
  const focused = page.filter(({ attributes }) => 'autofocus' in attributes);
  expect(focused.map(({ attributes }) => [attributes['class'], attributes['tabindex']])).toEqual([
    ['alert problem', '-1'],
  ]);
});
