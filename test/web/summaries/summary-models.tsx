import { schemeBaseline } from '#infra/demo/scheme.ts';
import { addMonths, type Day, type Month, monthsBetween } from '#shared/period.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { summaryOf } from '#shared/summaries/summary.ts';
import type { Contexts } from '#test/web/contexts.ts';
import type { Examples } from '#test/web/examples.ts';
import { demoScorecards } from '#test/web/scorecards/demo-scorecards.ts';
import { SummaryPage } from '#web/summaries/summary-page.tsx';

const span = { from: '2018-03' as Month, to: '2021-02' as Month };

/** A span summed up: with a year from before the regime, empty, and asked for wrongly. */
export function summaryModels({ inDistrict }: Contexts): Examples {
  const page = (isEmpty: boolean, errors: Parameters<typeof SummaryPage>[0]['form']['errors'] = []) => {
    const { ofDistrict, districtBefore } = demoScorecards();
    const scorecards = isEmpty
      ? []
      : monthsBetween(addMonths(span.from, 12), span.to).map((month, at) => ({
          ...(at % 2 === 0 ? ofDistrict : districtBefore),
          ...{ month, regime: 'de-an-06' },
        }));
    const baselines = isEmpty ? [] : schemeBaseline();
    const facts = {
      ...{ unit: 'hiep-hoa', name: 'huyện Hiệp Hòa', today: '2021-03-11' as Day, generated: true },
      summary: summaryOf(span, scorecards, baselines),
      months: isEmpty ? [] : trendOf(span, scorecards, baselines).months,
    };
    const form = { lang: inDistrict.lang, typed: { from: '03/2018', to: '02/2021' }, errors };
    return <SummaryPage context={inDistrict} facts={facts} form={form} />;
  };
  return {
    'a summary': () => page(false),
    'a summary of months without figures': () => page(true),
    'a summary, asked for wrongly': () => page(true, [{ field: 'to', code: 'not-a-span', params: { max: 120 } }]),
  };
}
