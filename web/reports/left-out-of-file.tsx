import type { Lang } from '#shared/language/lang.ts';
import { fileFields } from '#shared/reports/files/file-fields.ts';
import type { ReportFile } from '#shared/reports/files/read-report-file.ts';
import { columnTexts, reportFileTexts } from '#shared/reports/files/texts/report-files.ts';
import { labelInFile } from '#web/reports/file-words.ts';

/** More lines are not shown: a page must not grow with a file. */
const MOST_LINES = 100;

/** What of a file is no report, and how its columns are read. */
export function LeftOutOfFile({ lang, file: { list, blank } }: { readonly lang: Lang; readonly file: ReportFile }) {
  const t = reportFileTexts[lang];
  const read = (field: string | undefined) =>
    field !== undefined && Object.hasOwn(fileFields, field) ? labelInFile(field, lang) : undefined;
  const columns = list.sheets.flatMap(({ head }) => head?.columns ?? []);
  const unread = columns.filter(
    ({ field }) => !read(field) && field !== 'number' && field !== 'name' && field !== 'id',
  );
  return (
    <>
      {list.leftOut.length + blank.length > 0 && (
        <section>
          <h3>{t.leftOutTitle}</h3>
          <ul>
            {blank.length > 0 && <li>{t.blank(blank.slice(0, MOST_LINES).join('; '))}</li>}
            {list.leftOut.slice(0, MOST_LINES).map(({ sheet, row, text }) => (
              <li key={`${sheet} ${row}`}>{t.leftOut(row, text)}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{t.columns}</h3>
        <ul>
          {columns.slice(0, MOST_LINES).map(({ name, title, field }) => (
            <li key={`${name} ${title}`}>
              {name} “{title}”:{' '}
              {read(field) ?? columnTexts[lang][field as keyof (typeof columnTexts)['vi']] ?? t.notRead}
            </li>
          ))}
        </ul>
        {unread.length > 0 && <p class="hint">{t.totals}</p>}
      </section>
    </>
  );
}
