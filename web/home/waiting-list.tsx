import { homeTexts } from '#shared/home/texts/home.ts';
import { pathOfWaiting, type Waiting } from '#shared/home/waiting.ts';
import { formatInstant, formatMonth, formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Duty } from '#shared/reminders/duties.ts';
import { pathOfDuty } from '#shared/reminders/duties.ts';
import type { UnitId } from '#shared/units/units.ts';
import { CountedLink } from '#web/components/counted-link.tsx';
import { DutyLink } from '#web/reminders/duty-link.tsx';

interface WaitingListProps {
  readonly unit: UnitId;
  readonly duties: readonly Duty[];
  readonly waiting: readonly Waiting[];
  readonly lang: Lang;
}

/** All that waits: the reader's own duties first, then what waits elsewhere, each counted and with the link to those. */
export function WaitingList({ unit, duties, waiting, lang }: WaitingListProps) {
  const t = homeTexts[lang];
  if (duties.length + waiting.length === 0) return <p>{t.nothing}</p>;
  return (
    <section aria-label={t.waiting}>
      <ul class="todo">
        {duties.map((duty) => (
          <li key={duty.kind + pathOfDuty(duty)}>
            <DutyLink duty={duty} lang={lang} />
          </li>
        ))}
        {waiting.map((each) => {
          const href = pathOfWaiting(each, unit);
          const { words, note } = wordsOf(each, lang);
          return (
            <li key={href}>
              <CountedLink
                count={each.kind === 'uncounted-reviews' ? '…' : formatNumber(each.count, lang)}
                words={words}
                {...(note && { note })}
                href={href}
                urgent={each.kind === 'calls' ? each.late : each.kind === 'matters' || each.kind === 'actions'}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function reviewsNote({ month, countedAt }: Extract<Waiting, { kind: 'reviews' }>, lang: Lang): string {
  const of = formatMonth(month, lang);
  return countedAt ? `${of}, ${homeTexts[lang].countedAt(formatInstant(countedAt))}` : of;
}

function wordsOf(waiting: Waiting, lang: Lang): { readonly words: string; readonly note?: string } {
  const t = homeTexts[lang];
  if (waiting.kind === 'uncounted-reviews') {
    return { words: t.reviewsUncounted, note: formatMonth(waiting.month, lang) };
  }
  const { count } = waiting;
  switch (waiting.kind) {
    case 'matters':
      return {
        words: waiting.level ? t.mattersAtCommunes(count) : t.mattersOverdue(count),
        note: t.oldest(waiting.days),
      };
    case 'visits':
      return { words: t.visitsDue(count) };
    case 'actions':
      return { words: t.actionsOverdue(count) };
    case 'reviews':
      return { words: t.reviews(count), note: reviewsNote(waiting, lang) };
    case 'tasks':
      return { words: t.tasksOverdue(count), note: t.asMeetings(formatMonth(waiting.month, lang)) };
    case 'calls':
      return { words: t.calls(count), note: t.callsOf(formatMonth(waiting.month, lang)) };
  }
}
