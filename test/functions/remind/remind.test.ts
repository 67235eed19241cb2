import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Mailer, MailOutcome } from '#functions/remind/mailer.ts';
import { type RemindDeps, remind } from '#functions/remind/remind.ts';
import type { Mail } from '#functions/remind/write-mail.ts';
import { actionStore } from '#functions/store/action-store.ts';
import { askStore } from '#functions/store/ask-store.ts';
import { directoryStore, groupListItem } from '#functions/store/directory-store.ts';
import { mailChoiceStore } from '#functions/store/mail-choice-store.ts';
import { matterStore } from '#functions/store/matter-store.ts';
import { registerStore } from '#functions/store/register-store.ts';
import { reminderStore } from '#functions/store/reminder-store.ts';
import { reopeningStore } from '#functions/store/reopening-store.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { unsubscribeStore } from '#functions/store/unsubscribe-store.ts';
import { visitStore } from '#functions/store/visit-store.ts';
import type { Account } from '#shared/access/accounts.ts';
import type { Day } from '#shared/period.ts';
import { workingDayBefore } from '#shared/reminders/non-working-days.ts';
import { districtOf } from '#shared/units/units.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { putAll } from '#test/functions/remind/put-all.ts';
import { howMany } from '#test/how-many.ts';
import { aUnit, entered, groupList } from '#test/shared/samples.ts';

const database = onDynalite();
const units = ['hiep-hoa', 'hiep-hoa.a', 'hiep-hoa.a.x', 'hiep-hoa.a.y', 'hiep-hoa.b', 'hiep-hoa.b.x'].map((id) =>
  aUnit(id),
);

beforeAll(async () => {
  const items = [...unitItems(units, entered), groupListItem('hiep-hoa', groupList({ 1: ['hiep-hoa.a'] }))];
  await putAll(database().db, database().cells, items);
});

const account = (user: string, changes: Partial<Account> = {}): Account => ({
  user,
  role: 'commune',
  unit: `hiep-hoa.${user}`,
  enabled: true,
  mustChoose: false,
  email: `${user}@example.vn`,
  ...changes,
});

/** A mailer that keeps what it sends; `answer` says what becomes of it. */
function post(answer: (mail: Mail) => MailOutcome = () => 'sent') {
  const sent: Mail[] = [];
  const mailer: Mailer = {
    async send(mail) {
      const outcome = answer(mail);
      if (outcome === 'sent') sent.push(mail);
      return outcome;
    },
  };
  return { sent, mailer };
}

function deps(accounts: readonly Account[], mailer: Mailer): RemindDeps {
  const { db, cells, meetings, matters, actions, transient } = database();
  return {
    directory: directoryStore(db, cells),
    registers: registerStore(db, meetings),
    reports: reportStore(db, meetings),
    visits: visitStore(db, meetings),
    matters: matterStore(db, matters),
    actions: actionStore(db, actions),
    asks: askStore(db, meetings),
    reopenings: reopeningStore(db, cells),
    addressed: async (district) => accounts.filter(({ unit, email }) => districtOf(unit) === district && email),
    accounts: {
      async addressOf(user) {
        const found = accounts.find((each) => each.user === user);
        return found?.email ? { unit: found.unit, enabled: found.enabled, email: found.email } : undefined;
      },
    },
    reminders: reminderStore(db, transient),
    mailChoices: mailChoiceStore(db, cells),
    unsubscribe: unsubscribeStore(db, transient),
    mailer,
    url: 'https://so-chi-bo.example',
  };
}

/** Half past seven in Vietnam; February 2021 is due on Friday, 5 March. */
const morning = (day: string) => new Date(Date.parse(`${day}T07:30:00+07:00`)).toISOString();

describe('a morning', () => {
  it('tells each what waits and where, without a name of anyone or anything', async () => {
    const { sent, mailer } = post();
    const counts = { sent: 1, before: 0, failed: 0, unread: [] };
    expect(await remind(deps([account('a')], mailer), morning('2021-03-03'))).toEqual(counts);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: 'a@example.vn', subject: 'Sổ Chi Bộ: nhắc 2 việc cần xử lý' });
    expect(sent[0]?.text).toContain(
      '- 2 chi bộ chưa có báo cáo tháng 02/2021, hạn nộp hết ngày 05/03/2021\n  https://so-chi-bo.example/months/2021-02?unit=hiep-hoa.a\n',
    );
  });

  it('writes once a day to a person, run again or three times at once, and to one address of two accounts', async () => {
    const { sent, mailer } = post();
    const both = [account('a'), account('a2', { unit: 'hiep-hoa.b', email: 'A@example.vn' })];
    const runs = await Promise.all([1, 2, 3].map(() => remind(deps(both, mailer), morning('2021-03-04'))));
    await remind(deps(both, mailer), morning('2021-03-04'));
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain('unit=hiep-hoa.a\n');
    expect(sent[0]?.text).toContain('unit=hiep-hoa.b\n');
    expect(runs.map((run) => run.sent).toSorted()).toEqual([0, 0, 1]);
  });

  it('a run that died goes on with those who were not written to yet', async () => {
    const { sent, mailer } = post(({ to }) => {
      if (to === 'b@example.vn' && sent.length === 1) throw new Error('killed');
      return 'sent';
    });
    const all = [account('a'), account('b'), account('x', { role: 'cell', unit: 'hiep-hoa.a.x' })];
    await expect(remind(deps(all, mailer), morning('2021-03-05'))).rejects.toThrow('killed');
    await remind(deps(all, mailer), morning('2021-03-05'));
    expect(sent.map(({ to }) => to)).toEqual(['x@example.vn', 'a@example.vn'].toSorted());
  });

  it('whom SES refused is tried again; where nobody knows, it is not', async () => {
    const all = [account('a'), account('b')];
    const bad = post(({ to }) => (to === 'a@example.vn' ? 'refused' : 'unknown'));
    expect(await remind(deps(all, bad.mailer), morning('2021-03-08'))).toEqual({
      sent: 0,
      before: 0,
      failed: 2,
      unread: [],
    });
    const good = post();
    expect(await remind(deps(all, good.mailer), morning('2021-03-08'))).toEqual({
      sent: 1,
      before: 1,
      failed: 0,
      unread: [],
    });
    expect(good.sent.map(({ to, subject }) => [to, subject])).toEqual([
      ['a@example.vn', 'Sổ Chi Bộ: thông báo quá hạn báo cáo (2 việc)'],
    ]);
  });

  it('a district that cannot be read is named, and the others do not wait for it', async () => {
    const { db, cells } = database();
    const item = { pk: 'districts', sk: 'an-lac' };
    await putAll(db, cells, [item]); // before `hiep-hoa`, and without a unit
    const { mailer } = post();
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const all = [account('n', { role: 'district', unit: 'an-lac' }), account('a')];
    expect(await remind(deps(all, mailer), morning('2021-03-10'))).toMatchObject({ sent: 1, unread: ['an-lac'] });
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
    await db.send(new DeleteCommand({ TableName: cells, Key: item }));
  });

  it('writes to nobody on a quiet day, to nobody without an address, who is disabled or has nothing to do', async () => {
    const { sent, mailer } = post();
    await remind(deps([account('a')], mailer), morning('2021-03-06'));
    const { email, ...without } = account('a');
    const others = [
      without,
      account('b', { enabled: false }),
      account('hoang', { role: 'district', unit: 'hiep-hoa' }),
    ];
    await remind(deps(others, mailer), morning('2021-03-09'));
    expect(sent).toEqual([]);
  });
});

describe('whatever happens', () => {
  /** Runs of a day: what becomes of each mail in turn, where `died` is the end of the run. */
  const outcomes = fc.array(fc.constantFrom('sent', 'refused', 'unknown', 'died'), { maxLength: 6 });
  const runs = fc.array(fc.array(outcomes, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
  const all = [account('a'), account('b'), account('x', { role: 'cell', unit: 'hiep-hoa.a.x' })];
  let years = 2030;

  it('nobody is written to twice a day, and everybody once whom no run has failed', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (rounds) => {
        years += 1; // a day that no run before has seen
        const day = morning(workingDayBefore(`${years}-03-06` as Day));
        const sent: Mail[] = [];
        const unknown = new Set<string>();
        const run = (left: readonly string[]) => {
          const next = [...left];
          return remind(
            deps(all, {
              async send(mail) {
                const outcome = next.shift() ?? 'sent';
                if (outcome === 'sent') sent.push(mail);
                else if (outcome !== 'refused') unknown.add(mail.to);
                if (outcome === 'died') throw new Error('killed');
                return outcome as MailOutcome;
              },
            }),
            day,
          ).catch(() => undefined);
        };
        for (const atOnce of rounds) await Promise.all(atOnce.map(run));
        await run([]);
        const to = sent.map((mail) => mail.to);
        expect(new Set(to).size).toBe(to.length);
        expect(new Set([...to, ...unknown])).toEqual(new Set(all.map(({ email }) => email)));
        for (const each of unknown) expect(to).not.toContain(each);
      }),
      { numRuns: howMany.mornings },
    );
  });
});

describe('whoever wants no reminders', () => {
  const tokenIn = (mail: Mail | undefined) => new URL(mail?.unsubscribe ?? '').searchParams.get('token') ?? '';
  const unsubscribed = async (mail: Mail | undefined, now: string) => {
    const { db, cells, transient } = database();
    const subscribers = await unsubscribeStore(db, transient).find(tokenIn(mail), now);
    for (const each of subscribers) await mailChoiceStore(db, cells).choose(each, 'off', now);
    return subscribers;
  };

  it('follows a link that is for the accounts of the mail and for nobody else, and holds for months', async () => {
    const { sent, mailer } = post();
    const all = [account('a'), account('a2', { unit: 'hiep-hoa.b', email: 'a@example.vn' }), account('b')];
    await remind(deps(all, mailer), morning('2021-04-01'));
    expect(sent.map(({ to }) => to)).toEqual(['a@example.vn', 'b@example.vn']);
    expect(sent[0]?.text).toContain(`Ngừng nhận thư nhắc:\n${sent[0]?.unsubscribe}\n`);
    expect(await unsubscribed(sent[0], morning('2021-06-20'))).toEqual([
      { user: 'a', unit: 'hiep-hoa.a' },
      { user: 'a2', unit: 'hiep-hoa.b' },
    ]);
    const { db, transient } = database();
    expect(await unsubscribeStore(db, transient).find(tokenIn(sent[0]), morning('2021-07-02'))).toEqual([]);
    expect(await unsubscribeStore(db, transient).find('x', morning('2021-04-01'))).toEqual([]);
  });

  it('gets no reminder any more, and an official notice without a link to stop it', async () => {
    const { sent, mailer } = post();
    const all = [account('a'), account('b')];
    await remind(deps(all, mailer), morning('2021-04-05'));
    expect(sent.map(({ to }) => to)).toEqual(['b@example.vn']);
    // March 2021 is due on Monday, 5 April.
    await remind(deps(all, mailer), morning('2021-04-06'));
    const [, notice] = sent;
    expect(notice).toMatchObject({ to: 'a@example.vn', subject: 'Sổ Chi Bộ: thông báo quá hạn báo cáo (2 việc)' });
    expect(notice).not.toHaveProperty('unsubscribe');
    expect(notice?.text).not.toContain('Ngừng nhận thư nhắc');
  });
});

describe('a request to amend a report of a closed month', () => {
  it('is told to the district’s board on the day after', async () => {
    const { sent, mailer } = post();
    const board = account('board', { role: 'district', unit: 'hiep-hoa' });
    const own = deps([board, account('a')], mailer);
    const by = { user: 'a', role: 'commune', unit: 'hiep-hoa.a' } as const;
    const ask = { number: 1, by, at: morning('2021-05-17'), reason: 'Đếm sót' };
    const { db, meetings } = database();
    await askStore(db, meetings).ask({ ...ask, id: `hiep-hoa.a.x_${'2021-03-03' as Day}_regular` });
    await remind(own, morning('2021-05-18'));
    expect(sent.map(({ to }) => to)).toEqual(['board@example.vn']);
    expect(sent[0]?.text).toContain(
      '- 1 đề nghị sửa báo cáo đã chốt đang chờ trả lời\n  https://so-chi-bo.example/#asks\n',
    );
    expect(sent[0]?.text).not.toContain('Đếm sót');
  });
});
