import { schemeBaseline } from '#infra/demo/scheme.ts';
import type { JudgedWords } from '#shared/documents/judged-words.ts';
import { addMonths, type Day, type Month, monthsBetween } from '#shared/period.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { summaryOf } from '#shared/summaries/summary.ts';
import { summaryGenerated } from '#shared/summaries/summary-document.ts';
import type { Contexts } from '#test/web/contexts.ts';
import type { Examples } from '#test/web/examples.ts';
import { demoScorecards } from '#test/web/scorecards/demo-scorecards.ts';
import { BaselinePage } from '#web/scorecards/baseline-page.tsx';
import { SummaryPage } from '#web/summaries/summary-page.tsx';

const span = { from: '2018-03' as Month, to: '2021-02' as Month };

type Errors = Parameters<typeof SummaryPage>[0]['form']['errors'];
interface Shown {
  readonly isEmpty?: boolean;
  readonly errors?: Errors;
  readonly wrongWords?: Errors;
  readonly words?: JudgedWords;
  readonly mayEdit?: boolean;
  readonly stale?: boolean;
}

const own = { causes: 'Chi ủy nhiều nơi chưa chủ động chuẩn bị nội dung.' };
const wroteBy = { user: 'district', role: 'district', unit: 'hiep-hoa' } as const;
const at = '2021-03-11T02:00:00.000Z';

/** A span summed up: with a year from before the regime, empty, and asked for wrongly. */
export function summaryModels({ inDistrict }: Contexts): Examples {
  const page = ({
    isEmpty = false,
    errors = [],
    wrongWords = [],
    words,
    mayEdit = true,
    stale = false,
  }: Shown = {}) => {
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
    const wordsForm = { lang: inDistrict.lang, typed: { ...summaryGenerated(facts), ...words }, errors: wrongWords };
    return (
      <SummaryPage
        context={inDistrict}
        {...{ facts, form, wordsForm, mayEdit, stale }}
        revisions={
          words ? [{ ...{ unit: 'hiep-hoa', ...span, revision: 1, words, figures: 'x' }, by: wroteBy, at }] : []
        }
        changed={words !== undefined}
        done={false}
      />
    );
  };
  const entering = (shown: Partial<Parameters<typeof BaselinePage>[0]> = {}) => (
    <BaselinePage
      context={inDistrict}
      unit={{ id: 'hiep-hoa', name: 'huyện Hiệp Hòa' }}
      entered={schemeBaseline()}
      form={{ lang: inDistrict.lang, typed: {}, errors: [] }}
      baseRevision={0}
      firstJudged={'2019-03' as Month}
      done={false}
      {...shown}
    />
  );
  const [first] = schemeBaseline();
  return {
    'months before a regime': () => entering(),
    'months before a regime, none entered': () => entering({ entered: [], done: true }),
    'a month before a regime that was typed wrongly': () =>
      entering({
        form: {
          lang: inDistrict.lang,
          typed: { month: '03/2019', cells: '10', held: '11' },
          errors: [
            { field: 'month', code: 'month-with-regime' },
            { field: 'held', code: 'too-large', params: { max: 10 } },
          ],
        },
      }),
    'a month before a regime that somebody else entered': () => entering({ ...(first && { stored: first }) }),
    'a summary': () => page(),
    'a summary of months without figures': () => page({ isEmpty: true }),
    'a summary, asked for wrongly': () =>
      page({ isEmpty: true, errors: [{ field: 'to', code: 'not-a-span', params: { max: 120 } }] }),
    'a summary with somebody’s words': () => page({ words: own }),
    'a summary, to read': () => page({ words: own, mayEdit: false }),
    'a summary with words that are too long': () =>
      page({ words: own, wrongWords: [{ field: 'causes', code: 'too-long', params: { max: 1500 } }] }),
    'a summary with words that somebody else has stored': () => page({ words: own, stale: true }),
  };
}
