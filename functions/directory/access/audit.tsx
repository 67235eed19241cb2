import type { Answer } from '#functions/http/answer.ts';
import { type Columns, describedBy, METADATA, metadataFile } from '#functions/http/csv-columns.ts';
import { csvRow } from '#functions/http/csv-row.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { AuditStore } from '#functions/store/audit-store.ts';
import { type AuditEntry, faultsOf } from '#shared/access/audit.ts';
import { type Day, dayAt, parseDay } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';
import { AuditPage } from '#web/access/audit-page.tsx';

interface Deps {
  readonly audit: Pick<AuditStore, 'day'>;
}

/** Shows one day of the district's audit as a page, or with `.csv` as a file. The default day is today. */
export const showAudit: Action<Deps> = async ({ params, query, viewer, lang, now }, { audit }) => {
  const [, name = '', ending] =
    /^(.*?)(\.csv(?:-metadata\.json)?)?$/.exec(params['day'] ?? query['day'] ?? dayAt(now)) ?? [];
  const day = parseDay(name);
  if (!day) return problem('not-found', lang);
  if (ending?.endsWith(METADATA)) return { status: 200, file: metadataFile(`${day}.csv`, columns) };
  const entries = await audit.day(viewer.unit, day);
  if (ending) return download(viewer.unit, day, entries);
  const whole = faultsOf(entries).length === 0;
  return {
    status: 200,
    json: { district: viewer.unit, day, whole, entries },
    page: (context) => <AuditPage context={context} day={day} entries={entries} whole={whole} />,
  };
};

/** The columns of a day's file. */
const columns = {
  number: { type: 'whole', vi: 'Số trong ngày, từ 1', en: 'Number in the day, from 1' },
  at: { type: 'instant', vi: 'Thời điểm', en: 'When' },
  kind: { type: 'text', vi: 'Loại việc', en: 'What kind of event' },
  user: { type: 'text', vi: 'Tài khoản', en: 'The account' },
  role: { type: 'text', vi: 'Vai trò', en: 'Its role' },
  unit: { type: 'text', vi: 'Đơn vị của tài khoản', en: 'Its unit' },
  of: { type: 'text', vi: 'Đối tượng', en: 'Of what' },
  from: { type: 'text', vi: 'Địa chỉ (rút gọn)', en: 'Address, shortened' },
  previous: { type: 'text', vi: 'Mã băm của việc trước', en: 'Digest of the entry before' },
  digest: { type: 'text', vi: 'Mã băm của việc này', en: 'Digest of the entry' },
} as const satisfies Columns;

function download(district: UnitId, day: Day, entries: readonly AuditEntry[]): Answer {
  const name = `nhat-ky_${district}_${day}.csv`;
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
  const body = `\uFEFF${csvRow(Object.keys(columns))}${lines.join('')}`;
  return {
    status: 200,
    headers: describedBy(`${day}.csv${METADATA}`),
    file: { body, type: 'text/csv; charset=utf-8', name },
    audit: [{ kind: 'exported', of: name }],
  };
}
