import { describe, expect, it } from 'vitest';
import { requireRegime } from '#shared/norms/regimes.ts';
import { chosenMatters, minutesOf, stepOfLine } from '#shared/prepare/agenda.ts';
import { draftAgenda, offeredAgenda } from '#shared/prepare/draft-agenda.ts';
import { gatherMeeting, type Prepared, type PrepareInputs } from '#shared/prepare/gather.ts';
import { invitation, LONGEST_INVITATION } from '#shared/prepare/invitation.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import { unsaidTask } from '#shared/reports/tasks.ts';
import { anAgenda, cell, months } from '#test/shared/prepare/agendas.ts';
import { aReport, day, month } from '#test/shared/samples.ts';

const task = { ...unsaidTask(`${cell}_${day('2026-09-03')}_regular_1`), what: 'Dọn vệ sinh đường làng', repeated: 2 };

function prepared(changes: Partial<PrepareInputs> = {}): Prepared {
  const { report, ...last } = { id: reportIdOf(aReport()), report: aReport(), lost: [] };
  return gatherMeeting({
    month: month('2026-12'),
    regime: requireRegime(month('2026-12')),
    guidance: ['- Chỉnh trang nông thôn mới\n\n+ Vệ sinh môi trường trước Tết'],
    tasks: [task],
    matters: [],
    visits: [],
    last: { ...last, report },
    ...changes,
  });
}

describe('a draft of an agenda', () => {
  it.each(months)('has the steps of the regime of %s, together as long as the shortest meeting', (of) => {
    const regime = requireRegime(of);
    const draft = draftAgenda(cell, prepared({ month: of, regime }));
    expect(minutesOf(draft)).toBe(90);
    expect(draft.lines.map(stepOfLine).filter(Boolean)).toEqual(
      of < '2025-10'
        ? ['opening', 'news', 'last', 'discussion', 'answers', 'criticism', 'closing']
        : ['opening', 'last', 'orientation', 'discussion', 'answers', 'scoring'],
    );
  });

  it('is 120 minutes long with a thematic part, and as long as a district asks for', () => {
    expect(minutesOf(draftAgenda(cell, prepared({ planned: { theme: 'MT' } })))).toBe(120);
    const minimumMinutes = [{ members: 0, regular: 60, withThematic: 90 }];
    const regime = { ...requireRegime(month('2026-12')), minimumMinutes };
    expect(minutesOf(draftAgenda(cell, prepared({ regime })))).toBe(65);
  });

  it('names the points of the orientation, the theme and what comes up again and again', () => {
    expect(chosenMatters(draftAgenda(cell, prepared({ planned: { theme: 'MT' } })))).toEqual([
      'Chuyên đề: Bảo vệ môi trường',
      'Chỉnh trang nông thôn mới',
      'Vệ sinh môi trường trước Tết',
      'Tháo gỡ việc chậm: Dọn vệ sinh đường làng',
    ]);
  });

  it('has the fixed day, until another is saved', () => {
    expect(draftAgenda(cell, prepared()).day).toBe('2026-12-03');
  });

  it('is the same for everybody who drafts it', () => {
    expect(draftAgenda(cell, prepared())).toEqual(draftAgenda(cell, prepared()));
  });

  it('offers, beside what was saved, what has come up since, to be chosen', () => {
    const agenda = { ...anAgenda(), revision: 1, by: { user: 'a', role: 'cell' as const, unit: cell }, at: '' };
    const { lines } = offeredAgenda(cell, prepared({ agenda }));
    expect(lines.slice(0, 4)).toEqual(anAgenda().lines);
    expect(lines.slice(4).map(({ kept }) => kept)).toEqual([false, false, false]);
  });
});

describe('what is gathered', () => {
  it('has the regime’s fixed day, and what is overdue on it first', () => {
    const due = { ...task, id: `${cell}_${day('2026-11-03')}_regular_1` as const, due: day('2026-11-25') };
    const later = { ...task, id: `${cell}_${day('2026-11-03')}_regular_2` as const, due: day('2026-12-20') };
    const { tasks, ...rest } = prepared({ tasks: [later, task, due] });
    expect(rest).toMatchObject({ day: '2026-12-03', dayBy: 'regime', required: 20 });
    expect(tasks.map((each) => [each.task.id.at(-1), each.overdueDays])).toEqual([
      ['1', 8],
      ['2', 0],
      ['1', 0],
    ]);
  });

  it('has the last advice, and what a later visit said became of it', () => {
    const visit = (date: string, report: object) =>
      ({ id: '', group: 2, unit: cell, date: day(date), meeting: 'cell', state: 'done', report }) as never;
    const advised = visit('2026-09-03', { advice: 'Giao việc có hạn', seen: '', points: {}, matters: [] });
    const later = visit('2026-10-03', { adviceKept: 'partly', seen: '', points: {}, matters: [] });
    expect(prepared({ visits: [advised] }).advice).toEqual({ date: '2026-09-03', group: 2, text: 'Giao việc có hạn' });
    expect(prepared({ visits: [later, advised] }).advice?.kept).toBe('partly');
  });
});

describe('the invitation', () => {
  it('says when, where and what, in fewer than 300 letters', () => {
    const text = invitation('Chi bộ thôn Thanh Bình', { ...prepared(), venue: 'nhà văn hóa thôn' }, anAgenda());
    expect(text).toContain('Thứ Năm 03/12/2026, tại nhà văn hóa thôn. Nội dung: Mở rộng đường trục thôn.');
    const long = anAgenda({ lines: [{ id: 'own-1', kept: true, text: 'x'.repeat(290) }] });
    for (const name of ['Chi bộ', 'Chi bộ '.repeat(60)]) {
      expect(invitation(name, prepared(), long).length).toBeLessThanOrEqual(LONGEST_INVITATION);
    }
  });
});
