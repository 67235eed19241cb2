import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatDay, formatInstant, formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { dayAt, type Instant, isMonth } from '#shared/period.ts';
import { findFraction } from '#shared/scorecards/find-indicator.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { scorecardTexts } from '#shared/scorecards/texts/scorecard.ts';
import { withoutReport } from '#shared/scorecards/without-report.ts';
import { BehindNote } from '#web/components/behind-note.tsx';
import type { RelatedUnit } from '#web/components/lineage-note.tsx';
import { SuccessorLinks } from '#web/scorecards/successor-links.tsx';

interface StandingProps {
  readonly scorecard: Scorecard;
  /** The figures are older than they should be. */
  readonly behind?: boolean | undefined;
  /** When a live month closes. */
  readonly closing?: Instant | undefined;
  /** The latest official revision. */
  readonly newestRevision?: number | undefined;
  readonly successors?: readonly RelatedUnit[] | undefined;
  readonly lang: Lang;
}

/** Shows whether the figures may still change, who has not reported, and which revisions exist. */
export function Standing({ scorecard, behind = false, closing, newestRevision = 0, successors, lang }: StandingProps) {
  const { unit, name, month, status, revision, generatedAt, indicators } = scorecard;
  const t = scorecardTexts[lang];
  const due = findFraction(indicators, 'reported')?.denominator;
  const { notDue, missing } = withoutReport(indicators);
  const number = (count: number) => formatNumber(count, lang);
  const at = formatInstant(generatedAt);
  const missingWords = isMonth(month) ? t.glanceMissing : t.glanceMissingMonths;
  return (
    <>
      <p class="lead">
        <b>{capitalized(name)}.</b>
        <SuccessorLinks successors={successors} lang={lang} />{' '}
        <b>{status === 'official' ? t.official(revision) : t.live}.</b>{' '}
        {status === 'official' ? t.officialMore(at) : t.liveMore(at)} {closing && t.closes(formatDay(dayAt(closing)))}{' '}
        {due !== undefined && notDue > 0 && `${t.glanceNotDue(number(notDue), number(due))} `}
        {due !== undefined && (missing > 0 || notDue === 0) && missingWords(number(missing), number(due))}
      </p>
      {behind && <BehindNote since={generatedAt} lang={lang} />}
      {newestRevision > 1 && (
        <p>
          {revision < newestRevision && <b>{t.superseded(newestRevision)} </b>}
          {t.revisions}:{' '}
          {Array.from({ length: newestRevision }, (_, at) => (
            <span key={at}>
              {at > 0 && ', '}
              <a href={pathTo('/scorecards/{unit}/{month}', { unit, month }, { revision: String(at + 1) })}>
                {t.revision(at + 1)}
              </a>
            </span>
          ))}
          .
        </p>
      )}
    </>
  );
}
