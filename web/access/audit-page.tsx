import type { AuditEntry } from '#shared/access/audit.ts';
import { pathTo } from '#shared/access/routes.ts';
import { auditKindLabels, auditTexts } from '#shared/access/texts/audit.ts';
import { formatDay, formatInstant } from '#shared/language/format.ts';
import type { Day } from '#shared/period.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface AuditPageProps {
  readonly context: PageContext;
  readonly day: Day;
  /** The entries of the whole day, oldest first. */
  readonly entries: readonly AuditEntry[];
  /** Whether each entry follows the one before it. */
  readonly whole: boolean;
}

/** The page shows at most this many rows. The file has them all. */
const MOST_ROWS = 200;

/** A day of the district's audit, the newest first. */
export function AuditPage({ context, day, entries, whole }: AuditPageProps) {
  const { lang } = context;
  const t = auditTexts[lang];
  const shown = entries.slice(-MOST_ROWS).reverse();
  return (
    <Document title={`${t.title} ${formatDay(day)}`} context={context} wide>
      <h1>{`${t.title} ${formatDay(day)}`}</h1>
      {!whole && (
        <Alert title={t.title}>
          <p>{t.broken}</p>
        </Alert>
      )}
      <p class="lead">{t.lead}</p>
      <form class="sign-in" action={pathTo('/audit', {})}>
        <div class="field">
          <label for="day">{t.day}</label>
          <p id="day-hint" class="hint">
            {t.dayHint}
          </p>
          <input id="day" name="day" value={formatDay(day)} autocomplete="off" aria-describedby="day-hint" />
        </div>
        <p class="send">
          <button type="submit" class="quiet">
            {t.show}
          </button>
        </p>
      </form>
      {shown.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          {shown.length < entries.length && <p class="muted">{t.more(shown.length, entries.length)}</p>}
          <section class="scroll" aria-label={t.title} tabindex={0}>
            <table class="data">
              <thead>
                <tr>
                  {[t.number, t.time, t.kind, t.by, t.of, t.from].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map(({ number, at, kind, by, of, from }) => (
                  <tr key={number}>
                    <th scope="row">{number}</th>
                    <td>{formatInstant(at).slice('dd/mm/yyyy '.length)}</td>
                    <td>{auditKindLabels[lang][kind]}</td>
                    <td>{by ? `${by.user} (${by.unit})` : '—'}</td>
                    <td>{of ?? '—'}</td>
                    <td>{from}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {whole && <p class="muted">{t.whole}</p>}
        </>
      )}
      <p class="actions">
        <a href={pathTo('/audit/{day}', { day: `${day}.csv` })}>{t.csv}</a>{' '}
        <a href={pathTo('/directory/users', {})}>{t.accounts}</a>
      </p>
    </Document>
  );
}
