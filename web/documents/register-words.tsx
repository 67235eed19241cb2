import { roleLabels } from '#shared/access/texts/roles.ts';
import { type DocumentKind, type NumberEntry, type PublishedEntry, signs } from '#shared/documents/register.ts';
import { papersTexts } from '#shared/documents/texts/papers.ts';
import { formatDay, formatInstant } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Day } from '#shared/period.ts';

interface NumberWordsProps {
  readonly kind: DocumentKind;
  readonly given: NumberEntry | undefined;
  readonly lang: Lang;
}

/** A document's number with its signs, and who gave it; or that it has none. */
export function NumberWords({ kind, given, lang }: NumberWordsProps) {
  const t = papersTexts[lang];
  if (!given) return <span class="muted">{t.noNumber}</span>;
  const { said, by, at } = given;
  return (
    <>
      <b>{`${String(said.number).padStart(2, '0')}-${signs[kind]}/CB`}</b>{' '}
      <span class="muted">({t.given(formatInstant(at), `${roleLabels[lang][by.role]} (${by.user})`)})</span>
    </>
  );
}

interface PublishedWordsProps {
  readonly published: PublishedEntry | undefined;
  /** The last day in time; absent where the norms of the month ask for none. */
  readonly until: Day | undefined;
  readonly today: Day;
  readonly lang: Lang;
}

/** When the result of a meeting was published and whether in time; or until when it is to be. */
export function PublishedWords({ published, until, today, lang }: PublishedWordsProps) {
  const t = papersTexts[lang];
  if (!published) {
    const due = until && (today > until ? t.overdue(formatDay(until)) : t.until(formatDay(until)));
    return <>{[t.notPublished, ...(due ? [due] : [])].join('; ')}</>;
  }
  const { said, by, at } = published;
  const kept = until && (said.on > until ? t.late : t.inTime);
  return (
    <>
      {[t.publishedOn(formatDay(said.on)), ...(kept ? [kept] : [])].join(', ')}{' '}
      <span class="muted">
        ({formatInstant(at)}, {roleLabels[lang][by.role]} ({by.user}))
      </span>
    </>
  );
}
