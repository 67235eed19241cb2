import type { FunctionComponent } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatDay, formatMonth, formatNumber } from '#shared/language/format.ts';
import { meetingTime } from '#shared/prepare/meeting-time.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import { proposalsTexts } from '#shared/proposals/texts/proposals.ts';
import { partsOfReportId } from '#shared/reports/report.ts';
import { Alert } from '#web/components/alert.tsx';
import { boardPath } from '#web/components/board-path.ts';
import { MoreSection } from '#web/components/more-section.tsx';
import { Document } from '#web/document.tsx';
import { Help } from '#web/practice/help.tsx';
import { ActionsSection } from '#web/prepare/actions-section.tsx';
import { AgendaForm, AgendaMistakes } from '#web/prepare/agenda-form.tsx';
import { AgendaTable } from '#web/prepare/agenda-table.tsx';
import { BetterSection } from '#web/prepare/better-section.tsx';
import { ByHand } from '#web/prepare/by-hand.tsx';
import { ConcernsSection } from '#web/prepare/concerns-section.tsx';
import { Invitation } from '#web/prepare/invitation.tsx';
import { LibrarySection } from '#web/prepare/library-section.tsx';
import { OrientationSection } from '#web/prepare/orientation-section.tsx';
import type { PrepareProps } from '#web/prepare/prepare-props.ts';
import { TargetsSection } from '#web/prepare/targets-section.tsx';
import { TaskTable } from '#web/prepare/task-table.tsx';
import { ProposalsSection } from '#web/proposals/proposals-section.tsx';

/** What members propose; it comes last, since on paper it has a sheet of its own. */
function MembersProposals({ context, cell, prepared: { month }, proposals }: PrepareProps) {
  // Nobody proposes in a practice month: its code would lead nowhere.
  if (context.practice) return null;
  return <ProposalsSection context={context} cell={cell.id} month={month} {...proposals} />;
}

/** The form of the agenda: first on the page where something is wrong with it, and otherwise closed below the agenda. */
function AgendaEditing(props: PrepareProps) {
  const { context, editing } = props;
  if (!editing || isRefused(props)) return null;
  return (
    <MoreSection title={prepareTexts[context.lang].edit}>
      <AgendaForm {...props} />
    </MoreSection>
  );
}

function isRefused({ editing }: PrepareProps): boolean {
  return editing !== undefined && editing.errors.length + editing.conflicts.length > 0;
}

/**
 * The parts of the page in the order of the meeting. Whoever adds something to the preparation adds its section here:
 * the page of tasks beside `TaskTable`.
 */
const sections: readonly FunctionComponent<PrepareProps>[] = [
  AgendaTable,
  AgendaEditing,
  Invitation,
  TaskTable,
  ConcernsSection,
  ActionsSection,
  OrientationSection,
  LibrarySection,
  TargetsSection,
  BetterSection,
  ByHand,
  MembersProposals,
];

/** The next meeting of a cell on one page, which prints on one sheet of A4. */
export function PreparePage(props: PrepareProps) {
  const { context, cell, prepared, editing, closed, begun, reported, said } = props;
  const { lang } = context;
  const { month, required, officer } = prepared;
  const t = prepareTexts[lang];
  const title = t.title(formatMonth(month, lang));
  const asked = { cell: cell.id, month };
  const isTyping = isRefused(props);
  return (
    <Document title={`${title}, ${cell.name}`} context={context} typing={isTyping} wide work>
      <h1>{title}</h1>
      <AgendaMistakes {...props} />
      {closed && <Alert title={t.closed(capitalized(formatMonth(month, lang)))} tone="notice" />}
      {said && (
        <Alert
          title={said === 'stored' || said === 'merged' ? t[said] : proposalsTexts[lang][`just-${said}`]}
          tone="done"
        />
      )}
      <p class="lead">
        <b>{capitalized(cell.name)}</b>
        {cell.communeName && `, ${cell.communeName}`}. {meetingTime(prepared, lang)}
        {prepared.dayBy && t.dayBy(prepared.dayBy)}.{' '}
        {required !== undefined && t.required(formatNumber(required, lang))} {officer && t.officer(officer)}
      </p>
      <p class="actions">
        <a class="btn" href={pathTo('/prepare.pdf', {}, asked)}>
          {t.print}
        </a>{' '}
        {reported ? (
          <a href={pathTo('/reports/{id}', { id: reported })}>
            {t.reported(formatDay(partsOfReportId(reported).date))}
          </a>
        ) : (
          editing && begun && <a href={pathTo('/reports/new', {}, asked)}>{t.report}</a>
        )}{' '}
        <a href={boardPath(context, cell.id, month)}>{t.board}</a>
      </p>
      <Help context={context} of="prepare" />
      {isTyping && (
        <>
          <h2>{t.edit}</h2>
          <AgendaForm {...props} />
        </>
      )}
      <div class="sheet-of-paper">
        {sections.map((Section, at) => (
          <Section key={at} {...props} />
        ))}
      </div>
    </Document>
  );
}
