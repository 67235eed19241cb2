import { day, month } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import type { Examples } from '#test/web/examples.ts';
import { ClosedPage } from '#web/proposals/closed-page.tsx';
import { ProposePage } from '#web/proposals/propose-page.tsx';

const page = {
  code: '7k03-m112-9xyz',
  cellName: 'chi bộ thôn Thanh Bình',
  month: month('2026-12'),
  until: day('2026-12-03'),
  answers: [
    { number: 1, state: 'agenda' },
    { number: 2, state: 'replied', reply: 'xã làm trong tháng 12' },
  ],
  typed: {},
  errors: [],
} as const;

/** The pages that a code opens, or does not. */
export function proposalModels({ outside }: Contexts): Examples {
  return {
    propose: () => <ProposePage context={outside} {...page} />,
    proposed: () => <ProposePage context={outside} {...page} sent={3} answers={[]} />,
    'propose-mistake': () => <ProposePage context={outside} {...page} errors={[{ field: 'text', code: 'required' }]} />,
    'propose-full': () => <ProposePage context={outside} {...page} typed={{ text: 'Làm đường' }} problem="full" />,
    'propose-wait': () => (
      <ProposePage context={outside} {...page} typed={{ text: 'Làm đường' }} problem={{ minutes: 1 }} />
    ),
    'proposals-closed': () => <ClosedPage context={outside} typed="Làm đường" />,
    'proposals-wait': () => <ClosedPage context={outside} typed="" minutes={16} />,
  };
}
