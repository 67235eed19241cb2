import type { Answer } from '#functions/http/answer.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { Deps } from '#functions/scorecards/deps.ts';
import { toCsv } from '#functions/scorecards/formats/to-csv.ts';
import { toJson } from '#functions/scorecards/formats/to-json.ts';
import { toXlsx } from '#functions/scorecards/formats/to-xlsx.ts';
import { may } from '#shared/may.ts';
import { addMonths, type Month, monthAt, parseMonth } from '#shared/period.ts';
import { regimeIn } from '#shared/regimes.ts';
import type { Scorecard } from '#shared/scorecard.ts';
import { isUnitId } from '#shared/units.ts';
import { ScorecardPage } from '#web/pages/scorecard-page.tsx';

const formats = ['csv', 'xlsx', 'json'] as const;
type Format = (typeof formats)[number];

/** A unit's scorecard as a page, or as a file by the ending of the address: `/scorecards/hiep-hoa/2021-02.xlsx`. */
export const showScorecard: Action<Deps> = async ({ params, viewer, lang, now }, { scorecards }) => {
  const unit = params['unit'] ?? '';
  const asked = readMonth(params['month'] ?? '');
  if (!isUnitId(unit) || !asked || !may(viewer, 'see', unit)) return problem('not-found', lang);
  const scorecard = await scorecards.current(unit, asked.month);
  if (!scorecard) return problem('no-scorecard', lang);
  return asked.format ? download(scorecard, asked.format) : page(scorecard, monthAt(now));
};

/** The HTTP API gives a path's last part whole: the month with the ending. */
function readMonth(text: string): { readonly month: Month; readonly format?: Format } | undefined {
  const [name = '', ending, ...more] = text.split('.');
  const month = parseMonth(name);
  const format = formats.find((each) => each === ending);
  if (!month || more.length > 0 || (ending !== undefined && !format)) return undefined;
  return { month, ...(format && { format }) };
}

function page(scorecard: Scorecard, current: Month): Answer {
  const { month } = scorecard;
  const [previous, next] = [addMonths(month, -1), addMonths(month, 1)];
  return {
    status: 200,
    json: scorecard,
    page: (context) => (
      <ScorecardPage
        context={context}
        scorecard={scorecard}
        {...(regimeIn(previous) && { previousMonth: previous })}
        {...(next <= current && { nextMonth: next })}
      />
    ),
  };
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const satisfies Record<Format, string>;

async function download(scorecard: Scorecard, format: Format): Promise<Answer> {
  const write = {
    csv: () => toCsv(scorecard),
    xlsx: () => toXlsx(scorecard),
    json: () => toJson(scorecard),
  };
  const body = await write[format]();
  const name = `bang-diem_${scorecard.unit}_${scorecard.month}.${format}`;
  return { status: 200, file: { body, type: types[format], name }, audit: [{ kind: 'exported', of: name }] };
}
