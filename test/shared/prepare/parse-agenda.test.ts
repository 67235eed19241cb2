import { describe, expect, it } from 'vitest';
import { ownLineId } from '#shared/prepare/agenda.ts';
import { parseAgenda, typedAgenda } from '#shared/prepare/parse-agenda.ts';
import { stepNames } from '#shared/prepare/texts/steps.ts';
import { anAgenda, cell } from '#test/shared/prepare/agendas.ts';
import { day, month } from '#test/shared/samples.ts';

const setting = { cell, month: month('2026-12'), today: day('2026-11-27'), seen: anAgenda() };
const parse = (typed: Readonly<Record<string, string>>) => parseAgenda(typed, setting);
const read = (typed: Readonly<Record<string, string>>) => {
  const parsed = parse(typed);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.agenda;
};

describe('the form of an agenda', () => {
  it.each(['vi', 'en'] as const)('says what is stored, in %s too', (lang) => {
    const agenda = anAgenda({
      startTime: '19:30',
      venue: 'nhà văn hóa thôn',
      committeeMetOn: day('2026-11-30'),
      papersSentOn: day('2026-12-01'),
      subjects: ['DC', 'MT'],
    });
    expect(read(typedAgenda(agenda, stepNames[lang]))).toEqual(agenda);
  });

  it('orders lines by their numbers', () => {
    const typed = { ...typedAgenda(anAgenda(), stepNames.vi), 'lines[3].place': '1', 'lines[0].place': '4' };
    expect(read(typed).lines.map(({ id }) => id)).toEqual(['own-2', 'discussion', 'own-1', 'opening']);
  });

  it('keeps a line that was unticked, or whose words were blotted out, as one that may be chosen', () => {
    const { 'lines[2].kept': _, ...unticked } = typedAgenda(anAgenda(), stepNames.vi);
    expect(read(unticked).lines[2]).toEqual({ id: 'own-1', kept: false, text: 'Mở rộng đường trục thôn' });
    const blotted = { ...typedAgenda(anAgenda(), stepNames.vi), 'lines[2].text': '' };
    expect(read(blotted).lines[2]).toEqual({ id: 'own-1', kept: false, text: 'Mở rộng đường trục thôn' });
  });

  it('knows an added line by its words, and takes no id that is none', () => {
    const typed = { 'lines[0].kept': '1', 'lines[0].text': 'Quỹ vì  người nghèo', 'lines[0].who': 'Trưởng thôn' };
    const line = { id: ownLineId('Quỹ vì người nghèo'), kept: true, text: 'Quỹ vì người nghèo', who: 'Trưởng thôn' };
    expect(read(typed).lines).toEqual([line]);
    expect(read({ ...typed, 'lines[0].id': '<b>' }).lines).toEqual([line]);
  });

  it.each([
    [{ day: '3/11/2026' }, 'day', 'meeting-outside-month'],
    [{ day: '40/13' }, 'day', 'not-a-day'],
    [{ startTime: 'tối' }, 'startTime', 'not-a-time'],
    [{ 'lines[0].text': 'x'.repeat(301) }, 'lines[0].text', 'too-long'],
    [{ 'lines[0].text': 'Rác', 'lines[0].minutes': 'mười' }, 'lines[0].minutes', 'not-a-count'],
    [{ 'focusSubjects[0]': 'XX' }, 'focusSubjects[0]', 'not-a-choice'],
    [{ khac: '1' }, 'khac', 'unknown-field'],
  ])('%j is refused at its field', (typed, field, code) => {
    expect(parse(typed as Record<string, string>)).toMatchObject({ ok: false, errors: [{ field, code }] });
  });
});
