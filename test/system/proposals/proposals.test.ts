import { PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import { formatDay } from '#shared/language/format.ts';
import { addMonths } from '#shared/period.ts';
import { findBrowser, launch } from '#test/browser/find-browser.ts';
import { violations } from '#test/system/axe.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, thisMonth, today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { readQr } from '#test/system/proposals/read-qr.ts';
import { canBeStrangers, Stranger } from '#test/system/stranger.ts';
import { system } from '#test/system/system.ts';
import { TextBrowser } from '#test/system/text-browser.ts';
import { turnGuesses } from '#test/system/turn-guesses.ts';
import { Visitor } from '#test/system/visitor.ts';

const district = 'de-xuat';
const commune = `${district}.tan-an`;
const cellOf = (name: string) => `${commune}.${name}`;
const names = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam'];
const units = `id;level;kind;name;type;from;to;group
${district};district;huyện;Đề Xuất;;2019-03;;
${commune};commune;xã;Tân An;;2019-03;;1
${names.map((name) => `${cellOf(name)};cell;Chi bộ thôn;${name};thon;2019-03;;\n`).join('')}${cellOf('cu')};cell;Chi bộ thôn;Cũ;thon;2019-03;${addMonths(lastMonth, -2)};
`;
const users = ['de-xuat', 'de-xuat.tan-an', 'de-xuat.tan-an.mot'] as const;

let commissioner: Visitor;
let secretary: Visitor;
let board: Visitor;

interface Led {
  readonly received: number;
  readonly answered: number;
  readonly state?: 'open' | 'closed';
  readonly address?: string;
  readonly list?: readonly { readonly number: number; readonly text: string }[];
}

const pathOf = (cell: string, month: string = thisMonth) => `/prepare?cell=${cell}&month=${month}`;
const led = async (cell: string, by = commissioner) => ((await by.json(pathOf(cell))) as { proposals: Led }).proposals;
async function lead(cell: string, fields: Record<string, string>, by = commissioner, month: string = thisMonth) {
  return by.post('/prepare/proposals', { csrf: await by.csrf(), cell, month, ...fields });
}

/** Sets the meeting for today, and opens its page for members until then. */
async function opened(name: string): Promise<{ cell: string; path: string; address: string }> {
  const cell = cellOf(name);
  const day = {
    day: formatDay(today),
    'lines[0].id': 'discussion',
    'lines[0].text': 'Thảo luận',
    'lines[0].kept': '1',
  };
  const csrf = await commissioner.csrf();
  const saved = await commissioner.post('/prepare', { csrf, cell, month: thisMonth, baseRevision: '0', ...day });
  expect(saved.status).toBe(200);
  expect((await lead(cell, { action: 'open', days: '1', seen: '0' })).status).toBe(200);
  const { address = '' } = await led(cell);
  return { cell, address, path: new URL(address).pathname };
}

beforeAll(async () => {
  await enterDistrict(units, [
    { user: users[0], role: 'district', unit: district },
    { user: users[1], role: 'commune', unit: commune },
    { user: users[2], role: 'cell', unit: cellOf('mot') },
  ]);
  [board, commissioner, secretary] = (await Promise.all(users.map((user) => Visitor.signedIn(user)))) as [
    Visitor,
    Visitor,
    Visitor,
  ];
});

describe('members propose before a meeting', () => {
  it('by a code that the cell shows, as an address and as a QR code that says the same', async () => {
    const { cell, address } = await opened('mot');
    expect(address).toMatch(/\/proposals\/[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);
    const { text } = await secretary.get(pathOf(cell));
    expect(text).toContain('Đang nhận đề xuất đến hết ngày');
    expect(text).toContain(`href="${address}"`);
    expect(readQr(text)).toBe(address);
  });

  it('in a text browser, with no account and no cookie; the secretary reads it, answers it, and they are counted', async () => {
    const cell = cellOf('mot');
    const path = new URL((await led(cell)).address ?? '').pathname;
    const member = new TextBrowser();
    await member.open(path.toUpperCase().replace('/PROPOSALS', '/proposals').replaceAll('-', ' '));
    expect(member.text).toContain('Không ghi họ tên');
    member.type('text', 'Lắp đèn đường ngõ 3 <b>ngay</b>');
    await member.press('Gửi đề xuất');
    expect(member.text).toContain('Đã nhận đề xuất số 1');
    expect(member.text).not.toContain('Lắp đèn');
    for (const text of ['Dọn kênh mương', 'Giúp hộ già yếu']) {
      member.type('text', text);
      await member.press('Gửi đề xuất');
    }
    expect(member.text).toContain('Đã nhận đề xuất số 3');

    const { text } = await secretary.get(pathOf(cell));
    expect(text).toContain('Đề xuất của đảng viên: 3, đã trả lời 0.');
    expect(text).toContain('Lắp đèn đường ngõ 3 &lt;b>ngay&lt;/b>');
    expect((await lead(cell, { action: 'agenda', number: '1', seen: '1' }, secretary)).text).toContain(
      'Đã ghi trả lời',
    );
    const answered = await lead(
      cell,
      { action: 'reply', number: '2', 'reply.2': 'xã làm trong tháng 12', seen: '1' },
      secretary,
    );
    expect(answered.text).toContain('Đề xuất của đảng viên: 3, đã trả lời 2.');
    const { agenda } = (await secretary.json(pathOf(cell))) as {
      agenda: { lines: { id: string; text?: string; kept: boolean }[] };
    };
    expect(agenda.lines).toContainEqual({
      id: 'proposal-1',
      kept: true,
      text: 'Đảng viên đề xuất: Lắp đèn đường ngõ 3 <b>ngay</b>',
    });

    await member.open(path);
    expect(member.text).toContain('Đề xuất số 1: đã đưa vào chương trình.');
    expect(member.text).toContain('Đề xuất số 2: trả lời: xã làm trong tháng 12');
    for (const secret of ['Lắp đèn', 'Dọn kênh', 'Giúp hộ', 'số 3:']) expect(member.text).not.toContain(secret);
  });

  it('and nobody above the commune reads them: the district sees how many there are', async () => {
    const { text } = await board.get(pathOf(cellOf('mot')));
    expect(text).toContain('Đề xuất của đảng viên: 3, đã trả lời 2.');
    expect(text).not.toContain('Dọn kênh');
    expect(text).not.toContain('/proposals/');
    expect(await led(cellOf('mot'), board)).toEqual({ received: 3, answered: 2 });
    expect((await lead(cellOf('mot'), { action: 'close' }, board)).status).toBe(403);
  });

  it('the audit knows what the cell did, and nothing of who proposes', async () => {
    const cell = cellOf('mot');
    const { text } = await board.get(`/audit/${today}`);
    for (const deed of ['_proposals#1 open', '_1#2 agenda', '_2#2 replied']) {
      expect(text, deed).toContain(`${cell}_${thisMonth}${deed}`);
    }
    expect(text).toMatch(new RegExp(`prepare ${cell} ${thisMonth}: [^<]*${cell}_${thisMonth}_1`));
    expect(text).not.toContain(new URL((await led(cell)).address ?? '').pathname.split('/')[2]);
    expect(text).not.toContain('Dọn kênh');
  });

  it('what is stored says neither the code nor who it was', async () => {
    const { cell } = await opened('hai');
    const { address = '' } = await led(cell);
    const sent = await new Visitor().post(new URL(address).pathname, { text: 'Sửa nhà văn hóa' });
    expect(sent.status).toBe(200);
    expect(sent.headers.getSetCookie()).toEqual([]);
    const items = await transientItems();
    const own = items.filter(({ pk }) => pk.startsWith(`proposals#${cell}`));
    expect(own.map(({ sk }) => sk).toSorted()).toEqual(['opening#0001', 'proposal#0001#0001']);
    const proposal = own.find(({ sk }) => sk.startsWith('proposal')) ?? {};
    expect(Object.keys(proposal).toSorted()).toEqual(
      ['expiresAt', 'format', 'number', 'on', 'pk', 'revision', 'sk', 'text'].toSorted(),
    );
    for (const item of items.filter(({ pk }) => /^(proposals|guess#proposal)/.test(pk))) {
      expect(item['expiresAt']).toEqual(expect.any(Number));
      expect(JSON.stringify(item)).not.toContain(address.split('/').at(-1));
      expect(JSON.stringify(item)).not.toMatch(/127\.0\.0|::1/);
    }
  });
});

type Stored = Record<string, unknown> & { readonly pk: string; readonly sk: string };

async function transientItems(): Promise<Stored[]> {
  const { db, outputs } = operatorDb();
  const { transient: TableName } = tablesOf(outputs);
  const found: Stored[] = [];
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName, ConsistentRead: true })) {
    found.push(...(Items as Stored[]));
  }
  return found;
}

describe('a code that opens nothing', () => {
  const refusal = 'Mã sai, đã hết hạn hoặc chi bộ đã đóng nhận đề xuất.';

  it('is answered alike, and not before the half second, whether it is wrong, closed, replaced, expired or no code', async () => {
    const [closed, replaced, expired] = [await opened('ba'), await opened('bon'), await opened('nam')];
    await lead(closed.cell, { action: 'close', seen: '1' });
    await lead(replaced.cell, { action: 'renew', seen: '1' });
    await expire(expired.cell);
    const paths = [
      closed.path,
      replaced.path,
      expired.path,
      '/proposals/0000-0000-0000',
      '/proposals/abc',
      '/proposals/khong-co',
    ];
    const pages = new Set<string>();
    for (const path of paths) {
      const began = Date.now();
      const { status, text } = await new Visitor().get(path);
      expect(status, path).toBe(404);
      expect(Date.now() - began, path).toBeGreaterThan(450);
      expect(text).toContain(refusal);
      pages.add(text.replaceAll(path, '').replaceAll(encodeURIComponent(path), ''));
    }
    expect(pages.size).toBe(1);
    // What was typed while the page closed is not lost.
    const late = await new Visitor().post(closed.path, { text: 'Mở lớp xóa mù số' });
    expect(late.status).toBe(404);
    expect(late.text).toContain('Mở lớp xóa mù số');

    const { address = '' } = await led(replaced.cell);
    expect(new URL(address).pathname).not.toBe(replaced.path);
    expect((await new Visitor().get(new URL(address).pathname)).status).toBe(200);
    // What was closed is opened again by another code.
    await lead(closed.cell, { action: 'open', days: '1', seen: '2' });
    expect((await new Visitor().get(closed.path)).status).toBe(404);
    expect(new URL((await led(closed.cell)).address ?? '').pathname).not.toBe(closed.path);
  });

  it.runIf(canBeStrangers)(
    'is tried a hundred times by a network, which then waits whatever it tries',
    async () => {
      const { path } = await opened('sau');
      const guesser = new Stranger(77);
      for (let round = 0; round < 10; round++) {
        await Promise.all(Array.from({ length: 10 }, () => guesser.get('/proposals/0000-0000-0000')));
      }
      expect((await guesser.get('/proposals/0000-0000-0000')).status).toBe(429);
      const waits = await guesser.get(path);
      expect(waits.status).toBe(429);
      expect(waits.text).toContain('phút');
      expect((await new Stranger(78).get(path)).status).toBe(200);
      await turnGuesses(20);
      expect((await guesser.get(path)).status).toBe(200);
    },
    120_000,
  );
});

/** Lets the days of an opening pass. */
async function expire(cell: string): Promise<void> {
  const { db, outputs } = operatorDb();
  const { transient: TableName } = tablesOf(outputs);
  for (const item of (await transientItems()).filter(
    ({ pk, sk }) => pk === `proposals#${cell}_${thisMonth}` && sk.startsWith('opening#'),
  )) {
    await db.send(new PutCommand({ TableName, Item: { ...item, until: '2021-01-01' } }));
  }
}

describe('too much', () => {
  it.runIf(canBeStrangers)(
    'a network sends twenty, then waits with what it typed; a meeting takes sixty',
    async () => {
      const { cell, path } = await opened('bay');
      const send = async (who: Visitor, text: string) => who.post(path, { text });
      const sent = async (stranger: number, from: number) => {
        for (let n = from; n < from + 20; n++)
          expect((await send(new Stranger(stranger), `Đề xuất ${n}`)).status).toBe(200);
      };
      await sent(80, 1);
      const waits = await send(new Stranger(80), 'Đề xuất thứ hai mươi mốt');
      expect(waits.status).toBe(429);
      expect(waits.text).toContain('Đề xuất thứ hai mươi mốt');
      expect(waits.text).toMatch(/Xin thử lại sau \d+ phút/);
      await sent(81, 21);
      // All together wait after forty, so that nobody fills a meeting's list at once.
      expect((await send(new Stranger(82), 'Một đề xuất nữa')).status).toBe(429);
      await turnGuesses(20);
      await sent(82, 41);
      const full = await send(new Stranger(83), 'Đề xuất thứ sáu mươi mốt');
      expect(full.status).toBe(409);
      expect(full.text).toContain('đã nhận đủ 60 đề xuất');
      expect(full.text).toContain('Đề xuất thứ sáu mươi mốt');
      expect(await led(cell)).toMatchObject({ received: 60 });
      await turnGuesses(20);
    },
    120_000,
  );
});

describe('bad input', () => {
  it('nothing, too much, a field of another form, and a form of another site', async () => {
    const { cell, path } = await opened('tam');
    const visitor = new Visitor();
    for (const [fields, words] of [
      [{ text: ' ' }, 'Chưa thực hiện được'],
      [{ text: 'dài '.repeat(200) }, '500'],
      [{ text: 'Làm đường', name: 'Nguyễn Văn A' }, 'name'],
      [{ text: 'hỏng \uFFFD' }, 'hỏng'],
    ] as const) {
      const { status, text } = await visitor.post(path, fields);
      expect(status).toBe(422);
      expect(text).toContain(words);
      expect(text).toContain(fields.text.trim());
    }
    expect((await visitor.post(path, { text: 'Làm đường' }, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await visitor.post(path, { text: 'Làm đường' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(await led(cell)).toMatchObject({ received: 0 });
    // Sent twice is sent once.
    expect((await visitor.post(path, { text: 'Làm đường' })).text).toContain('đề xuất số 1');
    expect((await visitor.post(path, { text: 'Làm đường' })).text).toContain('đề xuất số 1');
    expect((await visitor.get(`${path}?sent=7`)).text).not.toContain('Đã nhận đề xuất');
  });

  it('a cell that does not stand, a month that is closed, a meeting that is over, too many days, somebody who was slower', async () => {
    expect((await lead(cellOf('cu'), { action: 'open', days: '1' })).status).toBe(404);
    const closed = await lead(cellOf('tam'), { action: 'open', days: '1' }, commissioner, addMonths(lastMonth, -2));
    expect(closed.status).toBe(409);
    expect(closed.text).toContain('đã chốt số liệu');
    const over = await lead(cellOf('tam'), { action: 'open', days: '1' }, commissioner, lastMonth);
    expect([409, 422]).toContain(over.status);
    const long = await lead(cellOf('tam'), { action: 'open', days: '11', seen: '1' });
    expect(long.status).toBe(422);
    expect(long.text).toContain('value="11"');
    const slow = await lead(cellOf('tam'), { action: 'reply', number: '1', 'reply.1': 'Sẽ bàn', seen: '0' });
    expect(slow.status).toBe(409);
    expect(slow.text).toContain('Sẽ bàn');
    expect((await lead('hiep-hoa.thang.tieu-hoc', { action: 'open', days: '1' })).status).toBe(404);
  });
});

const found = await findBrowser();
describe.runIf(found)('in a browser', () => {
  it('no script, no cookie, no fault that axe finds, 360 px, both languages, at most 6 kB', async () => {
    if (!found) return;
    const path = new URL((await led(cellOf('mot'))).address ?? '').pathname;
    const browser = await launch(found);
    try {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
      const page = await context.newPage();
      for (const [lang, to] of [
        ['vi', path],
        ['en', path],
        ['vi', '/proposals/0000-0000-0000'],
      ]) {
        const answer = await page.goto(new URL(`${to}?lang=${lang}`, system().url).href);
        const { responseBodySize, responseHeadersSize } = (await answer?.request().sizes()) ?? {};
        expect((responseBodySize ?? 0) + (responseHeadersSize ?? 0)).toBeLessThanOrEqual(6000);
        expect(await page.locator('script').count()).toBe(0);
        expect(await violations(page), `${lang} ${to}`).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      }
      expect((await context.cookies()).map(({ name }) => name)).toEqual(['lang']);
      await context.addCookies([{ name: 'session', value: secretary.cookie('session') ?? '', url: system().url }]);
      for (const lang of ['vi', 'en']) {
        await page.goto(new URL(`${pathOf(cellOf('mot'))}&lang=${lang}`, system().url).href);
        expect(await violations(page), lang).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      }
    } finally {
      await browser.close();
    }
  });
});
