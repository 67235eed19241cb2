import { roleLabels } from '#shared/access/texts/roles.ts';
import { formatInstant } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Revision } from '#shared/reports/report.ts';
import { reportTexts } from '#shared/reports/texts/report.ts';
import { StateTag } from '#web/reports/state-tag.tsx';

type PastRevision = Omit<Revision, 'report'>;

/** Lists every step of the report, newest first: who, when and why. */
export function History({ history, lang }: { readonly history: readonly PastRevision[]; readonly lang: Lang }) {
  const t = reportTexts[lang];
  return (
    <section>
      <h2>{t.history}</h2>
      <ol class="history" reversed>
        {history.toReversed().map(({ revision, state, by, at, reason }) => (
          <li key={revision}>
            {t.revision(revision)}: <StateTag state={state} late={false} lang={lang} /> {formatInstant(at)},{' '}
            {roleLabels[lang][by.role]} ({by.user})
            {reason && (
              <p>
                {t.reason}: {reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
