import { beforeEach, expect, it } from 'vitest';
import { reportStore } from '#functions/store/report-store.ts';
import { visitStore } from '#functions/store/visit-store.ts';
import { addDays, dayAt, monthAt } from '#shared/period.ts';
import { type Visit, visitIdOf } from '#shared/visits/visit.ts';
import { onEachDatabase } from '#test/dynamodb.ts';
import { aReport } from '#test/shared/samples.ts';

const at = new Date().toISOString();
const month = monthAt(at);
const date = dayAt(at);

onEachDatabase((database) => {
  let districts = 0;
  let district = '';
  let planned: Visit;
  let done: Visit;
  const store = () => visitStore(database().db, database().meetings);
  const by = { user: 'group3', role: 'group', unit: 'hiep-hoa' } as const;
  const append = (visit: Visit, base: number) => store().append(visit, base, { by, at });

  beforeEach(() => {
    districts += 1;
    district = `huyen-${districts}`;
    const unit = `${district}.thanh-van.thanh-binh`;
    const id = visitIdOf({ unit, date, group: 3 });
    planned = { id, group: 3, unit, date, meeting: 'cell', member: 'Phó Trưởng ban', state: 'planned' };
    done = {
      ...planned,
      state: 'done',
      report: {
        seen: 'Đủ các bước',
        lastAdvice: 'Đã khắc phục',
        points: { guiding: 2.5 },
        matters: [
          { topic: 'MT', summary: 'Rác thải', severity: 'low', proposal: 'Thu gom' },
          { topic: 'DD', summary: 'Tranh chấp ngõ', severity: 'high' },
        ],
      },
    };
  });

  it('keeps every step and gives back what was said', async () => {
    expect(await append(planned, 0)).toMatchObject({ kind: 'added', stored: { revision: 1 } });
    expect(await append(done, 1)).toMatchObject({ kind: 'added', stored: { revision: 2 } });
    expect(await store().newest(done.id)).toEqual({ ...done, revision: 2, by, at });
  });

  it('writes nothing twice, and not over what the writer did not see', async () => {
    await append(planned, 0);
    expect(await append(planned, 0)).toMatchObject({ kind: 'same', stored: { revision: 1 } });
    expect(await append(done, 0)).toMatchObject({ kind: 'stale', stored: { state: 'planned' } });
    const tries = ['a', 'b', 'c'].map((member) => append({ ...done, member }, 1));
    expect((await Promise.all(tries)).map(({ kind }) => kind).toSorted()).toEqual(['added', 'stale', 'stale']);
  });

  it('finds the visits to a unit on a day, of each group the newest', async () => {
    const { unit } = planned;
    const of = (changes: Partial<Visit>) => {
      const visit = { ...planned, ...changes };
      return { ...visit, id: visitIdOf(visit) };
    };
    await append(planned, 0);
    await append(done, 1);
    await append(of({ group: 4 }), 0);
    await append(of({ unit: `${unit}-2` }), 0);
    await append(of({ date: addDays(date, 1) }), 0);
    const found = await store().newestOfDay(unit, date);
    expect(found.map(({ group, state, revision }) => [group, state, revision])).toEqual([
      [3, 'done', 2],
      [4, 'planned', 1],
    ]);
  });

  it('lists the newest of a month without words, and stands in no report’s way', async () => {
    await append(planned, 0);
    await append(done, 1);
    const reports = reportStore(database().db, database().meetings);
    await reports.append({ state: 'submitted', report: aReport({ cell: done.unit, date }), by, at }, 0);
    const [visit, ...more] = await store().newestOfMonth(district, month);
    expect(more).toEqual([]);
    expect(visit).toMatchObject({ id: done.id, state: 'done', revision: 2 });
    expect(visit?.report).toEqual({
      points: { guiding: 2.5 },
      matters: [
        { topic: 'MT', severity: 'low' },
        { topic: 'DD', severity: 'high' },
      ],
    });
    expect(await reports.newestOfMonth(district, month)).toHaveLength(1);
    expect(await reports.newestOfMonth(done.unit, month)).toHaveLength(1);
  });
});
