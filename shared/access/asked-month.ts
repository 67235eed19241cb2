import type { RouteKey } from '#shared/access/routes.ts';
import { lastMonthOf, type Month, monthOf, parseDay, parseMonth, parsePeriod } from '#shared/period.ts';

type Named = Readonly<Record<string, string | undefined>>;

/**
 * The month that a request is about; it decides which communes a working group sees. It is the month of the board or
 * scorecard, of the meeting that was reported or visited, or of the visit that is sent. `undefined` if the request
 * names none; then it is about today.
 *
 * It is read only where the route's own action reads it: a month that is merely added to an address grants nothing.
 */
export function askedMonth(
  route: RouteKey,
  { params, query, body }: { readonly params: Named; readonly query: Named; readonly body: Named },
): Month | undefined {
  switch (route) {
    case 'GET /months/{month}':
      return parseMonth(params['month'] ?? '');
    case 'GET /scorecards/{unit}/{month}': {
      const period = parsePeriod(params['month']?.split('.')[0] ?? '');
      return period && lastMonthOf(period);
    }
    case 'GET /reports/{id}':
    case 'POST /reports/{id}':
    case 'GET /reports/{id}/minutes.docx':
    case 'GET /reports/{id}/minutes.pdf':
    case 'GET /reports/{id}/resolution.docx':
    case 'GET /reports/{id}/resolution.pdf':
    case 'GET /reports/{id}/papers':
    case 'GET /visits/{id}':
      return monthIn(params['id']);
    case 'GET /tasks': {
      const period = parsePeriod(query['month'] ?? '');
      return period && lastMonthOf(period);
    }
    case 'GET /reviews':
    case 'POST /reviews':
    case 'GET /visits':
    case 'GET /officers':
    case 'GET /groups':
    case 'GET /guidance':
    case 'GET /prepare':
    case 'GET /prepare.pdf':
      return parseMonth(query['month'] ?? '');
    case 'GET /guidance/files/{file}':
      return parseMonth(params['file']?.split('_')[0] ?? '');
    case 'GET /visits/new':
      return monthIn(query['visit']);
    case 'POST /visits':
      return body['action'] === 'drop' ? monthIn(body['visit']) : monthIn(`_${body['date'] ?? ''}`);
    default:
      return undefined;
  }
}

/** The month of the day in an id: `…_2021-02-03_regular`. */
function monthIn(id = ''): Month | undefined {
  const day = parseDay(id.split('_')[1] ?? '');
  return day && monthOf(day);
}
