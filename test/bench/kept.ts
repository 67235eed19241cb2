import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { type Figure, nameOf } from '#test/bench/figures.ts';

/** One run of a part of the bench, and where it was run. */
export interface Run {
  readonly date: string;
  readonly commit: string;
  /** Processors, Node, and how many others were at work: what takes time compares only where these do. */
  readonly machine: string;
  /** Not known of the first ones, which were kept by hand. */
  readonly seconds?: number;
  readonly figures: readonly Figure[];
}

/** By the part's name: its newest run, and the one that it is compared with. */
export type Kept = Readonly<Record<string, { readonly now: Run; readonly before?: Run }>>;

const file = join(import.meta.dirname, 'measured.json');
const readme = join(import.meta.dirname, 'README.md');

export const readKept = (): Kept => JSON.parse(readFileSync(file, 'utf8')) as Kept;

/** The runs in the file, the table in the README. */
export function writeKept(kept: Kept): void {
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  const text = readFileSync(readme, 'utf8');
  writeFileSync(
    readme,
    text.replace(MEASURED, (_, begin, end) => `${begin}${keptTable(kept)}${end}`),
  );
}

/** Between these the README has the table. */
export const MEASURED = /(<!-- measured -->\n).*?(\n<!-- end -->)/s;

/**
 * What is kept when a part has been run again. What was the newest is what the next is compared with, unless both are of
 * one commit: then it is measured anew. Of an earlier run the figures of the table suffice.
 */
export function keep(kept: Kept, part: string, run: Run): Kept {
  const { now, before } = kept[part] ?? {};
  const earlier = now && now.commit !== run.commit ? { ...now, figures: inTable(now.figures) } : before;
  return { ...kept, [part]: { now: run, ...(earlier && { before: earlier }) } };
}

/** A figure's ratio in an earlier run, or where it has none its value; nothing where it was not measured then. */
export function before(figure: Figure, earlier: readonly Figure[]): string {
  const same = earlier.find((each) => identity(each) === identity(figure));
  if (!same) return '';
  return same.floor ? ratio(same) : measured(same);
}

/** One name may stand for several figures, each against a floor of its own. */
export const identity = ({ name, floor }: Figure): string => `${name} / ${floor?.name ?? ''}`;

/** The figures as a table for people, ratios first. */
export function tableOf(figures: readonly Figure[], earlier: readonly Figure[]): string {
  return table(
    ['ratio', 'before', 'at most', 'figure', 'measured', 'against'],
    inTable(figures).map((figure) => [
      ratio(figure),
      before(figure, earlier),
      figure.most === undefined ? '' : `${figure.most}x`,
      nameOf(figure),
      measured(figure),
      figure.floor ? `${round(figure.floor.value)} ${figure.unit}, ${figure.floor.name}` : '',
    ]),
  );
}

/** The newest run of each part, and when and where each was. */
export function keptTable(kept: Kept): string {
  const parts = Object.entries(kept);
  const figures = parts.flatMap(([, { now }]) => now.figures);
  const earlier = parts.flatMap(([, each]) => each.before?.figures ?? []);
  const runs = table(
    ['part', 'date', 'commit', 'took', 'on', 'before'],
    parts.map(([part, { now, before: last }]) => [
      ...[part, now.date, now.commit, now.seconds === undefined ? '' : `${now.seconds} s`, now.machine],
      last ? `${last.date}, ${last.commit}` : '',
    ]),
  );
  return `\n${tableOf(figures, earlier)}\n\n${runs}\n`;
}

/** This commit, this machine and this day. */
export function here(): Pick<Run, 'date' | 'commit' | 'machine'> {
  const commit = execFileSync('git', ['describe', '--always', '--dirty', '--exclude=*'], { encoding: 'utf8' }).trim();
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim()}, load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}`;
  return { date: new Date().toISOString().slice(0, 10), commit, machine };
}

function inTable(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter(({ detail }) => !detail);
}

const ratio = ({ value, floor }: Figure) => (floor ? `${(value / floor.value).toFixed(2)}x` : '');
const measured = ({ value, unit }: Figure) => `${round(value)} ${unit}`.trim();
const round = (value: number) => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, n) => Math.max(3, ...[head, ...rows].map((row) => row[n]?.length ?? 0)));
  const lines = [head, widths.map((width) => '-'.repeat(width)), ...rows];
  return lines.map((cells) => `| ${cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |`).join('\n');
}
