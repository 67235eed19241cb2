import { formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { FromAgenda } from '#shared/prepare/report-from-agenda.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';

/** What marks the answers of a report's form that come from the agenda of the meeting, by field. */
export function agendaHints(from: FromAgenda | undefined, lang: Lang): Readonly<Record<string, string>> {
  const t = prepareTexts[lang];
  return Object.fromEntries(
    Object.entries(from ?? {}).map(([name, day]) => [
      name,
      typeof day === 'string' ? t.fromAgendaOn(formatDay(day)) : t.fromAgenda,
    ]),
  );
}
