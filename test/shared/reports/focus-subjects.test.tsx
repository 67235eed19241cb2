import { describe, expect, it } from 'vitest';
import { typedJson } from '#shared/input/typed-json.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { splitFreeText } from '#shared/reports/free-text.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import { revise } from '#shared/reports/revise.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { contextOf } from '#test/web/contexts.ts';
import { readPage, valuesOf } from '#test/web/read-page.ts';
import { formPage } from '#test/web/reports/form-models.tsx';
import { fullReport } from '#test/web/reports/full-report.ts';
import { reportPage } from '#test/web/reports/report-models.tsx';

const context = contextOf('vi', 'commune');
const { focusSubjects: _, ...plain } = fullReport;
const parse = (more: object) =>
  parseReport({ ...toTyped(plain), ...typedJson(more) }, { today: plain.date, norms: findRegime });
const subjectsOf = (more: object) => {
  const parsed = parse(more);
  return parsed.ok ? parsed.report.focusSubjects : parsed.errors;
};

describe('the subjects of a focus', () => {
  it.each([
    [{}, undefined],
    [{ focusSubjects: [] }, undefined],
    [{ focusSubjects: ['', ''] }, undefined],
    [{ focusSubjects: ['MT'] }, ['MT']],
    // The order and the repetition in which they were sent say nothing.
    [{ focusSubjects: ['MT', 'CTDK', 'MT'] }, ['CTDK', 'MT']],
    // The last box of the form.
    [{ 'focusSubjects[10]': 'KL', 'focusSubjects[3]': 'DC' }, ['DC', 'KL']],
    [{ focusSubjects: ['MT', 'LUNAR'] }, [{ field: 'focusSubjects[1]', code: 'not-a-choice' }]],
    [
      { 'focusSubjects[11]': 'MT' },
      [{ field: 'focusSubjects[11]', code: 'unknown-field', params: { name: 'focusSubjects[11]' } }],
    ],
    [{ focusSubjects: 'MT' }, [{ field: 'focusSubjects', code: 'unknown-field', params: { name: 'focusSubjects' } }]],
  ])('%j are %j', (sent, says) => {
    expect(subjectsOf(sent)).toEqual(says);
  });

  it('that are left blank leave a report and its receipt as they were before there was the question', () => {
    const parsed = parse({});
    if (!parsed.ok) throw new Error('Refused');
    const step = {
      state: 'submitted',
      by: { user: 'x', role: 'commune', unit: 'h.a' },
      at: '2025-11-04T02:10:00.000Z',
    };
    const digestOf = (report: typeof plain) => revise(undefined, { ...step, report } as never).digest;
    expect(parsed.report).toEqual(plain);
    expect(digestOf(parsed.report)).toBe(digestOf(plain));
  });

  it('are boxes of the form, each ticked if it was, and a line of the report', () => {
    const report = { ...plain, focusSubjects: ['DC', 'MT'] } as const;
    const form = readPage(formPage(context, { typed: toTyped(report) }));
    expect(valuesOf(form)).toMatchObject({ 'focusSubjects[3]': 'DC', 'focusSubjects[5]': 'MT' });
    expect(Object.keys(valuesOf(form)).filter((name) => name.startsWith('focusSubjects'))).toHaveLength(2);
    const revision = revise(undefined, {
      state: 'submitted',
      report,
      by: context.session as never,
      at: '2025-11-04T02:10:00.000Z',
    });
    const page = readPage(reportPage(context, revision, [revision])).filter(
      ({ name }) => name === 'dt' || name === 'dd',
    );
    const terms = page.map(({ text }) => text.trim());
    expect(terms[terms.indexOf('Nhóm nội dung trọng tâm') + 1]).toBe('Dân chủ ở cơ sở, hương ước; Bảo vệ môi trường');
  });

  it('that are wrong are mended at their box', () => {
    const errors = [{ field: 'focusSubjects[3]', code: 'not-a-choice' }] as const;
    const page = readPage(formPage(context, { typed: { 'focusSubjects[3]': 'LUNAR' }, errors }));
    expect(page.find(({ attributes }) => attributes['href'] === '#focusSubjects-3-')?.text).toMatch(
      /^Nhóm nội dung trọng tâm: /,
    );
    expect(page.filter(({ attributes }) => attributes['id'] === 'focusSubjects-3-')).toHaveLength(1);
  });

  it('are figures, which do not expire', () => {
    expect(splitFreeText({ ...plain, focusSubjects: ['MT'] }).facts.focusSubjects).toEqual(['MT']);
  });
});
