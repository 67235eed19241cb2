import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { agendaSheet } from '#functions/prepare/agenda-sheet.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { addDays, type Instant } from '#shared/period.ts';
import type { Agenda } from '#shared/prepare/agenda.ts';
import { draftAgenda } from '#shared/prepare/draft-agenda.ts';
import { gatherMeeting, type Prepared } from '#shared/prepare/gather.ts';
import { type TrackedTask, unsaidTask } from '#shared/reports/tasks.ts';
import { cell } from '#test/shared/prepare/agendas.ts';
import { day, month } from '#test/shared/samples.ts';

const meetingDay = day('2026-12-03');
const address = 'https://so-chi-bo.example/r/2026-12/thanh-van.thanh-binh';

function task(n: number, changes: Partial<TrackedTask> = {}): TrackedTask {
  const id = `${cell}_${day('2026-11-03')}_regular_${n}` as const;
  return { ...unsaidTask(id), what: `Việc thứ ${n} đã giao cho tổ đảng`, who: 'Trưởng thôn', ...changes };
}

function prepared(tasks: readonly TrackedTask[]): Prepared {
  return gatherMeeting({
    month: month('2026-12'),
    regime: requireRegime(month('2026-12')),
    guidance: ['Chỉnh trang nông thôn mới'],
    tasks,
    matters: [],
    visits: [],
  });
}

/** The words of each sheet, without spaces: where a line breaks is nobody's affair. */
async function sheetsOf(of: Prepared, agenda: Agenda = draftAgenda(cell, of)): Promise<string[]> {
  const at = '2026-11-27T08:00:00Z' as Instant;
  const named = { cell: 'chi bộ thôn Thanh Bình', commune: 'xã Thanh Vân', generated: false };
  const pdf = await agendaSheet({ ...named, prepared: of, agenda, address, at });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map(plain);
}

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, '');
const times = (text: string, words: string) => text.split(plain(words)).length - 1;

describe('the sheet of the next meeting', () => {
  it('is one, with the short address of its report, where there are few tasks', async () => {
    const sheets = await sheetsOf(prepared([task(1), task(2)]));
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toContain('so-chi-bo.example/r/2026-12/thanh-van.thanh-binh');
    expect(sheets[0]).not.toContain(plain('xem tờ 2'));
  });

  it('has tasks without room on a second one: it says how many, those that are overdue stand first, none is lost', async () => {
    const late = [41, 42, 43, 44].map((n) => task(n, { due: addDays(meetingDay, n - 100) }));
    const tasks = [...Array.from({ length: 40 }, (_, n) => task(n + 1, { due: addDays(meetingDay, n + 1) })), ...late];
    const [first = '', ...more] = await sheetsOf(prepared(tasks));
    const second = more.join('');
    for (const { what } of late) expect(times(first, `${what};`), what).toBe(1);
    for (const { what } of tasks) expect(times(first, `${what};`) + times(second, `${what};`), what).toBe(1);
    const later = tasks.filter(({ what }) => times(second, `${what};`) === 1);
    expect(later.length).toBeGreaterThan(10);
    expect(first).toContain(plain(`còn ${later.length} việc: xem tờ 2`));
    // What is filled by hand, and where the report is entered, stay on the first sheet.
    expect(first).toContain(plain('Ghi tại buổi họp'));
    expect(first).toContain(plain('Việc mới 3'));
    const order = later.map(({ what }) => second.indexOf(plain(`${what};`)));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('keeps those that are overdue in front where they alone fill more than a sheet', async () => {
    const late = Array.from({ length: 70 }, (_, n) => task(n + 1, { due: addDays(meetingDay, -1 - n) }));
    const soon = task(99, { due: addDays(meetingDay, 5) });
    const sheets = await sheetsOf(prepared([soon, ...late]));
    const all = sheets.join('');
    for (const { what } of late) expect(times(all, `${what};`), what).toBe(1);
    expect(all.indexOf(plain(late[69]?.what ?? ''))).toBeLessThan(all.indexOf(plain(late[0]?.what ?? '')));
    expect(all.indexOf(plain(soon.what))).toBeGreaterThan(all.indexOf(plain(`${late[0]?.what};`)));
  });

  it.each([
    ['words without a space', 'ư'.repeat(1900)],
    ['an address as long as a page', `https://so-chi-bo.example/${'duong-'.repeat(600)}`],
    ['a text as long as a sheet', 'vận động hiến đất mở rộng đường '.repeat(150).trim()],
  ])('leaves nothing out of %s', async (_, what) => {
    const sheets = await sheetsOf(prepared([task(1, { what }), task(2)]));
    expect(times(sheets.join(''), what)).toBe(1);
    expect(times(sheets.join(''), 'Việc thứ 2 đã giao cho tổ đảng')).toBe(1);
  });

  it('leaves nothing out of an agenda that is longer than the sheet', async () => {
    const lines = Array.from({ length: 40 }, (_, n) => ({
      id: `own-${n}`,
      kept: true,
      text: `Nội dung ${n + 1}: ${'bàn việc của thôn '.repeat(14)}xong ${n + 1}.`,
    }));
    const of = prepared([task(1)]);
    const all = (await sheetsOf(of, { ...draftAgenda(cell, of), lines })).join('');
    for (const { text } of lines) expect(times(all, text), text).toBe(1);
    expect(times(all, 'Việc thứ 1 đã giao cho tổ đảng')).toBe(1);
    expect(times(all, 'Việc mới 3')).toBe(1);
  });
});
