import { type Agenda, type AgendaLine, stepOfLine } from '#shared/prepare/agenda.ts';
import { LONGEST_LINE, MOST_LINES } from '#shared/prepare/parse-agenda.ts';
import type { Proposal } from '#shared/proposals/proposal.ts';
import { proposalsTexts } from '#shared/proposals/texts/proposals.ts';

/** The lines by which an agenda takes up what members proposed: of those that the cell has put on it, and of no others. */
export function proposedLines(proposals: readonly Proposal[]): AgendaLine[] {
  return proposals
    .filter(({ answer }) => answer?.state === 'agenda')
    .map(({ number, text }) => ({
      id: proposalLineId(number),
      kept: true,
      text: proposalsTexts.vi.onAgenda(text.replace(/\s+/g, ' ')).slice(0, LONGEST_LINE),
    }));
}

/** The id of the line by which a proposal is discussed. */
export function proposalLineId(number: number): string {
  return `proposal-${number}`;
}

/**
 * An agenda with one more matter, chosen, after those that it has to discuss; or as it is where it
 * has that one, or where no line is free.
 */
export function withLine(agenda: Agenda, line: AgendaLine): Agenda {
  const { lines } = agenda;
  if (lines.some(({ id, kept }) => id === line.id && kept)) return agenda;
  const others = lines.filter(({ id }) => id !== line.id);
  if (others.length >= MOST_LINES) return agenda;
  const discussion = others.findIndex((each) => stepOfLine(each) === 'discussion');
  const next = others.findIndex((each, at) => at > discussion && stepOfLine(each));
  const at = next < 0 ? others.length : next;
  return { ...agenda, lines: [...others.slice(0, at), line, ...others.slice(at)] };
}
