import { Sheet } from '#functions/pdf/sheet.ts';
import { qrPath } from '#functions/prepare/proposals/qr-path.ts';
import { reasonWords } from '#shared/judging/reason-words.ts';
import { criterionName } from '#shared/judging/texts/criteria.ts';
import { reasons } from '#shared/judging/texts/reasons.ts';
import { commonTexts } from '#shared/language/common.ts';
import { capitalized, formatDay, formatMonth, formatNumber } from '#shared/language/format.ts';
import { lastAnswer, type TrackedMatter } from '#shared/matters/matter.ts';
import { matterStateLabels } from '#shared/matters/texts/matters.ts';
import type { Instant } from '#shared/period.ts';
import { type Agenda, minutesOf, stepOfLine } from '#shared/prepare/agenda.ts';
import type { DueTask, Prepared } from '#shared/prepare/gather.ts';
import { meetingTime } from '#shared/prepare/meeting-time.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import { stepNames } from '#shared/prepare/texts/steps.ts';
import { plannedName } from '#shared/themes/texts/themes.ts';

interface SheetContent {
  readonly cell: string;
  readonly commune: string;
  readonly prepared: Prepared;
  readonly agenda: Agenda;
  /** Where the report of the meeting is entered, whole. */
  readonly address: string;
  readonly at: Instant;
  /** Whether the data are made up. */
  readonly generated: boolean;
}

type Line = Parameters<Sheet['line']>[0];
const t = prepareTexts.vi;
const MM = 72 / 25.4;
/** Between lines that are written on, and around what stands at the foot; in points. */
const GAP = 6;
const FRAME = 34;

/**
 * The next meeting on one sheet of A4, in Vietnamese: the agenda, the tasks to check off, lines to fill by hand. What has
 * no room stands on a second sheet: tasks that are not overdue go there first, and nothing is left out.
 */
export async function agendaSheet(content: SheetContent): Promise<Uint8Array> {
  const { cell, commune, prepared, agenda, address, at, generated } = content;
  const sheet = new Sheet(`${t.title(formatMonth(prepared.month))}, ${cell}`, new Date(at));
  sheet.beside({ ...qrPath(address), alt: `${t.openReport}: ${address}` }, [
    { text: t.title(formatMonth(prepared.month)).toUpperCase(), bold: true },
    { text: `${capitalized(cell)}, ${commune}. ${meetingTime(prepared, 'vi')}. ${whoComes(prepared)}` },
    { text: `${t.openReport}:` },
    { text: address.replace(/^https?:\/\//, ''), bold: true },
    ...(generated ? [{ text: commonTexts.vi.generated }] : []),
  ]);
  sheet.heading(t.agenda(minutesOf(agenda)));
  for (const line of agendaLines(agenda, prepared)) sheet.line(line);

  const byHand = handLines();
  const footHeight = heightOf(sheet, byHand) + byHand.length * GAP + FRAME;
  const rest: Line[][] = [];
  const blocks: [heading: string, lines: Line[], more: (count: number) => string][] = [
    [t.tasks, prepared.tasks.map(taskLine), t.more],
    [t.answers, prepared.answers.map(matterLine), () => t.moreLines],
    [t.unanswered, prepared.unanswered.map(matterLine), () => t.moreLines],
    [t.better, betterLines(prepared), () => t.moreLines],
  ];
  for (const [heading, lines, more] of blocks) {
    if (lines.length === 0) continue;
    const left = drawFitting(sheet, { heading, lines, more, below: footHeight });
    if (left.length > 0) rest.push([{ text: heading, bold: true }, ...left]);
  }
  sheet.heading(t.byHand);
  for (const line of byHand) {
    sheet.space(GAP / MM);
    sheet.line(line);
  }
  for (let rules = sheet.rulesAbove(GAP); rules > 0; rules--) sheet.rule();
  if (rest.length > 0) {
    sheet.newSheet();
    sheet.line({ text: `${t.sheet2}: ${capitalized(cell)}, ${formatMonth(prepared.month)}`, bold: true });
    for (const line of rest.flat()) sheet.line(line);
  }
  return sheet.finish();
}

interface Fitting {
  readonly heading: string;
  readonly lines: readonly Line[];
  readonly more: (count: number) => string;
  /** How much of the sheet is kept for what stands below, in points. */
  readonly below: number;
}

/** Draws as many lines as there is room for, says how many more there are, and returns those. */
function drawFitting(sheet: Sheet, { heading, lines, more, below }: Fitting): readonly Line[] {
  const room = sheet.left - below - heightOf(sheet, [{ text: heading, bold: true }]) - 6;
  const note = sheet.heightOf({ text: heading });
  let fits = lines.length;
  while (fits > 0 && heightOf(sheet, lines.slice(0, fits)) + (fits < lines.length ? note : 0) > room) fits--;
  if (fits === 0 && room < note) return lines;
  sheet.heading(heading);
  for (const line of lines.slice(0, fits)) sheet.line(line);
  if (fits < lines.length) sheet.line({ text: more(lines.length - fits), bold: true });
  return lines.slice(fits);
}

function heightOf(sheet: Sheet, lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + sheet.heightOf(line), 0);
}

function whoComes({ required, officer }: Prepared): string {
  return [required !== undefined && t.required(formatNumber(required)), officer && t.officer(officer)]
    .filter(Boolean)
    .join(' ');
}

function agendaLines({ lines }: Agenda, { planned }: Prepared): Line[] {
  const kept = lines.filter((line) => line.kept);
  return [
    ...kept.map((line): Line => {
      const step = stepOfLine(line);
      const { minutes, who } = line;
      const said = `${line.text ?? (step ? stepNames.vi[step] : '')}${who ? ` (${who})` : ''}`;
      const text = minutes === undefined ? said : `${t.minutesShort(minutes)}  ${said}`;
      return step ? { text } : { text, box: true, indent: 20 };
    }),
    ...(planned && !kept.some(({ id }) => id === 'theme')
      ? [{ text: `${t.theme}: ${plannedName(planned, 'vi')}` }]
      : []),
  ];
}

function taskLine({ task: { what, who, due }, overdueDays }: DueTask): Line {
  const facts = [
    who,
    due && `${t.due.toLowerCase()} ${formatDay(due)}`,
    overdueDays > 0 && t.overdue(overdueDays).toUpperCase(),
  ];
  return { text: [what || commonTexts.vi.expired, ...facts].filter(Boolean).join('; '), box: true };
}

function matterLine(matter: TrackedMatter): Line {
  const { said, state } = matter;
  const answer = lastAnswer(matter);
  const text = `${said.summary || commonTexts.vi.expired}: ${matterStateLabels.vi[state].toLowerCase()}`;
  return { text: answer ? `${text}. ${answer}` : text, box: true };
}

function betterLines({ weakest, advice }: Prepared): Line[] {
  return [
    ...weakest.map((line) => ({ text: `${criterionName(line.id, 'vi')}. ${reasonWords(line, reasons.vi)}` })),
    ...(advice
      ? [
          {
            text: `${t.advice(advice.group, formatDay(advice.date))} ${advice.text}${advice.kept ? ` ${t.kept(advice.kept)}` : ''}`,
            ...(!advice.kept && { box: true as const }),
          },
        ]
      : []),
  ];
}

/** The lines to fill by hand: counts, and the tasks that are given. A count and the line for it stay together. */
function handLines(): Line[] {
  const counts = t.handCounts.split(';').map((count) => `${count} ____`.replaceAll(' ', '\u00a0'));
  const task = (n: number) =>
    `${t.newTask} ${n} ${'_'.repeat(34)} ${t.who} ${'_'.repeat(12)} ${t.due} ${'_'.repeat(8)}`;
  return [{ text: counts.join('   ') }, ...[1, 2, 3].map((n) => ({ text: task(n) }))];
}
