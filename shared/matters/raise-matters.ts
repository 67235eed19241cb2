import { canonical } from '#shared/digest.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import type { Matter } from '#shared/reports/report.ts';

/** The effect of a source's rows on the matters that it has raised before. */
export type Raising =
  | { readonly kind: 'raise'; readonly number: number; readonly said: Matter }
  | { readonly kind: 'correct'; readonly matter: TrackedMatter; readonly said: Matter };

/**
 * What must be written so that every row of a report or visit has its matter.
 *
 * A row belongs to the matter that says the same. If there is none, it corrects the matter with the same words, or else
 * the next one with the same topic; otherwise it raises a new matter. Deleting a row removes no matter: it stays until
 * somebody answers it. A second run changes nothing.
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

/** Whether each row has a matter of its own, as far as a report without its free text can show. */
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
