import type { Random } from '#infra/demo/random.ts';
import { type MatterEvent, matterIdOf, matterOf, type TrackedMatter } from '#shared/matters/matter.ts';
import { codesOf, severities } from '#shared/reports/choices.ts';
import type { Matter } from '#shared/reports/report.ts';
import { type Topic, topics } from '#shared/reports/topics.ts';
import type { UnitId } from '#shared/units/units.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const codes = Object.keys(topics) as Topic[];
const steps = [
  'take',
  'progress',
  'pass-up',
  'settle',
  'settle',
  'not-founded',
  'reopen',
  'corrected',
  'merge',
] as const;

/** Matters of a unit with whatever steps, from January to May 2021: more than a scorecard of March should see. */
export function randomMatters(unit: UnitId, random: Random): TrackedMatter[] {
  return Array.from({ length: random.between(0, 2) }, (_, at) => {
    let time = Date.UTC(2021, 0, 1) + random.next() * 100 * DAY_MS;
    const raised: MatterEvent = { kind: 'raised', said: someWords(random), ...stamp(unit, time) };
    const later = Array.from({ length: random.between(0, 5) }, (): MatterEvent => {
      time += random.next() ** 3 * 80 * DAY_MS;
      const kind = steps[random.between(0, steps.length - 1)] ?? 'take';
      const by = stamp(unit, time);
      if (kind === 'corrected') return { kind, said: someWords(random), ...by };
      return kind === 'merge' ? { kind, into: 'x', ...by } : { kind, ...by };
    });
    return matterOf(matterIdOf(`${unit}_2021-01-03_regular`, at + 1), [raised, ...later]);
  });
}

function stamp(unit: UnitId, time: number) {
  return { by: { user: 'x', role: 'commune', unit }, at: new Date(time).toISOString() } as const;
}

function someWords(random: Random): Matter {
  const topic = codes[random.between(0, codes.length - 1)] ?? 'KHAC';
  return { topic, summary: 'x', severity: codesOf(severities)[random.between(0, 2)] ?? 'low' };
}
