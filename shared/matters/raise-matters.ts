import { canonical } from '#shared/digest.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import type { Matter } from '#shared/reports/report.ts';

/** What a source's rows do to the matters that it has raised before. */
export type Raising =
  | { readonly kind: 'raise'; readonly number: number; readonly said: Matter }
  | { readonly kind: 'correct'; readonly matter: TrackedMatter; readonly said: Matter };

/**
 * What is to be written so that every row of a report or visit is one of its matters.
 *
 * A row is the matter that says the same; else the one with the same words, or else the next one with the same topic,
 * which it corrects; else it is a new one. A row that is struck takes nothing away: its matter stays until somebody
 * answers it. Doing it twice does nothing the second time.
 */
export function raisingsOf(raised: readonly TrackedMatter[], rows: readonly Matter[]): Raising[] {
  const left = new Set(raised);
  const found = new Map<Matter, TrackedMatter>();
  const sameness = [
    (a: Matter, b: Matter) => canonical(a) === canonical(b),
    (a: Matter, b: Matter) => a.summary === b.summary,
    (a: Matter, b: Matter) => a.topic === b.topic,
  ];
  for (const same of sameness) {
    for (const row of rows) {
      const matter = found.has(row) ? undefined : [...left].find(({ said }) => same(said, row));
      if (!matter) continue;
      found.set(row, matter);
      left.delete(matter);
    }
  }
  let number = Math.max(0, ...raised.map((matter) => matter.number));
  return rows.flatMap((said): Raising[] => {
    const matter = found.get(said);
    if (!matter) {
      number += 1;
      return [{ kind: 'raise', number, said }];
    }
    return canonical(matter.said) === canonical(said) ? [] : [{ kind: 'correct', matter, said }];
  });
}

/** Whether each row has raised a matter. A report without its free text is enough to tell. */
export function areAllRaised(
  raised: readonly TrackedMatter[],
  rows: readonly Pick<Matter, 'topic' | 'severity'>[],
): boolean {
  const left = raised.map(({ said: { topic, severity } }) => `${topic} ${severity}`);
  return rows.every(({ topic, severity }) => {
    const at = left.indexOf(`${topic} ${severity}`);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
