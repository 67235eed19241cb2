import { stripVTControlCharacters } from 'node:util';

const MOST_LINES = 30;
const MOST_IN_A_LINE = 300;

/** The beginning of a text of many lines or of long ones, such as a whole page, and how much was left out. */
export function shortened(text: string): string {
  const lines = text.split('\n');
  const kept = lines.slice(0, MOST_LINES).map(shortLine);
  if (lines.length > MOST_LINES) kept.push(`… and ${lines.length - MOST_LINES} more lines`);
  const short = kept.join('\n');
  return short === text ? text : `${short}\n(--reporter=default shows all of it)`;
}

function shortLine(line: string): string {
  const plain = stripVTControlCharacters(line); // a colour that is cut off would colour all that follows
  const more = plain.length - MOST_IN_A_LINE;
  return more > 0 ? `${plain.slice(0, MOST_IN_A_LINE)}… and ${more} more characters` : line;
}
