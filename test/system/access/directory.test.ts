import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '#shared/reports/report.ts';
import { isTaskId, partsOfTaskId } from '#shared/reports/task-id.ts';
import { confirmFile } from '#test/system/access/confirm-file.ts';
import { giveDemoPassword } from '#test/system/access/user-pool.ts';
import { enterForeignDistrict } from '#test/system/foreign-district.ts';
import { lastMonth, thisMonth } from '#test/system/meeting.ts';
import { hiddenFields, type Seen, Visitor } from '#test/system/visitor.ts';

let district: Visitor;
let csrf: string;

beforeAll(async () => {
  district = await Visitor.signedIn('district');
  csrf = await district.csrf();
});

const unit = 'hiep-hoa.bac-ly';
const oneTime = /<code>([\w-]{14})<\/code>/;
const add = (fields: Readonly<Record<string, string>>) => district.post('/directory/users', { csrf, ...fields });
const change = (user: string, fields: Readonly<Record<string, string>>) =>
  district.post(`/directory/users/${user}`, { csrf, ...fields });

/** Signs in with a one-time password and chooses another, as its owner would. */
async function firstSignIn(user: string, given: string, chosen: string): Promise<Visitor> {
  const visitor = new Visitor();
  const asked = await visitor.post('/login', { user, password: given });
  const { pending = '' } = hiddenFields(asked.text, '/password');
  const inside = await visitor.post('/password', { user, pending, password: chosen, repeat: chosen });
  expect(inside.text).toContain('action="/logout"');
  return visitor;
}

describe('an account’s life', () => {
  let owner: Visitor;

  it('begins with a one-time password that its owner replaces', async () => {
    const added = await add({ user: 'Bac-Ly-2', role: 'commune', unit, group: '' });
    expect(added.status).toBe(200);
    const given = oneTime.exec(added.text)?.[1] ?? '';
    owner = await firstSignIn('bac-ly-2', given, 'Cua-rieng-toi-26');
    expect((await owner.get('/')).text).toContain('Xã Bắc Lý');
    expect((await new Visitor().post('/login', { user: 'bac-ly-2', password: given })).status).toBe(401);
  });

  it('is not begun twice', async () => {
    const again = await add({ user: 'bac-ly-2', role: 'commune', unit });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Tài khoản này đã có.');
    expect(again.text).toContain('<a href="#user">');
    expect(/<input[^>]*name="user"[^>]*>/.exec(again.text)?.[0]).toMatch(
      /value="bac-ly-2".*aria-describedby="user-hint user-error" aria-invalid/,
    );
  });

  it('is shown in its commune’s list', async () => {
    const list = await district.get(`/directory/users?unit=${unit}`);
    expect(list.text).toContain('href="/directory/users/bac-ly-2"');
    expect((await district.json(`/directory/users/bac-ly-2`)) as object).toMatchObject({
      unit,
      role: 'commune',
      sessions: 1,
    });
  });

  it('goes on elsewhere when it is moved, and what was open is shut', async () => {
    const moved = await change('bac-ly-2', { change: 'move', role: 'commune', unit: 'hiep-hoa.mai-dinh' });
    expect(moved.status).toBe(200);
    expect((await owner.get(`/months/${thisMonth}`)).text).toContain('action="/login"');
    const again = new Visitor();
    await again.post('/login', { user: 'bac-ly-2', password: 'Cua-rieng-toi-26' });
    expect((await again.get('/')).text).toContain('Xã Mai Đình');
    expect((await again.get(`/months/${thisMonth}?unit=${unit}`)).status).toBe(404);
    owner = again;
  });

  it('gets another role by a move', async () => {
    expect((await change('bac-ly-2', { change: 'move', role: 'group', unit: 'hiep-hoa', group: '2' })).status).toBe(
      200,
    );
    owner = new Visitor();
    await owner.post('/login', { user: 'bac-ly-2', password: 'Cua-rieng-toi-26' });
    expect((await owner.get('/')).text).toContain('Tổ công tác 2');
    expect((await owner.get(`/months/${thisMonth}/grid`)).status).toBe(403);
  });

  it('goes on with another one-time password when its own is forgotten', async () => {
    const reset = await change('bac-ly-2', { change: 'reset' });
    expect((await owner.get('/')).text).toContain('action="/login"');
    owner = await firstSignIn('bac-ly-2', oneTime.exec(reset.text)?.[1] ?? '', 'Lai-cua-toi-2026');
  });

  it('rests while it is disabled: open sessions end at once, and nobody signs in', async () => {
    expect((await change('bac-ly-2', { change: 'disable' })).text).toContain('Đã khóa');
    expect((await owner.get('/')).text).toContain('action="/login"');
    const refused = await new Visitor().post('/login', { user: 'bac-ly-2', password: 'Lai-cua-toi-2026' });
    expect(refused.status).toBe(401);
    await change('bac-ly-2', { change: 'enable' });
    const back = await new Visitor().post('/login', { user: 'bac-ly-2', password: 'Lai-cua-toi-2026' });
    expect(back.status).toBe(200);
  });

  it('is not shut by itself', async () => {
    const own = await change('district', { change: 'disable' });
    expect(own.status).toBe(422);
    expect(own.text).toContain('Không tự thay đổi được tài khoản đang dùng.');
  });

  it('can be told to whom it is about', async () => {
    const file = await district.get('/directory/users/bac-ly-2?export=json');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="tai-khoan_bac-ly-2.json"');
    const stored = JSON.parse(file.text) as { account: object; sessions: unknown[]; record: { kind: string }[] };
    expect(stored.account).toMatchObject({ user: 'bac-ly-2', role: 'group', group: 2 });
    expect(stored.record.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['signed-in', 'refused', 'account']));
    expect(file.text).not.toMatch(/refreshToken|Lai-cua-toi/);
  });
});

describe('accounts by file', () => {
  const head = 'change;user;role;unit;group';
  const send = (text: string | Uint8Array): Promise<Seen> => {
    const form = new FormData();
    form.set('csrf', csrf);
    form.set('file', new Blob([text as BlobPart], { type: 'text/csv' }), 'tai-khoan.csv');
    return district.postForm('/directory/users', form);
  };

  it('are made, reset and disabled, each with its answer', async () => {
    const lines = [head, 'add;huong-lam-2;commune;hiep-hoa.huong-lam;', 'reset;huong-lam;;;', 'disable;dong-lo;;;'];
    const shown = await send(`\uFEFF${lines.join('\r\n')}\r\n`);
    expect(shown.text).toContain('Tệp có 3 việc, chưa việc nào được thực hiện.');
    expect((await district.get('/directory/users/huong-lam-2')).status).toBe(404);
    const seen = await confirmFile(district, shown);
    expect(seen.status).toBe(200);
    expect(seen.text.match(/<code>/g)).toHaveLength(2);
    expect(seen.text).toContain('Khóa tài khoản');
    // Others sign in with these.
    await change('dong-lo', { change: 'enable' });
    await giveDemoPassword(['huong-lam']);
  });

  it.each([
    [
      'a wrong line',
      `${head}\nadd;dong-lo-2;commune;hiep-hoa.dong-lo;\nadd;dong lo;xa;khong-co;9`,
      'Dòng 3: Tên đăng nhập chỉ gồm',
    ],
    [
      'a line twice',
      `${head}\nadd;dong-lo-2;commune;hiep-hoa.dong-lo;\nadd;DONG-LO-2;commune;hiep-hoa.dong-lo;`,
      'Dòng 3: Tên đăng nhập có hai lần',
    ],
    ['another head', 'user;password\na;b', 'Tệp chưa đúng'],
    ['no text at all', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0, 0]), 'Tệp chưa đúng'],
    ['nothing', '', 'Tệp chưa đúng'],
    [
      'too many lines',
      [head, ...Array.from({ length: 101 }, (_, n) => `add;x-${n};commune;${unit};`)].join('\n'),
      'Tệp chưa đúng',
    ],
  ])('with %s are refused, and none is made', async (_, text, says) => {
    const seen = await send(text);
    expect(seen.status).toBe(422);
    expect(seen.text).toContain(says);
    expect((await district.get('/directory/users/dong-lo-2')).status).toBe(404);
  });
});

describe('another district', () => {
  it('neither sees nor changes these accounts, and cannot tell whether they exist', async () => {
    await enterForeignDistrict();
    const foreign = await Visitor.signedIn('tan-yen.district');
    const token = await foreign.csrf();
    const [there, nowhere] = [
      await foreign.post('/directory/users/thanh-van', { csrf: token, change: 'disable' }),
      await foreign.post('/directory/users/khong-co', { csrf: token, change: 'disable' }),
    ];
    expect([there.status, nowhere.status]).toEqual([404, 404]);
    const form = new FormData();
    form.set('csrf', token);
    form.set('file', 'change;user;role;unit;group\ndisable;thanh-van;;;\ndisable;khong-co;;;');
    const file = await foreign.postForm('/directory/users', form);
    expect(file.text.match(/Huyện không có tài khoản này/g)).toHaveLength(2);
    expect((await new Visitor().post('/login', { user: 'thanh-van', password: 'Chi-bo-2026' })).status).toBe(200);
    expect((await foreign.get('/audit')).text).not.toContain('hiep-hoa');
  });
});

interface Audit {
  readonly whole: boolean;
  readonly entries: readonly {
    readonly kind: string;
    readonly of?: string;
    readonly by?: { readonly user: string };
    readonly from: string;
  }[];
}

describe('the audit', () => {
  it('says who came in, who was refused, who read and who took away, and nothing of what they typed', async () => {
    const commune = await Visitor.signedIn('quang-minh');
    await new Visitor().post('/login', { user: 'quang-minh', password: 'Mat-khau-go-nham' });
    await new Visitor().post('/login', { user: 'Mat-khau-go-nham', password: 'x' });
    const board = (await district.json(`/months/${lastMonth}?unit=hiep-hoa.quang-minh`)) as {
      cells: { reports: { id: string }[] }[];
    };
    const id = board.cells.flatMap(({ reports }) => reports)[0]?.id ?? '';
    // Its page also shows the words of the tasks that it follows up, which stand in earlier reports.
    const { report } = (await district.json(`/reports/${id}`)) as { report: Pick<Report, 'followUps'> };
    const earlier = report.followUps.flatMap(({ task }) => (isTaskId(task) ? [partsOfTaskId(task).report] : []));
    expect(earlier.length).toBeGreaterThan(0);
    await commune.get(`/reports/${id}`);
    await commune.get(`/scorecards/hiep-hoa.quang-minh/${lastMonth}.xlsx`);
    await commune.post('/logout', { csrf: await commune.csrf() });

    const { whole, entries } = (await district.json('/audit')) as Audit;
    expect(whole).toBe(true);
    const own = entries.filter(({ by, of }) => by?.user === 'quang-minh' || of === 'quang-minh');
    expect(own.map(({ kind, of }) => [kind, of])).toEqual([
      ['signed-in', undefined],
      ['refused', 'quang-minh'],
      ['viewed', [...new Set([id, ...earlier])].join(', ')],
      ['exported', `bang-diem_hiep-hoa.quang-minh_${lastMonth}.xlsx`],
      ['signed-out', undefined],
    ]);
    // Other files of tests have the operator take words out.
    expect(entries.filter(({ from }) => from !== '127.0.0.*' && from !== 'operator')).toEqual([]);
    expect(JSON.stringify(entries)).not.toContain('Mat-khau-go-nham');
  });

  it('is a page and a file that say the same', async () => {
    const page = await district.get('/audit');
    expect(page.text).toContain('Chuỗi nhật ký của ngày nguyên vẹn.');
    expect(page.text).toContain('Quản lý tài khoản');
    const day = /href="\/audit\/([\d-]+)\.csv"/.exec(page.text)?.[1] ?? '';
    const { entries } = (await district.json('/audit')) as Audit;
    const csv = await district.get(`/audit/${day}.csv`);
    expect(csv.headers.get('content-disposition')).toContain(`nhat-ky_hiep-hoa_${day}.csv`);
    expect(csv.text.trimEnd().split('\r\n')).toHaveLength(entries.length + 1);
    expect((await district.get('/audit/2026-02-31.csv')).status).toBe(404);
    expect((await district.get('/audit/2020-01-01')).text).toContain('Ngày này chưa ghi việc gì.');
  });
});
