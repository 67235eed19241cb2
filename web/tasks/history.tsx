import { pathTo } from '#shared/access/routes.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import { formatDay, formatInstant } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { TaskNews } from '#shared/reports/tasks.ts';
import { taskNewsLabels, taskTexts } from '#shared/tasks/texts/tasks.ts';
import { newsWords } from '#web/tasks/task-words.ts';

/** All that was said of a task after it was given, the newest first: at which meeting, or by whom between them. */
export function TaskHistory({ news, lang }: { readonly news: readonly TaskNews[]; readonly lang: Lang }) {
  if (news.length === 0) return null;
  const t = taskTexts[lang];
  return (
    <section>
      <h2>{t.history}</h2>
      <ol class="history" reversed>
        {news
          .map((each) => {
            const { report, row, word, date, status } = each;
            const words = newsWords(each, lang);
            return (
              <li key={`${report ?? word?.at} ${row ?? word?.revision} ${status}`}>
                <b>{taskNewsLabels[lang][status]}</b>,{' '}
                {report ? (
                  <a href={pathTo('/reports/{id}', { id: report })}>
                    {t.meeting.toLowerCase()} {formatDay(date)}
                  </a>
                ) : (
                  word &&
                  `${t.between.toLowerCase()}, ${formatInstant(word.at)}, ${roleLabels[lang][word.by.role]} (${word.by.user})`
                )}
                {words && <p>{words}</p>}
              </li>
            );
          })
          .toReversed()}
      </ol>
    </section>
  );
}
