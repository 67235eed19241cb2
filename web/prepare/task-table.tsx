import { commonTexts } from '#shared/language/common.ts';
import { formatDay } from '#shared/language/format.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import { resolutions } from '#shared/reports/choices.ts';
import type { PrepareProps } from '#web/prepare/prepare-props.ts';

/** Last month's resolution, and the open tasks to check off, those that are overdue first. */
export function TaskTable({ context: { lang }, prepared: { resolution, tasks } }: PrepareProps) {
  const t = prepareTexts[lang];
  return (
    <section>
      <h2>{t.tasks}</h2>
      {resolution && (
        <p class="noprint">
          {t.resolution(formatDay(resolution.date))}, {resolutions[resolution.kind][lang].toLowerCase()}:{' '}
          {resolution.text || commonTexts[lang].expired}
        </p>
      )}
      {tasks.length === 0 && <p>{t.noTasks}</p>}
      {tasks.length > 0 && (
        <table class="data cards tasks">
          <thead>
            <tr>
              <th scope="col">{t.task}</th>
              <th scope="col">{t.who}</th>
              <th scope="col">{t.due}</th>
              <th scope="col" class="onpaper">
                {t.done}
              </th>
              <th scope="col" class="onpaper">
                {t.doing}
              </th>
            </tr>
          </thead>
          <tbody>
            {tasks.map(({ task, overdueDays }) => (
              <tr key={task.id}>
                <th scope="row">
                  {task.what || commonTexts[lang].expired}
                  {task.repeated > 1 && <span class="muted"> ({t.repeated(task.repeated)})</span>}
                </th>
                <td>{task.who}</td>
                <td>
                  {task.due && formatDay(task.due)} {overdueDays > 0 && <b class="missed">{t.overdue(overdueDays)}</b>}
                </td>
                <td class="onpaper">□</td>
                <td class="onpaper">□</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
