import fc from 'fast-check';
import type { Month } from '#shared/period.ts';
import type { Agenda, AgendaLine } from '#shared/prepare/agenda.ts';
import { day, month } from '#test/shared/samples.ts';

export const cell = 'hiep-hoa.thanh-van.thanh-binh';

export function anAgenda(changes: Partial<Agenda> = {}): Agenda {
  return {
    cell,
    month: month('2026-12'),
    lines: [
      { id: 'opening', kept: true, minutes: 5 },
      { id: 'discussion', kept: true, minutes: 40 },
      { id: 'own-1', kept: true, text: 'Mở rộng đường trục thôn' },
      { id: 'own-2', kept: false, text: 'Điểm thu gom rác' },
    ],
    subjects: ['MT'],
    day: day('2026-12-03'),
    ...changes,
  };
}

const words = fc.constantFrom('đường', 'rác', 'quỹ', 'kênh');

/** Some changes of an agenda, as one person makes them: answers and lines changed, lines added, another order. */
export function changed(agenda: Agenda, writer: string): fc.Arbitrary<Agenda> {
  const line = (each: AgendaLine): fc.Arbitrary<AgendaLine> =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant(each) },
      fc.record({
        id: fc.constant(each.id),
        kept: fc.boolean(),
        text: words.map((word) => `${word} ${writer}`),
        minutes: fc.integer({ min: 0, max: 90 }),
      }),
    );
  const added = fc
    .array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 })
    .map((numbers) =>
      [...new Set(numbers)].map(
        (n): AgendaLine => ({ id: `own-${writer}${n}`, kept: true, text: `thêm ${writer} ${n}` }),
      ),
    );
  return fc
    .record({
      lines: fc.tuple(...agenda.lines.map(line)),
      added,
      shuffled: fc.boolean(),
      venue: fc.option(words.map((word) => `${word} ${writer}`)),
    })
    .map(({ lines, added: more, shuffled, venue }) => {
      const all = [...lines, ...more];
      return { ...agenda, lines: shuffled ? all.reverse() : all, ...(venue && { venue }) };
    });
}

export const months: readonly Month[] = [month('2021-02'), month('2026-12')];
