import { describe, expect, it } from 'vitest';
import { proposedLines, withLine } from '#shared/prepare/proposed-lines.ts';
import { anAgenda } from '#test/shared/prepare/agendas.ts';
import { day } from '#test/shared/samples.ts';

const proposal = (number: number, state?: 'agenda' | 'replied') => ({
  number,
  text: `Việc\n${number}`,
  on: day('2026-11-27'),
  revision: 1,
  ...(state && { answer: { state } }),
});

describe('what members propose', () => {
  it('comes on the agenda where the cell has put it there, and nowhere else', () => {
    expect(proposedLines([proposal(1), proposal(2, 'agenda'), proposal(3, 'replied')])).toEqual([
      { id: 'proposal-2', kept: true, text: 'Đảng viên đề xuất: Việc 2' },
    ]);
  });

  it('stands after the other matters, before what follows them, and only once', () => {
    const agenda = anAgenda();
    const before = { ...agenda, lines: [...agenda.lines, { id: 'scoring', kept: true, minutes: 5 }] };
    const line = { id: 'proposal-2', kept: true, text: 'Đảng viên đề xuất: Việc 2' };
    const after = withLine(before, line);
    expect(after.lines.map(({ id }) => id)).toEqual([
      'opening',
      'discussion',
      'own-1',
      'own-2',
      'proposal-2',
      'scoring',
    ]);
    expect(withLine(after, line)).toBe(after);
    const dropped = { ...after, lines: after.lines.map((each) => ({ ...each, kept: each.id !== 'proposal-2' })) };
    expect(withLine(dropped, line).lines.filter(({ id }) => id === 'proposal-2')).toEqual([line]);
  });
});
