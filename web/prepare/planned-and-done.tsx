import { formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { type Agenda, chosenMatters, minutesOf } from '#shared/prepare/agenda.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import { yesNo } from '#shared/reports/choices.ts';
import type { Report } from '#shared/reports/report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';

interface PlannedAndDoneProps {
  readonly agenda: Agenda;
  readonly report: Pick<Report, 'date' | 'durationMinutes' | 'focus' | 'papersSent'>;
  readonly lang: Lang;
}

/** What the agenda of a meeting planned, beside what its report says. */
export function PlannedAndDone({ agenda, report, lang }: PlannedAndDoneProps) {
  const t = prepareTexts[lang];
  const { day, papersSentOn } = agenda;
  const rows = [
    [t.day, day && formatDay(day), formatDay(report.date)],
    [t.length, t.inMinutes(minutesOf(agenda)), t.inMinutes(report.durationMinutes)],
    [t.focus, chosenMatters(agenda).join('; '), report.focus],
    [
      reportFields.papersSent.label[lang],
      papersSentOn && formatDay(papersSentOn),
      report.papersSent && yesNo[report.papersSent][lang],
    ],
  ] as const;
  return (
    <table class="data">
      <caption>{t.planned}</caption>
      <thead>
        <tr>
          <th scope="col">{t.text}</th>
          <th scope="col">{t.plannedColumn}</th>
          <th scope="col">{t.doneColumn}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, planned, done]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{planned ?? '–'}</td>
            <td>{done ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
