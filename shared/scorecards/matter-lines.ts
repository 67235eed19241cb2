import { type Span, type SpanCounts, spans } from '#shared/matters/settling-time.ts';
import { isTopic, type Topic, topics } from '#shared/reports/topics.ts';
import type { MatterLine, MatterLines, Scorecard } from '#shared/scorecards/scorecard.ts';
import type { MatterCount, Tally } from '#shared/scorecards/tally.ts';

const codes = Object.keys(topics).filter(isTopic);

/** The matters of a tally, topic by topic. */
export function matterLinesOf(tally: Tally): Pick<Scorecard, 'matters'> {
  return linesOf((topic) => {
    const count = (what: MatterCount) => tally[`${what}:${topic}`] ?? 0;
    return {
      opened: count('opened'),
      settled: count('settled'),
      open: count('open'),
      overdue: count('overdue'),
      days: spanCounts((span) => count(`within${span}`)),
    };
  });
}

/**
 * Adds up the lines of several months or units.
 *
 * @param newest the last month: its open matters are the result. Absent for units: their open matters are added
 */
export function mergeMatterLines(
  parts: readonly Pick<Scorecard, 'matters'>[],
  newest?: Pick<Scorecard, 'matters'>,
): Pick<Scorecard, 'matters'> {
  return linesOf((topic) => addUp(topic, parts, newest ? [newest] : parts));
}

/** All topics in one line. */
export function wholeLine(matters: MatterLines): MatterLine {
  return addLines(Object.values(matters), Object.values(matters));
}

function addUp(
  topic: Topic,
  parts: readonly Pick<Scorecard, 'matters'>[],
  ends: readonly Pick<Scorecard, 'matters'>[],
): MatterLine {
  const own = (list: readonly Pick<Scorecard, 'matters'>[]) => list.flatMap(({ matters }) => matters?.[topic] ?? []);
  return addLines(own(parts), own(ends));
}

function addLines(flows: readonly MatterLine[], ends: readonly MatterLine[]): MatterLine {
  const sum = (lines: readonly MatterLine[], count: (line: MatterLine) => number) =>
    lines.reduce((total, line) => total + count(line), 0);
  return {
    opened: sum(flows, ({ opened }) => opened),
    settled: sum(flows, ({ settled }) => settled),
    open: sum(ends, ({ open }) => open),
    overdue: sum(ends, ({ overdue }) => overdue),
    days: spanCounts((span) => sum(flows, ({ days }) => days[span] ?? 0)),
  };
}

function spanCounts(count: (span: Span) => number): SpanCounts {
  return Object.fromEntries(spans.map((span) => [span, count(span)]).filter(([, n]) => n !== 0));
}

function linesOf(line: (topic: Topic) => MatterLine): Pick<Scorecard, 'matters'> {
  const lines = codes
    .map((topic) => [topic, line(topic)] as const)
    .filter(([, { opened, settled, open }]) => opened + settled + open > 0);
  return lines.length > 0 ? { matters: Object.fromEntries(lines) as MatterLines } : {};
}
