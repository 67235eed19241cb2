import { formatDay } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { proposalsTexts } from '#shared/proposals/texts/proposals.ts';
import type { UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { MoreSection } from '#web/components/more-section.tsx';
import type { PageContext } from '#web/context.ts';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { Help } from '#web/practice/help.tsx';
import { AnswerForm } from '#web/proposals/answer-form.tsx';
import { CodeCard } from '#web/proposals/code-card.tsx';
import type { LedProposals } from '#web/proposals/led-proposals.ts';
import { OpeningForm } from '#web/proposals/opening-form.tsx';

interface ProposalsSectionProps {
  readonly context: PageContext;
  readonly cell: UnitId;
  readonly month: Month;
  readonly counts: { readonly received: number; readonly answered: number };
  readonly led?: LedProposals;
}

/** What members propose before a meeting: how many for everybody; for the cell its code, the words, and the answers. */
export function ProposalsSection({ context, cell, month, counts, led }: ProposalsSectionProps) {
  const { lang } = context;
  const t = proposalsTexts[lang];
  if (!led && counts.received === 0) return null;
  return (
    <MoreSection
      id="proposals"
      title={t.section}
      open={counts.received > 0 || (led !== undefined && (led.isOpen || led.errors.length > 0 || led.stale === true))}
      printed={led !== undefined && (counts.received > 0 || led.code !== undefined)}
    >
      {counts.received > 0 && <p>{t.counts(counts.received, counts.answered)}</p>}
      {led && <Led context={context} cell={cell} month={month} led={led} />}
    </MoreSection>
  );
}

function Led({ context, cell, month, led }: Required<Omit<ProposalsSectionProps, 'counts'>>) {
  const { lang } = context;
  const t = proposalsTexts[lang];
  const { list, isOpen, until, mostDays, code, typed, errors } = led;
  const names: Readonly<Record<string, string>> = { days: t.days };
  const nameOf = (field: string) => names[field] ?? t.reply(Number(field.split('.')[1] ?? 0));
  return (
    <>
      <RowMistakes form={{ lang, typed, errors }} title={t.notDone} nameOf={nameOf} />
      {led.stale && <Alert title={t.stale} focused />}
      {list.length > 0 && (
        <ol class="rows">
          {list.map((proposal) => (
            <li key={proposal.number} value={proposal.number}>
              {proposal.text} <span class="muted">{formatDay(proposal.on)}</span>
              {proposal.answer && <b> {t.answer(proposal.answer.state, proposal.answer.reply ?? '')}</b>}
              {proposal.answer ? (
                <details class="noprint">
                  <summary>{t.otherAnswer(proposal.number)}</summary>
                  <AnswerForm {...{ context, cell, month, proposal, led }} />
                </details>
              ) : (
                <AnswerForm {...{ context, cell, month, proposal, led }} />
              )}
            </li>
          ))}
        </ol>
      )}
      <div class="noprint">
        <Help context={context} of="proposals" />
        <p>{isOpen && until ? t.openNow(formatDay(until)) : mostDays === 0 ? t.over : t.closedNow}</p>
        {isOpen && !code && <p>{t.lostCode}</p>}
        {mostDays > 0 && <OpeningForm {...{ context, cell, month, led }} />}
      </div>
      {code && <CodeCard {...code} lang={lang} />}
    </>
  );
}
