import { describe, expect, it } from 'vitest';
import { formatDay } from '#shared/language/format.ts';
import { addDays, type Day, dayAt } from '#shared/period.ts';
import { beginsWeek, isNonWorking, workingDayBefore } from '#shared/reminders/non-working-days.ts';
import { deadlines } from '#shared/units/units.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { mailTo } from '#test/system/mail.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { runReminders } from '#test/system/run-reminders.ts';
import { system } from '#test/system/system.ts';
import { hiddenFields, Visitor } from '#test/system/visitor.ts';

const due = dayAt(deadlines({}, thisMonth).due);
/** A working day on which this month's reports are still to come, and the first one after they were due. */
const before = workingDayBefore(addDays(due, 1));
const after = workingDayAfter(due);
const address = 'thanh-van@hiep-hoa.example';

function workingDayAfter(day: Day): Day {
  let next = addDays(day, 1);
  while (isNonWorking(next)) next = addDays(next, 1);
  return next;
}

/** Mails since a count. */
const since = async (count: number, to = address) => (await mailTo(to)).slice(count);

describe('reminders', () => {
  it('what waits stands on the own board, by the same rule', async () => {
    const group = (await (await Visitor.signedIn('group3')).json('/')) as { duties: object[] };
    expect(group.duties).toContainEqual(expect.objectContaining({ kind: 'visits' }));
    const board = await (await Visitor.signedIn('group3')).get('/');
    expect(board.text).toContain('Việc đang chờ');
    expect(board.text).toMatch(/<a href="\/visits\?month=[\d-]+"><b>\d+<\/b><span> buổi dự sinh hoạt tháng/);
  });

  it('a commune is written to once a day, whoever runs it twice at once', async () => {
    const earlier = (await mailTo(address)).length;
    expect(await Promise.all([runReminders(before), runReminders(before)])).toEqual([undefined, undefined]);
    expect(await runReminders(before)).toBeUndefined();
    const mails = await since(earlier);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.headers).toMatchObject({ from: 'so-chi-bo@chi-bo.example' });
    expect(mails[0]?.headers['subject']).toMatch(/^Sổ Chi Bộ: nhắc \d+ việc cần xử lý$/);
    expect(mails[0]?.text).toMatch(/\d+ chi bộ chưa có báo cáo tháng \d\d\/\d{4}, hạn nộp hết ngày \d\d\/\d\d\/\d{4}/);
    expect(mails[0]?.text).toContain(`${system().url}/months/${thisMonth}?unit=hiep-hoa.thanh-van\n`);
    expect(mails[0]?.text).not.toMatch(/Thanh Vân/);
  });

  it('after the deadline it is a notice, and on a quiet day nobody is written to', async () => {
    const earlier = (await mailTo(address)).length;
    const quiet = [1, 2, 3, 4, 5, 6, 7].map((count) => addDays(due, count)).find(isNonWorking) as Day;
    await runReminders(quiet);
    expect(await since(earlier)).toEqual([]);
    await runReminders(after);
    const [notice] = await since(earlier);
    expect(notice?.headers['subject']).toMatch(/^Sổ Chi Bộ: thông báo quá hạn báo cáo/);
    expect(notice?.text).toContain('đã quá hạn ngày');
  });

  it('an address that SES refuses fails the run and is tried again, the others are not', async () => {
    const district = await Visitor.signedIn('district');
    const set = async (email: string) =>
      district.post('/directory/users/bac-ly', { csrf: await district.csrf(), change: 'email', email });
    await set('bac-ly@khong-co.invalid');
    const day = workingDayBefore(before);
    const earlier = (await mailTo('bac-ly@hiep-hoa.example')).length;
    expect(await runReminders(day)).toBe('1 reminder(s) could not be sent');
    await set('bac-ly@hiep-hoa.example');
    expect(await runReminders(day)).toBeUndefined();
    expect(await since(earlier, 'bac-ly@hiep-hoa.example')).toHaveLength(1);
    await set('');
  });
});

describe('stopping reminders', () => {
  const user = 'group2';
  const to = `${user}@hiep-hoa.example`;
  /** The mornings on which visits of this month that wait are written about, but for one that was run before. */
  const weeks = [0, 7, 14, 21]
    .map((count) => addDays(before, count))
    .flatMap(firstOfWeek)
    .filter((day) => day !== after);
  const newest = async () => (await mailTo(to)).at(-1);

  it('works by the link of the mail, without signing in, again and again, and back', async () => {
    const [first, second, third] = weeks as [Day, Day, Day];
    await runReminders(first);
    const mail = await newest();
    expect(mail?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const link = /^<(.*)>$/.exec(mail?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    expect(mail?.text).toContain(link);
    const path = link.slice(system().url.length);

    const visitor = new Visitor();
    const asked = await visitor.get(path);
    expect(asked.text).toContain('Đang nhận thư nhắc.');
    expect((await new Visitor().get(path)).text).toContain('Đang nhận thư nhắc.');
    const stopped = await visitor.post(path, hiddenFields(asked.text, path));
    expect(stopped.text).toContain('Đã ngừng thư nhắc');
    expect((await visitor.post(path, { mail: 'off' })).text).toContain('Đã ngừng thư nhắc');
    const earlier = (await mailTo(to)).length;
    await runReminders(second);
    expect(await since(earlier, to)).toEqual([]);

    const back = await visitor.post(path, hiddenFields(stopped.text, path));
    expect(back.text).toContain('Đã đặt nhận lại thư nhắc');
    await runReminders(third);
    expect(await since(earlier, to)).toHaveLength(1);
  });

  it('works by one click in a mail program, which has no page of ours before it', async () => {
    const link = /<(.*)>/.exec((await newest())?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    const answer = await fetch(link, { method: 'POST', body: form, redirect: 'manual' });
    expect(answer.status).toBe(200);
    expect(await (await Visitor.signedIn(user)).json('/account')).toMatchObject({ mail: 'off' });
  });

  it('is refused where another site sends the form, and for a link that nobody was sent', async () => {
    const visitor = new Visitor();
    const link = /<(.*)>/.exec((await newest())?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    const path = link.slice(system().url.length);
    expect((await visitor.post(path, { mail: 'on' }, { origin: 'https://khac.example' })).status).toBe(403);
    const unknown = await visitor.get('/unsubscribe?token=khong-co');
    expect([unknown.status, unknown.text.includes('Liên kết đã hết hạn')]).toEqual([404, true]);
    expect((await visitor.post('/unsubscribe?token=khong-co', {})).status).toBe(404);
    expect((await visitor.get('/unsubscribe')).status).toBe(404);
  });

  it('is a choice of one’s own account, too, and on record', async () => {
    const visitor = await Visitor.signedIn(user);
    const off = await visitor.get('/account');
    expect(off.text).toContain('Đã ngừng nhận thư nhắc.');
    const on = await visitor.post('/account/mail', hiddenFields(off.text, '/account/mail'));
    expect(on.text).toContain('Đang nhận thư nhắc.');
    const { entries } = (await (await Visitor.signedIn('district')).json('/audit')) as { entries: { of?: string }[] };
    expect(entries.map(({ of }) => of)).toEqual(expect.arrayContaining([`mail#off#${user}`, `mail#on#${user}`]));
  });
});

/** Last in this file: its mornings are those of everybody, who has got a mail before. */
describe('the result of a meeting that nobody has published', () => {
  const district = 'dang-tai';
  const commune = `${district}.tan-lap`;
  const cell = `${commune}.mot`;
  const to = 'tan-lap@dang-tai.example';
  const units = `id;level;kind;name;type;from;to;group
${district};district;huyện;Đăng Tải;;2019-03;;
${commune};commune;xã;Tân Lập;;2019-03;;
${cell};cell;Chi bộ thôn;Một;thon;2019-03;;
`;
  const yesterday = addDays(today, -1);
  const id = `${cell}_${yesterday}_regular`;
  const waiting = 'nghị quyết, kết luận tháng';

  it('waits on the home of the cell and of its commune, and is written about, until its day is entered', async () => {
    await enterDistrict(units, [
      { user: district, role: 'district', unit: district },
      { user: commune, role: 'commune', unit: commune },
      { user: cell, role: 'cell', unit: cell },
    ]);
    const board = await Visitor.signedIn(district);
    await board.post(`/directory/users/${commune}`, { csrf: await board.csrf(), change: 'email', email: to });
    const officer = await Visitor.signedIn(commune);
    const secretary = await Visitor.signedIn(cell);
    expect((await officer.get('/')).text).not.toContain(waiting);
    const report = meeting(cell, { date: formatDay(yesterday), 'tasks[0].due': formatDay(today) });
    const sent = await secretary.post('/reports', { csrf: await secretary.csrf(), baseRevision: '0', ...report });
    expect(sent.status).toBe(200);

    for (const visitor of [officer, secretary]) {
      const home = await visitor.get('/');
      expect(home.text).toContain(waiting);
      expect(home.text).toContain(`hạn hết ngày ${formatDay(addDays(yesterday, 2))}`);
      expect(home.text).toContain(`href="/reports/${id}/papers"`);
    }
    const first = workingDayAfter(today);
    await runReminders(first);
    const [mail] = await since(0, to);
    expect(mail?.text).toContain('1 nghị quyết, kết luận tháng');
    expect(mail?.text).toContain(`${system().url}/reports/${id}/papers\n`);

    const path = `/reports/${id}/papers`;
    const form = [...(await secretary.get(path)).text.matchAll(/<form[^>]*>.*?<\/form>/gs)].find(([each]) =>
      each.includes('name="published"'),
    );
    const baseRevision = /name="baseRevision" value="(\d+)"/.exec(form?.[0] ?? '')?.[1] ?? '';
    const csrf = await secretary.csrf();
    const entered = await secretary.post(path, { csrf, baseRevision, published: formatDay(today) });
    expect(entered.status).toBe(200);
    for (const visitor of [officer, secretary]) expect((await visitor.get('/')).text).not.toContain(waiting);
    await runReminders(workingDayAfter(first));
    for (const { text } of await since(1, to)) expect(text).not.toContain(waiting);
  });
});

/** The first working day of the week of a day. */
function firstOfWeek(day: Day): Day[] {
  const monday = addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
  return [0, 1, 2, 3, 4].map((count) => addDays(monday, count)).filter(beginsWeek);
}
