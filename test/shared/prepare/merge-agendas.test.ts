import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agenda } from '#shared/prepare/agenda.ts';
import { mergeAgendas } from '#shared/prepare/merge-agendas.ts';
import { anAgenda, changed } from '#test/shared/prepare/agendas.ts';

const seen = anAgenda();
const two = fc.tuple(changed(seen, 'a'), changed(seen, 'b'));

/** Every answer of an agenda by where it stands; what stands nowhere is left out. */
function answers({ lines, cell, month, ...head }: Agenda): Map<string, string> {
  const ofLines = lines.flatMap(({ id, ...parts }) =>
    Object.entries(parts).map(([part, said]) => [`${id}.${part}`, said]),
  );
  const all = [...ofLines, ...Object.entries(head)] as [string, unknown][];
  return new Map(all.filter(([, said]) => said !== undefined).map(([at, said]) => [at, String(said)]));
}

describe('two people edit one agenda', () => {
  it('every answer that either of them changed is in the result, or shown beside the one that is', () => {
    fc.assert(
      fc.property(two, ([mine, theirs]) => {
        const { agenda, conflicts } = mergeAgendas(seen, mine, theirs);
        const [was, own, other, result] = [seen, mine, theirs, agenda].map(answers);
        for (const [at, said] of own ?? []) {
          if (said !== was?.get(at)) expect(result?.get(at), at).toBe(said);
        }
        for (const [at, said] of other ?? []) {
          if (said === was?.get(at) || at === 'subjects') continue;
          const shown = conflicts.find((each) => each.at === at)?.theirs;
          expect([result?.get(at), shown], at).toContain(said);
        }
      }),
    );
  });

  it('only an answer that both changed in different ways is a conflict', () => {
    fc.assert(
      fc.property(two, ([mine, theirs]) => {
        const [was, own, other] = [seen, mine, theirs].map(answers);
        for (const { at } of mergeAgendas(seen, mine, theirs).conflicts) {
          expect(own?.get(at), at).not.toBe(was?.get(at));
          expect(other?.get(at), at).not.toBe(was?.get(at));
          expect(own?.get(at), at).not.toBe(other?.get(at));
        }
      }),
    );
  });

  it('no line is lost or there twice', () => {
    fc.assert(
      fc.property(two, ([mine, theirs]) => {
        const ids = mergeAgendas(seen, mine, theirs).agenda.lines.map(({ id }) => id);
        const all = new Set([seen, mine, theirs].flatMap(({ lines }) => lines.map(({ id }) => id)));
        expect(ids.toSorted()).toEqual([...all].toSorted());
      }),
    );
  });

  it('whoever changed nothing gets what the other one has', () => {
    fc.assert(
      fc.property(changed(seen, 'b'), (theirs) => {
        expect(mergeAgendas(seen, seen, theirs)).toEqual({ agenda: theirs, conflicts: [] });
        expect(mergeAgendas(seen, theirs, seen)).toEqual({ agenda: theirs, conflicts: [] });
        expect(mergeAgendas(seen, theirs, theirs)).toEqual({ agenda: theirs, conflicts: [] });
      }),
    );
  });

  it('subjects are ticked or not: whoever changed one decides', () => {
    const mine = anAgenda({ subjects: ['DC', 'MT'] });
    const theirs = anAgenda({ subjects: ['KT'] });
    expect(mergeAgendas(seen, mine, theirs).agenda.subjects).toEqual(['DC', 'KT']);
  });
});
