import { roleLabels } from '#shared/access/texts/roles.ts';
import type { ActionEvent } from '#shared/actions/action.ts';
import { actionEventLabels, actionsTexts } from '#shared/actions/texts/actions.ts';
import { seenWords } from '#shared/actions/texts/figure-words.ts';
import { formatDay, formatInstant, formatMonth, formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';

interface ActionHistoryProps {
  readonly events: readonly ActionEvent[];
  readonly indicator: IndicatorId;
  readonly lang: Lang;
}

/** Every step of an action, the newest first: what was done, when, by whom. */
export function ActionHistory({ events, indicator, lang }: ActionHistoryProps) {
  const t = actionsTexts[lang];
  return (
    <section>
      <h2>{t.history}</h2>
      <ol class="history" reversed>
        {events
          .map((event, at) => (
            <li key={`${at} ${event.at}`}>
              <b>{actionEventLabels[lang][event.kind]}</b>
              {event.kind === 'progress' && ` (${formatMonth(event.month, lang)})`}
              {event.kind === 'postpone' && ` (${formatDay(event.due)})`}, {formatInstant(event.at)},{' '}
              {roleLabels[lang][event.by.role]} ({event.by.user}){'words' in event && <p>{event.words}</p>}
              {event.kind === 'progress' && event.counted && (
                <p>
                  {t.counted}:{' '}
                  {t.countedWords(formatNumber(event.counted.done, lang), formatNumber(event.counted.of, lang))}
                </p>
              )}
              {event.kind === 'open' && (
                <p>
                  {event.plan.what}
                  {event.proposed && <span class="muted"> ({t.fromProposal})</span>}
                </p>
              )}
              {event.kind === 'close' && event.figure && (
                <p class="muted">{seenWords(indicator, event.figure, lang)}</p>
              )}
              {event.kind === 'close' && event.despite && (
                <p>
                  <b>{t.closedDespite}:</b> {event.despite}
                </p>
              )}
            </li>
          ))
          .toReversed()}
      </ol>
    </section>
  );
}
