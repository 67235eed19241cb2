import type { RegisterEntry } from '#shared/documents/register.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import { day } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import type { PageContext } from '#web/context.ts';
import { PapersPage } from '#web/documents/papers-page.tsx';

const report = { cell: cell.id, date: day('2025-11-03'), kind: 'regular', resolution: 'resolution' } as const;
const id = reportIdOf(report);
const entered: Omit<RegisterEntry, 'said'> = {
  cell: cell.id,
  revision: 1,
  by: { user: 'thanh-van.thanh-binh', role: 'cell', unit: cell.id },
  at: '2025-11-04T02:15:00.000Z',
};

function papersPage(context: PageContext, changes: Partial<Parameters<typeof PapersPage>[0]> = {}) {
  return (
    <PapersPage
      context={context}
      report={report}
      id={id}
      cellName="Chi bộ thôn Thanh Bình"
      documents={[
        { kind: 'minutes', given: undefined, next: 8 },
        { kind: 'resolution', given: undefined, next: 15 },
      ]}
      published={undefined}
      term={undefined}
      today={day('2025-11-07')}
      baseRevision={3}
      mayEnter={true}
      form={{ lang: context.lang, typed: {}, errors: [] }}
      stale={false}
      {...changes}
    />
  );
}

/** The documents of a report: before anything is entered, after, refused, and for who only reads. */
export function documentModels({ inCommune: context, inDistrict }: Contexts): Examples {
  const { lang } = context;
  return {
    papers: () => papersPage(context),
    'papers-entered': () =>
      papersPage(context, {
        documents: [
          {
            kind: 'minutes',
            given: { ...entered, said: { kind: 'number', report: id, document: 'minutes', number: 7 } },
            next: 8,
          },
        ],
        published: { ...entered, said: { kind: 'published', report: id, on: day('2025-11-05') } },
        term: day('2025-04-01'),
      }),
    'papers-refused': () =>
      papersPage(context, {
        form: { lang, typed: { minutes: '7' }, errors: [{ field: 'minutes', code: 'number-taken' }] },
      }),
    'papers-stale': () => papersPage(context, { form: { lang, typed: { minutes: '8' }, errors: [] }, stale: true }),
    'papers-read': () => papersPage(inDistrict, { mayEnter: false, report: { ...report, resolution: 'none' } }),
  };
}
