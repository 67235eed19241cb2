import fc from 'fast-check';
import type { VNode } from 'preact';
import { expect, it } from 'vitest';
import type { Month } from '#shared/period.ts';
import type { Report } from '#shared/reports/report.ts';
import { revise } from '#shared/reports/revise.ts';
import { taskIdOf } from '#shared/reports/task-id.ts';
import type { TrackedTask } from '#shared/reports/tasks.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { day } from '#test/shared/samples.ts';
import { contextOf } from '#test/web/contexts.ts';
import { board, cell, commune, month } from '#test/web/demo-month.ts';
import { type Element, readPage, valuesOf } from '#test/web/read-page.ts';
import { formPage, mergePage } from '#test/web/reports/form-models.tsx';
import { fullReport } from '#test/web/reports/full-report.ts';
import { reportPage } from '#test/web/reports/report-models.tsx';
import { demoScorecards } from '#test/web/scorecards/demo-scorecards.ts';
import { NewPasswordPage } from '#web/access/new-password-page.tsx';
import { SignInPage } from '#web/access/sign-in-page.tsx';
import { BoardPage } from '#web/reports/board-page.tsx';
import { ReceiptPage } from '#web/reports/receipt-page.tsx';
import { ScorecardPage } from '#web/scorecards/scorecard-page.tsx';
import { TrendPage } from '#web/scorecards/trend-page.tsx';

/** Text that tries to be markup. It starts with a letter: what is blank or a choice's name is shown otherwise. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...['<script>alert(1)</script>', '<', '>', '"', "'", '&', '&lt;', '&#60;', '</textarea>', '</title>', '-->'],
      ...[
        ' onfocus=alert(1) ',
        '" autofocus onfocus="alert(1)',
        '{{',
        '${',
        '\\',
        '\n',
        'ệ',
        'e\u0323\u0302',
        '\u202e',
      ],
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => `x${parts.join('')}`);

const context = { ...contextOf('vi', 'commune'), generated: false };

function reportSaying(text: string): Report {
  return {
    ...fullReport,
    focus: text,
    resolutionText: text,
    deductionNote: text,
    tasks: [{ what: text, who: text }],
    followUps: [{ task: text, status: 'done' }],
    matters: [{ topic: 'DD', summary: text, severity: 'high', proposal: text }],
  };
}

const by = { user: 'thanh-van', role: 'commune', unit: commune.id } as const;
const submitted = (report: Report, reason: string) =>
  revise(undefined, { state: 'returned', report, by, at: '2025-11-04T02:10:00.000Z', reason });

const span = { from: month, to: month };
function scorecardOf(name: string): Scorecard {
  const { ofCommune } = demoScorecards();
  return {
    ...ofCommune,
    name,
    children: ofCommune.children.slice(0, 2).map((child) => ({ ...child, name })),
    belowNorm: ofCommune.belowNorm.slice(0, 2).map((each) => ({ ...each, name, commune: name })),
  };
}

const task = (text: string): TrackedTask => ({
  id: taskIdOf(`${commune.id}.x_${day('2025-10-03')}_regular`, 1),
  what: text,
  who: text,
  since: '2025-10' as Month,
  repeated: 1,
  state: 'open',
  news: [],
});

/** Every place at which a page shows what somebody has typed. */
const places: Readonly<Record<string, (text: string) => VNode>> = {
  'the form': (text) =>
    formPage(context, {
      typed: Object.fromEntries(Object.keys(toTyped(reportSaying('x'))).map((name) => [name, text])),
      errors: [{ field: text, code: 'unknown-field', params: { name: text } }],
      lastMonth: { tasks: [task(text)], known: [] },
    }),
  'the merge page': (text) =>
    mergePage(context, reportSaying(text), submitted(reportSaying('something else'), 'for a reason')),
  'the stored side of the merge page': (text) =>
    mergePage(context, reportSaying('something else'), submitted(reportSaying(text), text)),
  'the report': (text) => {
    const revision = submitted(reportSaying(text), text);
    return reportPage(context, revision, [revision]);
  },
  'the receipt page': (text) => <ReceiptPage context={context} number={text} />,
  'the sign-in page': (text) => (
    <SignInPage context={contextOf('vi')} user={text} next={text} carried={{ path: text, body: text }} />
  ),
  'the new password’s page': (text) => (
    <NewPasswordPage context={contextOf('vi')} user={text} pending={text} next={text} />
  ),
  'the scorecard, whose units bear the names': (text) => (
    <ScorecardPage
      context={context}
      scorecard={scorecardOf(text)}
      successors={{ [commune.id]: [{ name: text, path: '/scorecards/hiep-hoa' }] }}
      comparison={{ typed: text }}
    />
  ),
  'the trend': (text) => (
    <TrendPage
      context={context}
      unit={{ id: commune.id, name: text }}
      span={span}
      trend={trendOf(span, [scorecardOf(text)])}
      typed={{ from: text, to: text }}
      errors={[{ field: 'from', code: 'not-a-month' }]}
    />
  ),
  'the names of units': (text) => (
    <BoardPage
      context={{ ...context, session: { ...by, unitName: text, user: text } }}
      board={board({ ...commune, name: text }, [{ ...cell, name: text }])}
    />
  ),
};

const structure = (page: readonly Element[]) =>
  page.map(({ name, attributes }) => `${name} ${Object.keys(attributes).sort().join(' ')}`);

it.each(Object.entries(places))(
  '%s shows all of a typed text, and as text: no element or attribute is added',
  (_, page) => {
    const harmless = structure(readPage(page('x')));
    fc.assert(
      fc.property(hostile, (text) => {
        const elements = readPage(page(text));
        expect(structure(elements)).toEqual(harmless);
        const said = elements.flatMap((element) => [element.text, ...Object.values(element.attributes)]);
        expect(said.some((each) => each.includes(text))).toBe(true);
      }),
      { numRuns: 30 },
    );
  },
);

it('a form that comes back sends what was typed, to the letter', () => {
  const words = ['focus', 'resolutionText', 'present', 'durationMinutes', 'tasks[0].what', 'tasks[4].due', 'date'];
  const others = ['matters[2].summary', 'followUps[1].task', 'points.regularContent', 'deductionNote', 'startTime'];
  const fields = fc.record(Object.fromEntries([...words, ...others].map((name) => [name, hostile])));
  fc.assert(
    fc.property(fields, (typed) => {
      const errors = Object.keys(typed).map((field) => ({ field, code: 'required' }) as const);
      expect(valuesOf(readPage(formPage(context, { typed, errors })))).toMatchObject(typed);
    }),
  );
});

it('a stored report that is opened for an amendment sends the same report', () => {
  const typed = toTyped(fullReport);
  const sent = valuesOf(readPage(formPage(context, { typed, amends: true, baseRevision: 3 })));
  expect(sent).toMatchObject({ ...typed, action: 'amend', baseRevision: '3' });
  const more = Object.entries(sent).filter(([name, value]) => value !== '' && !(name in typed));
  expect(more.map(([name]) => name).sort()).toEqual(['action', 'baseRevision', 'csrf', 'month']);
});

it('a form that was carried through the sign-in page is unchanged', () => {
  fc.assert(
    fc.property(fc.dictionary(hostile, hostile), (typed) => {
      const body = new URLSearchParams(typed).toString();
      const page = readPage(<SignInPage context={contextOf('vi')} carried={{ path: '/reports', body }} />);
      const sent = valuesOf(page)['carriedBody'];
      expect(Object.fromEntries(new URLSearchParams(sent))).toEqual({ ...typed });
    }),
  );
});
