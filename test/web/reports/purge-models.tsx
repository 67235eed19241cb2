import { district } from '#infra/demo/units.ts';
import type { Purge } from '#shared/reports/purge.ts';
import type { ReportId } from '#shared/reports/report.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { PurgePage } from '#web/reports/purge-page.tsx';

const report: ReportId = `${cell.id}_2025-11-03_regular` as ReportId;
const step = { id: report, upTo: 2, at: '2025-11-24T02:15:00.000Z' } as const;
const by = (user: string) => ({ user, role: 'district', unit: district.id }) as const;
const asked: Purge = { upTo: 2, asked: { ...step, step: 'asked', by: by('district'), why: 'secret' } };
const purged: Purge = {
  ...asked,
  approved: { ...step, step: 'approved', by: by('district-2') },
  purged: { ...step, step: 'purged' },
};

/** The page on which two people of the district purge a report, at each step. */
export function purgeModels({ inDistrict: context }: Contexts): Examples {
  return {
    'purge-ask': () => <PurgePage context={context} id={report} revision={2} purges={[]} />,
    'purge-approve': () => (
      <PurgePage context={context} id={report} revision={2} purges={[{ ...asked, standing: 'second' }]} />
    ),
    'purge-own': () => (
      <PurgePage context={context} id={report} revision={2} purges={[{ ...asked, standing: 'asker' }]} />
    ),
    'purge-same-hand': () => (
      <PurgePage context={context} id={report} revision={2} purges={[{ ...asked, standing: 'same-hand' }]} />
    ),
    'purge-done': () => (
      <PurgePage context={context} id={report} revision={3} purges={[{ ...purged, standing: 'asker' }]} />
    ),
  };
}
