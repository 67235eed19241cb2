import { replies } from '#infra/demo/phrases.ts';
import { randomFrom } from '#infra/demo/random.ts';
import type { Actor } from '#shared/access/session.ts';
import { type MatterEvent, matterIdOf, matterOf, type TrackedMatter } from '#shared/matters/matter.ts';
import { addDays, dayAt, type Instant } from '#shared/period.ts';
import type { Matter } from '#shared/reports/report.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

interface DemoSource {
  readonly id: string;
  readonly unit: UnitId;
  readonly matters: readonly Matter[];
  readonly by: Actor;
  readonly at: Instant;
}

/**
 * The matters that made-up reports and visits have raised, with the steps of communes and the district so far; the same
 * reports give the same matters every time.
 *
 * @param sources reports and visits with their concerns, and who raised them when
 * @param now steps that would come later are left out
 */
export function demoMatters(sources: readonly DemoSource[], now: Instant): TrackedMatter[] {
  return sources.flatMap(({ id, unit, matters, by, at }) =>
    matters.map((said, row) => {
      const random = randomFrom(`matter ${id} ${row}`);
      const home = unit.split('.').slice(0, 2).join('.');
      const commune: Actor = { user: home.slice(home.indexOf('.') + 1), role: 'commune', unit: home };
      const district: Actor = { user: 'district', role: 'district', unit: districtOf(unit) };
      let time = Date.parse(at);
      const then = (days: number) => {
        time += days * DAY_MS;
        return new Date(Math.round(time / 1000) * 1000).toISOString();
      };
      const end = (actor: Actor, days: number): MatterEvent =>
        random.chance(0.12)
          ? { kind: 'not-founded', answer: replies.notFounded, by: actor, at: then(days) }
          : { kind: 'settle', answer: random.pick(replies.settled), by: actor, at: then(days) };
      const progress = (actor: Actor): MatterEvent => {
        const on = then(4);
        return { kind: 'progress', answer: replies.progress, promised: addDays(dayAt(on), 10), by: actor, at: on };
      };
      const taken: MatterEvent = { kind: 'take', by: commune, at: then(0.5 + 3 * random.next()) };
      const rest: MatterEvent[] = random.chance(0.2)
        ? [
            { kind: 'pass-up', answer: replies.passedUp, by: commune, at: then(2 + 5 * random.next()) },
            { kind: 'take', by: district, at: then(1 + 3 * random.next()) },
            ...(random.chance(0.92) ? [end(district, 5 + 30 * random.next())] : [progress(district)]),
          ]
        : random.chance(0.97)
          ? [end(commune, 2 + 22 * random.next())]
          : [progress(commune)];
      const raised: MatterEvent = { kind: 'raised', said, by, at };
      const done = [taken, ...rest].filter((event) => event.at <= now);
      return matterOf(matterIdOf(id, row + 1), [raised, ...done]);
    }),
  );
}
