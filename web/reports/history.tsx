import type { Lang } from '#shared/language/lang.ts';
import type { Revision } from '#shared/reports/report.ts';
import { reportTexts } from '#shared/reports/texts/report.ts';
import { Deed } from '#web/reports/deed.tsx';

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
            {t.revision(revision)}: <Deed deed={{ state, by, at }} lang={lang} />
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
