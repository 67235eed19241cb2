import { pathTo } from '#shared/access/routes.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import { formatDay, formatInstant } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { MatterEvent } from '#shared/matters/matter.ts';
import { matterEventLabels, mattersTexts } from '#shared/matters/texts/matters.ts';
import { matterWords } from '#web/matters/matter-words.ts';

/** Every step of a matter, the newest first: what was done, when, by whom, and the answer. */
export function MatterHistory({ events, lang }: { readonly events: readonly MatterEvent[]; readonly lang: Lang }) {
  const t = mattersTexts[lang];
  return (
    <section>
      <h2>{t.history}</h2>
      <ol class="history" reversed>
        {events
          .map((event, at) => (
            <li key={`${at} ${event.at}`}>
              <b>{matterEventLabels[lang][event.kind]}</b>, {formatInstant(event.at)}, {roleLabels[lang][event.by.role]}{' '}
              ({event.by.user})
              {event.kind === 'merge' && (
                <p>
                  <a href={pathTo('/matters/{id}', { id: event.into })}>{t.mergedInto}</a>
                </p>
              )}
              {'said' in event && <p>{matterWords(event.said, lang)}</p>}
              {'answer' in event && event.answer && <p>{event.answer}</p>}
              {event.kind === 'progress' && event.promised && (
                <p>
                  {t.promised} {formatDay(event.promised)}
                </p>
              )}
            </li>
          ))
          .toReversed()}
      </ol>
    </section>
  );
}
