import { demoLibrary } from '#infra/demo/library.ts';
import { practiceType } from '#shared/practice/parse-practice.ts';
import { practiceCell, practiceEnd } from '#shared/practice/practice.ts';
import { day, month } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import type { Examples } from '#test/web/examples.ts';
import { PracticePage } from '#web/practice/practice-page.tsx';
import { NotStandingPage } from '#web/prepare/not-standing-page.tsx';

const practice = { type: 'thon', startedAt: '2026-11-27T03:00:00.000Z' } as const;
const meetings = demoLibrary(month('2026-11')).filter(({ subject, types }) => subject === 'MAU' && types[0] === 'thon');
const none = { meetings: [], type: practiceType([]), typed: {}, errors: [] } as const;
const report = `${practiceCell}_${day('2026-11-26')}_regular` as const;

/** The page of the practice month, and another page that is marked as of one. */
export function practiceModels({ inCell, inCommune }: Contexts): Examples {
  const marked = { ...inCell, practice: { until: practiceEnd(practice) } };
  return {
    practice: () => <PracticePage context={inCell} {...none} typed={{ type: 'truong-hoc' }} />,
    'practice-mistake': () => (
      <PracticePage context={inCommune} {...none} errors={[{ field: 'type', code: 'required' }]} />
    ),
    'practice-over': () => <PracticePage context={inCommune} {...none} news="over" />,
    'practice-begun': () => (
      <PracticePage context={inCell} {...none} progress={{ practice, hasAgenda: false }} news="begun" />
    ),
    'practice-done': () => (
      <PracticePage context={inCell} {...none} meetings={meetings} progress={{ practice, hasAgenda: true, report }} />
    ),
    'practice-marked': () => <NotStandingPage context={marked} name="Chi bộ Tháng Tập" month={month('2026-12')} />,
  };
}
