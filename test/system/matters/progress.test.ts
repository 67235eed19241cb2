import { beforeAll, describe, expect, it } from 'vitest';
import { matterStore } from '#functions/store/matter-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { formatDay } from '#shared/language/format.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import { addDays, type Day, dayAt } from '#shared/period.ts';
import { today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { Visitor } from '#test/system/visitor.ts';

const commune = 'hiep-hoa.dai-thanh';
const cell = `${commune}.tieu-hoc`;
const raisedOn = addDays(today, -40);
const id = `${cell}_${raisedOn}_regular_1`;

type Answered = TrackedMatter & { readonly due: Day };
interface Listed {
  readonly backlog: readonly { readonly topic: string; readonly overdue: number }[];
  readonly matters: readonly { readonly matter: TrackedMatter; readonly overdue: boolean }[];
}

describe('the progress of a concern', () => {
  let officer: Visitor;
  const matter = async () => (await officer.json(`/matters/${id}`)) as Answered;
  const overdue = async () => {
    const { backlog, matters } = (await officer.json('/matters?topic=MT')) as Listed;
    return {
      counted: backlog.find(({ topic }) => topic === 'MT')?.overdue,
      own: matters.find((each) => each.matter.id === id)?.overdue,
    };
  };
  const step = async (by: Visitor, seen: number, fields: Readonly<Record<string, string>>) =>
    by.post(`/matters/${id}`, { csrf: await by.csrf(), seen: String(seen), ...fields });

  beforeAll(async () => {
    officer = await Visitor.signedIn('dai-thanh');
    const { db, outputs } = operatorDb();
    const by = { user: 'dai-thanh', role: 'commune', unit: commune } as const;
    await matterStore(db, tablesOf(outputs).matters).raise({
      source: `${cell}_${raisedOn}_regular`,
      rows: [{ topic: 'MT', summary: 'Rác thải đổ ra mương chung', severity: 'medium' }],
      by,
      at: `${raisedOn}T02:00:00.000Z`,
    });
  });

  it('needs words, and promises no day that is over; what was typed is kept', async () => {
    const soon = formatDay(addDays(today, 9));
    const silent = await step(officer, 1, { step: 'progress', promised: soon });
    expect(silent.status).toBe(422);
    expect(silent.text).toContain('href="#answer"');
    expect(silent.text).toMatch(new RegExp(`<input[^>]*value="${soon}"[^>]*name="promised"`));
    const past = await step(officer, 1, { step: 'progress', answer: 'Hẹn', promised: formatDay(addDays(today, -1)) });
    expect(past.status).toBe(422);
    expect(past.text).toContain('Ngày hẹn tính từ hôm nay');
    const taken = await step(officer, 1, { step: 'take', promised: soon });
    expect(taken.status).toBe(422);
    expect(taken.text).toContain('Chỉ điền khi báo tiến độ');
    expect((await matter()).events).toHaveLength(1);
  });

  it('is noted with a day; the term and what is counted overdue stay as they were', async () => {
    const before = { overdue: await overdue(), due: (await matter()).due };
    expect(before.overdue.own).toBe(true);
    const promised = addDays(today, 20);
    const said = { step: 'progress', answer: 'Đã mời\u200b hai thôn làm việc', promised: formatDay(promised) };
    const noted = await step(officer, 1, said);
    expect(noted.status).toBe(200);
    expect(noted.text).toContain('Đã mời hai thôn làm việc');
    expect(noted.text).toContain(`Hẹn trả lời</dt><dd>${formatDay(promised)}`);
    expect((await step(officer, 1, said)).status).toBe(200); // sent twice is sent once
    const after = await matter();
    expect(after).toMatchObject({ state: 'in-hand', promised, due: before.due });
    expect(after.events).toHaveLength(2);
    expect(await overdue()).toEqual(before.overdue);
    expect((await officer.get('/matters?topic=MT')).text).toContain(`Hẹn trả lời ${formatDay(promised)}`);
  });

  it('is read on the cell’s next form, and is not a working group’s to note', async () => {
    expect((await officer.get(`/reports/new?cell=${cell}&kind=thematic`)).text).toContain('Đã mời hai thôn làm việc');
    const group = await Visitor.signedIn('group8');
    expect([403, 404]).toContain((await step(group, 2, { step: 'progress', answer: 'x' })).status);
  });

  it('is conditional: whoever comes too late reads what was noted', async () => {
    const late = await step(officer, 1, { step: 'progress', answer: 'Khác' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Đã mời hai thôn làm việc');
  });

  it('shows a promised day that went by', async () => {
    const { db, outputs } = operatorDb();
    const by = { user: 'dai-thanh', role: 'commune', unit: commune } as const;
    const passed = addDays(today, -3);
    const at = `${addDays(dayAt(new Date().toISOString()), -10)}T02:00:00.000Z`;
    const event = { kind: 'progress', answer: 'Hẹn lại', promised: passed, by, at } as const;
    await matterStore(db, tablesOf(outputs).matters).append(id, event, 2);
    expect((await officer.get(`/matters/${id}`)).text).toMatch(
      new RegExp(`${formatDay(passed)} <span class="missed">\\(đã quá ngày hẹn\\)`),
    );
    expect((await officer.get('/matters?topic=MT')).text).toContain('đã quá ngày hẹn');
  });
});
