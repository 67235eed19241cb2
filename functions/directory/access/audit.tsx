import type { Answer } from '#functions/http/answer.ts';
import { csvRow } from '#functions/http/csv-row.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { AuditStore } from '#functions/store/audit-store.ts';
import { type AuditEntry, faultsOf } from '#shared/access/audit.ts';
import { dayAt, parseDay } from '#shared/period.ts';
import { AuditPage } from '#web/access/audit-page.tsx';

interface Deps {
  readonly audit: Pick<AuditStore, 'day'>;
}

/** Shows one day of the district's audit as a page, or with `.csv` as a file. The default day is today. */
export const showAudit: Action<Deps> = async ({ params, query, viewer, lang, now }, { audit }) => {
  const [, name = '', ending] = /^(.*?)(\.csv)?$/.exec(params['day'] ?? query['day'] ?? dayAt(now)) ?? [];
  const day = parseDay(name);
  if (!day) return problem('not-found', lang);
  const entries = await audit.day(viewer.unit, day);
  if (ending) return download(`nhat-ky_${viewer.unit}_${day}.csv`, entries);
  const whole = faultsOf(entries).length === 0;
  return {
    status: 200,
    json: { district: viewer.unit, day, whole, entries },
    page: (context) => <AuditPage context={context} day={day} entries={entries} whole={whole} />,
  };
};

const head = ['number', 'at', 'kind', 'user', 'role', 'unit', 'of', 'from', 'previous', 'digest'];

function download(name: string, entries: readonly AuditEntry[]): Answer {
  const lines = entries.map(({ number, at, kind, by, of, from, previous, digest }) =>
    csvRow([
      number,
      at,
      kind,
      by?.user ?? null,
      by?.role ?? null,
      by?.unit ?? null,
      of ?? null,
      from,
      previous,
      digest,
    ]),
  );
  const body = `\uFEFF${csvRow(head)}${lines.join('')}`;
  return {
    status: 200,
    file: { body, type: 'text/csv; charset=utf-8', name },
    audit: [{ kind: 'exported', of: name }],
  };
}
