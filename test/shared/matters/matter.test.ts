import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '#shared/access/routes.ts';
import {
  isClosed,
  type MatterEvent,
  matterIdOf,
  matterOf,
  parseMatterId,
  type TrackedMatter,
} from '#shared/matters/matter.ts';
import { mayMergeInto, stepsOn } from '#shared/matters/matter-steps.ts';
import { dueDayOf, isOverdue, isPromiseOver } from '#shared/matters/matter-term.ts';
import type { Matter } from '#shared/reports/report.ts';
import { day } from '#test/shared/samples.ts';

const source = 'hiep-hoa.thanh-van.thanh-binh_2021-02-03_regular';
const said: Matter = { topic: 'DD', summary: 'Tranh chấp ngõ đi chung', severity: 'medium' };
const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const at = '2021-02-04T02:00:00.000Z';
const later = '2021-02-10T02:00:00.000Z';
const raised: MatterEvent = { kind: 'raised', said, by, at };
const step = (kind: 'take' | 'pass-up' | 'settle' | 'not-founded' | 'reopen'): MatterEvent => ({ kind, by, at: later });

const progress = (promised?: string): MatterEvent => ({
  kind: 'progress',
  answer: 'Đã làm việc với hai hộ',
  ...(promised && { promised: day(promised) }),
  by,
  at: later,
});

describe('a matter', () => {
  it('is open with the commune once it is raised', () => {
    const matter = matterOf(`${source}_1`, [raised]);
    expect(matter).toMatchObject({ source, number: 1, unit: 'hiep-hoa.thanh-van.thanh-binh', said });
    expect(matter).toMatchObject({ state: 'open', level: 'commune', raisedAt: at, levelSince: at });
  });

  it('is passed up one level at a time, and its term begins anew there', () => {
    const up = matterOf(`${source}_1`, [raised, step('pass-up')]);
    expect(up).toMatchObject({ state: 'passed-up', level: 'district', levelSince: later });
    expect(matterOf(`${source}_1`, [...up.events, step('pass-up')])).toMatchObject({ level: 'above' });
  });

  it('says what it was corrected to, in whatever state', () => {
    const corrected = { ...said, severity: 'high' as const };
    const events = [raised, step('settle'), { kind: 'corrected', said: corrected, by, at: later } as const];
    expect(matterOf(`${source}_1`, events)).toMatchObject({ state: 'settled', said: corrected });
  });

  it('is in hand once progress is noted, with the day last promised, and its term stays where it was', () => {
    const once = matterOf(`${source}_1`, [raised, progress('2021-02-20')]);
    expect(once).toMatchObject({ state: 'in-hand', level: 'commune', levelSince: at, promised: '2021-02-20' });
    expect(dueDayOf(once)).toBe(dueDayOf(matterOf(`${source}_1`, [raised])));
    const again = matterOf(`${source}_1`, [...once.events, progress('2021-04-01'), progress()]);
    expect(again).toMatchObject({ promised: '2021-04-01', levelSince: at });
    expect(isOverdue(again, '2021-02-19T16:59:59.999Z')).toBe(false);
    expect(isOverdue(again, '2021-02-19T17:00:00.000Z')).toBe(true); // long before the day that was promised
    expect(isPromiseOver(again, '2021-04-01T16:59:59.999Z')).toBe(false);
    expect(isPromiseOver(again, '2021-04-01T17:00:00.000Z')).toBe(true);
  });

  it.each(['pass-up', 'settle', 'not-founded'] as const)('a promise ends when it is %s', (kind) => {
    const ended = matterOf(`${source}_1`, [raised, progress('2021-02-20'), step(kind)]);
    expect(ended).not.toHaveProperty('promised');
    expect(isPromiseOver(ended, '2022-01-01T00:00:00.000Z')).toBe(false);
  });

  it('opened again, is closed no more', () => {
    const again = matterOf(`${source}_1`, [raised, step('settle'), step('reopen')]);
    expect(again).toMatchObject({ state: 'open', levelSince: later });
    expect(again).not.toHaveProperty('closedAt');
  });

  it.each([
    [`${source}_1`, []],
    [`${source}_1`, [step('take')]],
    [`${source}_0`, [raised]],
    ['hiep-hoa', [raised]],
  ])('%s with %j is none', (id, events) => {
    expect(() => matterOf(id, events)).toThrow(RangeError);
  });

  it('has an id that names its source and number', () => {
    expect(parseMatterId(matterIdOf(source, 12))).toEqual({
      source,
      number: 12,
      unit: 'hiep-hoa.thanh-van.thanh-binh',
    });
  });
});

describe('what may be done', () => {
  const open = matterOf(`${source}_1`, [raised]);
  const up = matterOf(`${source}_1`, [raised, step('pass-up')]);
  const above = matterOf(`${source}_1`, [...up.events, step('pass-up')]);
  const promised = matterOf(`${source}_1`, [raised, progress('2021-02-20')]);
  const settled = matterOf(`${source}_1`, [raised, step('settle')]);
  const merged = matterOf(`${source}_2`, [raised, { kind: 'merge', into: open.id, by, at: later }]);

  it.each<[Role, string, TrackedMatter, readonly string[]]>([
    ['commune', 'open', open, ['take', 'progress', 'settle', 'pass-up', 'not-founded', 'merge']],
    ['commune', 'in hand', promised, ['progress', 'settle', 'pass-up', 'not-founded', 'merge']],
    ['commune', 'passed up', up, []],
    ['commune', 'settled', settled, ['reopen']],
    ['district', 'passed up', up, ['take', 'progress', 'settle', 'pass-up', 'not-founded', 'merge']],
    ['district', 'above', above, ['take', 'progress', 'settle', 'not-founded', 'merge']],
    ['district', 'merged', merged, []],
    ['group', 'open', open, []],
    ['cell', 'open', open, []],
  ])('a %s on one that is %s', (role, _, matter, steps) => {
    expect(stepsOn(matter, role)).toEqual(steps);
  });

  it('of two matters, only the later goes into the earlier, within the commune', () => {
    const second = matterOf(`${source}_2`, [{ ...raised, at: later }]);
    const elsewhere = matterOf('hiep-hoa.chau-minh.ngo-xa_2021-02-03_regular_1', [raised]);
    expect(mayMergeInto(second, open)).toBe(true);
    expect(mayMergeInto(open, second)).toBe(false);
    expect(mayMergeInto(open, open)).toBe(false);
    expect(mayMergeInto(second, elsewhere)).toBe(false);
    expect(mayMergeInto(second, merged)).toBe(false);
  });
});

describe('laws', () => {
  /** Whatever people of these roles do with some matters of one commune: steps that are not open are not taken. */
  const attempts = fc.array(
    fc.record({
      of: fc.nat(4),
      role: fc.constantFrom<Role>('commune', 'district'),
      choice: fc.nat(10),
      into: fc.nat(4),
    }),
    { maxLength: 60 },
  );
  const play = (list: typeof attempts extends fc.Arbitrary<infer T> ? T : never): TrackedMatter[] => {
    const matters = Array.from({ length: 5 }, (_, n) => matterOf(`${source}_${n + 1}`, [raised]));
    for (const { of, role, choice, into } of list) {
      const matter = matters[of] as TrackedMatter;
      const steps = stepsOn(matter, role);
      const kind = steps[choice % Math.max(1, steps.length)];
      const target = matters[into] as TrackedMatter;
      if (!kind || (kind === 'merge' && !mayMergeInto(matter, target))) continue;
      const event: MatterEvent = kind === 'merge' ? { kind, into: target.id, by, at: later } : { kind, by, at: later };
      matters[of] = matterOf(matter.id, [...matter.events, event]);
    }
    return matters;
  };

  it('a matter is never lost: it is open with somebody who may act, closed with when, or merged into one that is', () => {
    fc.assert(
      fc.property(attempts, (list) => {
        const matters = play(list);
        for (const matter of matters) {
          let end = matter;
          for (let steps = 0; end.mergedInto; steps++) {
            expect(steps).toBeLessThan(matters.length);
            end = matters.find(({ id }) => id === end.mergedInto) as TrackedMatter;
          }
          expect(end.state).not.toBe('merged');
          expect(stepsOn(end, 'district').length).toBeGreaterThan(0);
          expect(isClosed(end)).toBe(end.closedAt !== undefined);
        }
      }),
    );
  });

  it('events alone decide what it is', () => {
    fc.assert(
      fc.property(attempts, (list) => {
        for (const matter of play(list)) {
          expect(matterOf(matter.id, JSON.parse(JSON.stringify(matter.events)) as MatterEvent[])).toEqual(matter);
        }
      }),
    );
  });
});
