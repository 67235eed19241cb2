import { cloneElement } from 'preact';
import { describe, expect, it } from 'vitest';
import { reportJson } from '#functions/web/reports/report-json.ts';
import type { Typed } from '#shared/input/typed.ts';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import { scoresOf } from '#shared/judging/scores.ts';
import { findRegime, requireRegime } from '#shared/norms/regimes.ts';
import { monthOf } from '#shared/period.ts';
import { yesNo } from '#shared/reports/choices.ts';
import type { AnyField, Field, FieldTable, Section } from '#shared/reports/field.ts';
import { sectionsOf } from '#shared/reports/find-field.ts';
import { joinFreeText, splitFreeText } from '#shared/reports/free-text.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import type { Report, Revision } from '#shared/reports/report.ts';
import { reportDictionary } from '#shared/reports/report-dictionary.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { reportSchema } from '#shared/reports/report-schema.ts';
import { revise } from '#shared/reports/revise.ts';
import { withRows } from '#shared/reports/task-rows.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { mismatches } from '#test/functions/scorecards/formats/matches-schema.ts';
import { contextOf } from '#test/web/contexts.ts';
import { controlsOf, type Element, readPage, valuesOf } from '#test/web/read-page.ts';
import { formPage, mergePage } from '#test/web/reports/form-models.tsx';
import { fullReport } from '#test/web/reports/full-report.ts';
import { reportPage } from '#test/web/reports/report-models.tsx';

const context = contextOf('vi', 'commune');
const regime = requireRegime(monthOf(fullReport.date));
const sections = [...sectionsOf(reportFields).keys()];

/** A field that is new, what is typed into it, and how that is stored and read. */
interface Example {
  readonly field: Field;
  readonly typed: string;
  readonly value: string | number;
  readonly reads: string;
}

const label = { vi: 'Câu hỏi mới', en: 'A new question' };
const examples: readonly Example[] = [
  { field: { kind: 'count', unit: 'members', most: 9, label }, typed: '7', value: 7, reads: '7' },
  { field: { kind: 'choice', choices: yesNo, label }, typed: 'no', value: 'no', reads: 'Không' },
  { field: { kind: 'words', most: 50, lines: 1, label }, typed: 'Sân kho', value: 'Sân kho', reads: 'Sân kho' },
  { field: { kind: 'words', most: 50, lines: 3, label }, typed: 'Sân kho', value: 'Sân kho', reads: 'Sân kho' },
  { field: { kind: 'day', label }, typed: '04/11/2025', value: '2025-11-04', reads: '04/11/2025' },
  { field: { kind: 'time', label }, typed: '7h05', value: '07:05', reads: '07:05' },
];

/** Our table with one more field in a section. */
function withField(name: string, section: Section, field: Field): FieldTable {
  return { ...reportFields, [name]: { ...field, section } } as FieldTable;
}

/** Our table with one more part in the rows of a list. */
function withPart(list: 'tasks' | 'followUps' | 'matters', part: string, field: Field): FieldTable {
  const rows = reportFields[list];
  return { ...reportFields, [list]: { ...rows, parts: { ...rows.parts, [part]: field } } };
}

function parsed(typed: Typed, table: FieldTable): Report {
  const result = parseReport(typed, { today: fullReport.date, norms: findRegime }, table);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.report;
}

const revisionOf = (report: Report): Revision =>
  revise(undefined, {
    state: 'submitted',
    report,
    by: { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' },
    at: '2025-11-04T02:10:00.000Z',
  });

const textsOf = (page: readonly Element[], name: string) =>
  page.filter((each) => each.name === name).map(({ text }) => text.replace(/\s+/g, ' ').trim());

/** What the report of an answer is wherever a report comes up. */
function everywhere(name: string, typed: string, table: FieldTable) {
  // A row of results needs both.
  const beside = name === 'results[0].unit' ? { 'results[0].quantity': '600' } : {};
  const report = parsed({ ...toTyped(fullReport), ...beside, [name]: typed }, table);
  const revision = revisionOf(report);
  const judged = {
    revision,
    history: [revision],
    judgement: judgeMeeting(report, regime),
    scores: scoresOf(report, regime, []),
    late: false,
  } as unknown as Parameters<typeof reportJson>[0];
  const merge = cloneElement(mergePage(context, report, revisionOf(fullReport)), {
    table,
    mine: toTyped(report, table),
    theirsTyped: toTyped(fullReport, table),
  });
  return {
    report,
    form: readPage(formPage(context, { typed: toTyped(report, table), table })),
    wrong: readPage(formPage(context, { errors: [{ field: name, code: 'required' }], table })),
    page: readPage(cloneElement(reportPage(context, revision, [revision]), { table })),
    merge: readPage(merge),
    json: JSON.parse(JSON.stringify(reportJson(judged))) as { readonly report: Record<string, unknown> },
    lines: reportDictionary(table),
    schema: reportSchema(table),
  };
}

const cases = sections.flatMap((section) =>
  examples.map((example) => ({ section, kind: example.field.kind, example })),
);

describe('a field that is added to the table', () => {
  it.each(cases)('in $section, of kind $kind, is silent nowhere', ({ section, example }) => {
    const { field, typed, value, reads } = example;
    const table = withField('novel', section, field);
    const { report, form, wrong, page, merge, json, lines, schema } = everywhere('novel', typed, table);
    expect(report).toEqual({ ...fullReport, novel: value });

    expect(valuesOf(form)['novel']).toBe(value === '2025-11-04' ? typed : String(value));
    expect(textsOf(form, field.kind === 'choice' ? 'legend' : 'label').join()).toContain(label.vi);
    const [link] = wrong.filter(({ attributes }) => attributes['href'] === '#novel');
    expect(link?.text).toContain(`${label.vi}: `);
    expect(controlsOf(wrong).map(({ attributes }) => attributes['id'])).toContain('novel');

    const terms = page.filter(({ name }) => name === 'dt' || name === 'dd').map(({ text }) => text.trim());
    expect(terms[terms.indexOf(label.vi) + 1]).toBe(reads);
    expect(textsOf(merge, 'legend')).toEqual([label.vi]);
    expect(textsOf(merge, 'b')).toEqual(expect.arrayContaining([reads, '(để trống)']));

    expect(json.report).toMatchObject({ novel: value });
    expect(lines.filter((line) => line.field === 'novel')[0]).toMatchObject({ ...label, kind: field.kind });
    expect(mismatches(json.report, schema)).toEqual([]);
    expect(mismatches(json.report, reportSchema())).toEqual(['#: unknown novel']);
    expect(mismatches({ ...json.report, novel: false }, schema)).not.toEqual([]);
  });

  it.each(examples)(
    'of kind $field.kind stays unknown where it is blank, and is refused where it must not be',
    (each) => {
      const blank = { ...toTyped(fullReport), novel: ' ' };
      expect(parsed(blank, withField('novel', 'conduct', each.field))).toEqual(fullReport);
      const must = withField('novel', 'conduct', { ...each.field, blank: 'refused' });
      expect(parseReport(blank, { today: fullReport.date, norms: findRegime }, must)).toEqual({
        ok: false,
        errors: [{ field: 'novel', code: 'required' }],
      });
      const labels = textsOf(readPage(formPage(context, { table: must })), 'label');
      expect(labels.filter((text) => text.startsWith(label.vi) && text.includes('nếu có'))).toEqual([]);
      expect(reportSchema(must)['required']).toContain('novel');
    },
  );

  it.each(examples)(
    'of kind $field.kind is stored with the words if it is free text, with the figures if not',
    (each) => {
      const table = withField('novel', 'conduct', each.field);
      const report = { ...fullReport, novel: each.value };
      const { facts, words } = splitFreeText(report, table);
      const free = each.field.kind === 'words';
      expect([facts, words].map((part) => 'novel' in part)).toEqual([!free, free]);
      expect(joinFreeText(facts, words, table)).toEqual(report);
    },
  );

  it('is refused as unknown by the table that does not have it', () => {
    const typed = { ...toTyped(fullReport), novel: '7' };
    expect(parseReport(typed, { today: fullReport.date, norms: findRegime })).toMatchObject({
      errors: [{ field: 'novel', code: 'unknown-field' }],
    });
  });
});

const lists = ['tasks', 'followUps', 'matters'] as const;
const rowCases = lists.flatMap((list) => examples.map((example) => ({ list, kind: example.field.kind, example })));

describe('a part that is added to the rows of a list', () => {
  it.each(rowCases)('$list, of kind $kind, is silent nowhere', ({ list, example }) => {
    const { field, typed, value, reads } = example;
    const table = withPart(list, 'novel', field);
    const name = `${list}[1].novel`;
    const { report, form, wrong, page, merge, json, lines, schema } = everywhere(name, typed, table);
    expect(report[list][1]).toEqual({ ...fullReport[list][1], novel: value });

    expect(valuesOf(form)[name]).toBe(value === '2025-11-04' ? typed : String(value));
    expect(textsOf(form, field.kind === 'choice' ? 'legend' : 'label').join()).toContain(label.vi);
    const [link] = wrong.filter(({ attributes }) => attributes['href'] === `#${list}-1-novel`);
    expect(link?.text).toContain(`${reportFields[list].label.vi} 2: ${label.vi}: `);

    expect(textsOf(page, 'div')).toContain(`${label.vi}: ${reads}`);
    expect(textsOf(merge, 'legend')).toEqual([`${reportFields[list].label.vi} 2: ${label.vi}`]);
    expect(textsOf(merge, 'b')).toEqual(expect.arrayContaining([reads, '(để trống)']));

    expect(json.report).toEqual(withRows(report));
    expect(lines.filter((line) => line.field === `${list}[].novel`)[0]).toMatchObject({ ...label, kind: field.kind });
    expect(mismatches(json.report, schema)).toEqual([]);
    expect(mismatches(json.report, reportSchema())).toEqual([`#/${list}/1: unknown novel`]);

    const { facts, words } = splitFreeText(report, table);
    expect('novel' in (facts[list][1] ?? {})).toBe(field.kind !== 'words');
    expect(joinFreeText(facts, words, table)).toEqual(report);
  });
});

/** Every field that is answered by a choice, by its name on the form. */
const choiceFields = Object.entries<AnyField>(reportFields).flatMap(([name, field]): [string, Field][] => {
  if (field.kind === 'choice') return [[name, field]];
  const parts = field.kind === 'rows' ? Object.entries(field.parts) : [];
  return parts.flatMap(([part, each]): [string, Field][] =>
    each.kind === 'choice' ? [[`${name}[0].${part}`, each]] : [],
  );
});

describe('a choice that is added to a field', () => {
  it.each(choiceFields)('%s is silent nowhere', (name, field) => {
    if (field.kind !== 'choice') throw new TypeError('Not a choice');
    const more = { ...field, choices: { ...field.choices, novel: label } };
    const [list = '', part] = name.split('[0].');
    const table = part
      ? withPart(list as 'tasks', part, more)
      : ({ ...reportFields, [name]: more } as unknown as FieldTable);
    const { form, page, merge, json, lines, schema } = everywhere(name, 'novel', table);

    expect(valuesOf(form)[name]).toBe('novel');
    const offered = [...textsOf(form, 'label'), ...textsOf(form, 'option')];
    expect(offered).toContain(label.vi);
    expect([...textsOf(page, 'dd'), ...textsOf(page, 'div')].join('\n')).toContain(label.vi);
    expect(textsOf(merge, 'b')).toContain(label.vi);
    expect(JSON.stringify(json.report)).toContain('"novel"');
    expect(lines).toContainEqual(
      expect.objectContaining({ field: name.replace('[0]', '[]'), choice: 'novel', ...label }),
    );
    expect(mismatches(json.report, schema)).toEqual([]);
    expect(mismatches(json.report, reportSchema())).toHaveLength(1);
  });

  it('these are all of them', () => {
    expect(choiceFields.map(([name]) => name)).toEqual([
      ...['kind', 'committeeMet', 'oriented', 'papersSent', 'stepsFollowed', 'previousReviewed', 'selfCriticism'],
      ...['notesTaken', 'minutesKept', 'resolution', 'results[0].unit'],
      ...['followUps[0].status', 'matters[0].topic', 'matters[0].severity', 'matters[0].bypass', 'attendedBy'],
    ]);
  });
});
