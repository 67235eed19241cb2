import { describe, expect, it } from 'vitest';
import { reportFromAgenda } from '#shared/prepare/report-from-agenda.ts';
import { anAgenda } from '#test/shared/prepare/agendas.ts';
import { day } from '#test/shared/samples.ts';

const today = day('2026-12-05');

describe('the report of a meeting begins with', () => {
  it('what was chosen and what was done before it', () => {
    const agenda = anAgenda({ committeeMetOn: day('2026-11-30'), orientedOn: day('2026-12-01') });
    const { typed, from } = reportFromAgenda(agenda, today);
    expect(typed).toMatchObject({
      date: '03/12/2026',
      committeeMet: 'yes',
      oriented: 'yes',
      focus: 'Mở rộng đường trục thôn',
    });
    expect(Object.values(typed)).toContain('MT');
    expect(from).toMatchObject({ committeeMet: '2026-11-30', oriented: '2026-12-01', focus: true, date: true });
    expect(typed).not.toHaveProperty('papersSent');
  });

  it.each([
    ['2026-12-02', 'yes'],
    ['2026-12-03', 'no'],
  ])('papers sent on %s: at least a day before, %s', (sent, answer) => {
    expect(reportFromAgenda(anAgenda({ papersSentOn: day(sent) }), today).typed['papersSent']).toBe(answer);
  });

  it('no day that is to come, and nothing of how the meeting went', () => {
    const { typed } = reportFromAgenda(anAgenda(), day('2026-12-01'));
    expect(typed).not.toHaveProperty('date');
    expect(Object.keys(typed).filter((name) => /^points|speakers|steps|present|resolution/.test(name))).toEqual([]);
  });
});
