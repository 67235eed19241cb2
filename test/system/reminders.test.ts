import { describe, expect, inject, it } from 'vitest';
import { addDays, type Day, dayAt } from '#shared/period.ts';
import { isQuiet, workingDayBefore } from '#shared/quiet-days.ts';
import { deadlines } from '#shared/units.ts';
import { mailTo } from '#test/system/mail.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { runReminders } from '#test/system/run-reminders.ts';
import { Visitor } from '#test/system/visitor.ts';

const due = dayAt(deadlines({}, thisMonth).due);
/** A working day on which this month's reports are still to come, and the first one after they were due. */
const before = workingDayBefore(addDays(due, 1));
const after = workingDayAfter(due);
const address = 'thanh-van@hiep-hoa.example';

function workingDayAfter(day: Day): Day {
  let next = addDays(day, 1);
  while (isQuiet(next)) next = addDays(next, 1);
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
    expect(board.text).toMatch(/<a href="\/visits\?month=[\d-]+">\d+ lượt dự họp tháng/);
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
    expect(mails[0]?.text).toContain(`${inject('url')}/months/${thisMonth}?unit=hiep-hoa.thanh-van\n`);
    expect(mails[0]?.text).not.toMatch(/Thanh Vân/);
  });

  it('after the deadline it is a notice, and on a quiet day nobody is written to', async () => {
    const earlier = (await mailTo(address)).length;
    const quiet = [1, 2, 3, 4, 5, 6, 7].map((count) => addDays(due, count)).find(isQuiet) as Day;
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
    expect(await runReminders(day)).toBe('1 reminder(s) could not be sent');
    await set('bac-ly@hiep-hoa.example');
    expect(await runReminders(day)).toBeUndefined();
    expect(await mailTo('bac-ly@hiep-hoa.example')).toHaveLength(1);
    await set('');
  });
});
