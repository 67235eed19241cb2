import { formatInstant } from '#shared/language/format.ts';
import type { MeetingStepId } from '#shared/norms/meeting-steps.ts';
import { type AgendaLine, minutesOf, stepOfLine } from '#shared/prepare/agenda.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import { stepNames } from '#shared/prepare/texts/steps.ts';
import { plannedName } from '#shared/themes/texts/themes.ts';
import type { PrepareProps } from '#web/prepare/prepare-props.ts';

/** The agenda as it is followed at the meeting: steps with their minutes, matters with a box to tick. */
export function AgendaTable({ context: { lang }, prepared, agenda }: PrepareProps) {
  const t = prepareTexts[lang];
  const lines = agenda.lines.filter(({ kept }) => kept);
  return (
    <section>
      <table class="data agenda">
        <caption>{t.agenda(minutesOf(agenda))}</caption>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} step={stepOfLine(line)} lang={lang} />
          ))}
        </tbody>
      </table>
      {prepared.planned && (
        <p>
          {t.theme}: <b>{plannedName(prepared.planned, lang)}</b>
        </p>
      )}
      <p class="hint noprint">{prepared.agenda ? t.savedAt(formatInstant(prepared.agenda.at)) : t.isDraft}</p>
    </section>
  );
}

interface LineProps {
  readonly line: AgendaLine;
  readonly step: MeetingStepId | undefined;
  readonly lang: PrepareProps['context']['lang'];
}

function Line({ line: { text, minutes, who }, step, lang }: LineProps) {
  const t = prepareTexts[lang];
  return (
    <tr>
      <td class="num">{minutes !== undefined && t.minutesShort(minutes)}</td>
      <td>
        {!step && <span aria-hidden="true">□ </span>}
        {text ?? (step && stepNames[lang][step])}
        {who && <span class="muted"> ({who})</span>}
      </td>
    </tr>
  );
}
