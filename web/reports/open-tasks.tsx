import { commonTexts } from '#shared/language/common.ts';
import { formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Month } from '#shared/period.ts';
import type { TrackedTask } from '#shared/reports/tasks.ts';
import { tasksTexts } from '#shared/reports/texts/tasks.ts';

interface OpenTasksProps {
  readonly tasks: readonly TrackedTask[];
  /** The reported month. Tasks due before it are overdue. */
  readonly month: Month;
  readonly lang: Lang;
}

/** Lists unfinished tasks: who has them, when they are due, and which are overdue or recurring. */
export function OpenTasks({ tasks, month, lang }: OpenTasksProps) {
  const t = tasksTexts[lang];
  const telling = tasks.filter(({ who, due, repeated }) => who || due || repeated > 0);
  if (telling.length === 0) return null;
  return (
    <details open>
      <summary>{t.open}</summary>
      <ul class="rows">
        {telling.map(({ id, what, who, due, repeated }) => (
          <li key={id}>
            {what || commonTexts[lang].expired}{' '}
            <span class="muted">{[who, due && t.due(formatDay(due))].filter(Boolean).join(', ')}</span>{' '}
            {due && due < `${month}-01` && <span class="missed">{t.overdue}</span>}{' '}
            {repeated > 0 && <span class="missed">{t.repeated(repeated)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
