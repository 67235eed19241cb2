import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '#infra/admin/target.ts';
import { formatDay } from '#shared/language/format.ts';
import { bytesOf } from '#test/shared/zip.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { sendDocument } from '#test/system/guidance/send-document.ts';
import { today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { hiddenFields, type Seen, Visitor } from '#test/system/visitor.ts';

const district = 'thu-vien';
const units = `id;level;kind;name;type;from;to;group
${district};district;huyện;Thư Viện;;2019-03;;
${district}.xa-mot;commune;xã;Một Xã;;2019-03;;1
${district}.xa-mot.thon;cell;Chi bộ thôn;Đông;thon;2019-03;;
${district}.xa-mot.truong;cell;Chi bộ;Trường Tiểu học;truong-hoc;2019-03;;
${district}.xa-hai;commune;xã;Hai Xã;;2019-03;;1
${district}.xa-hai.thon;cell;Chi bộ thôn;Tây;thon;2019-03;;
`;
const land = {
  title: 'Quản lý đất đai <ở> thôn',
  subject: 'DDXD',
  'types[0]': 'thon',
  content: 'Lấn mương, lấn đường thì báo trong ngày.\nViệc vượt quyền thì chuyển lên xã.',
  questions: 'Chỗ nào mới lấn?\nAi đã báo?',
};
const gold = { title: 'Nghề dát vàng', subject: 'KT', content: 'Nghề cũ dai dẳng của làng.' };

let board: Visitor;
let commune: Visitor;
let other: Visitor;
let village: Visitor;
let school: Visitor;
let group: Visitor;

const numberIn = ({ text }: Seen) => Number(/action="\/library\/(\d+)"/.exec(text)?.[1]);
const add = async (fields: Readonly<Record<string, string>>) =>
  board.post('/library', { csrf: await board.csrf(), ...fields });
const titlesIn = ({ text }: Seen) =>
  [...text.matchAll(/<a href="\/library\/\d+">(.*?)<\/a>/gs)].map(([, title = '']) => title.replace(/<\/?mark>/g, ''));
const rowOf = ({ text }: Seen, unit: string) => new RegExp(`${unit}</th><td>(.*?)</td>`).exec(text)?.[1];
/** The audit of today says this of somebody. */
const recorded = async (kind: string, of: string) => {
  const { entries } = (await board.json('/audit')) as {
    entries: { kind: string; of?: string; by?: { user: string } }[];
  };
  return entries.filter((each) => each.kind === kind && each.of === of).map(({ by }) => by?.user);
};

beforeAll(async () => {
  await enterDistrict(units, [
    { user: district, role: 'district', unit: district },
    { user: `${district}.xa-mot`, role: 'commune', unit: `${district}.xa-mot` },
    { user: `${district}.xa-hai`, role: 'commune', unit: `${district}.xa-hai` },
    { user: `${district}.xa-mot.thon`, role: 'cell', unit: `${district}.xa-mot.thon` },
    { user: `${district}.xa-mot.truong`, role: 'cell', unit: `${district}.xa-mot.truong` },
    { user: `${district}.group1`, role: 'group', unit: district, group: 1 },
  ]);
  board = await Visitor.signedIn(district);
  commune = await Visitor.signedIn(`${district}.xa-mot`);
  other = await Visitor.signedIn(`${district}.xa-hai`);
  village = await Visitor.signedIn(`${district}.xa-mot.thon`);
  school = await Visitor.signedIn(`${district}.xa-mot.truong`);
  group = await Visitor.signedIn(`${district}.group1`);
});

describe('the library of a district', () => {
  let piece = '';

  it('is empty at first, and says so; the district writes, with the warning of secrets', async () => {
    const seen = await village.get('/library');
    expect([seen.status, seen.text.includes('Cẩm nang chưa có bài nào')]).toEqual([200, true]);
    expect(seen.text).not.toContain('<textarea');
    expect((await board.get('/library')).text).toContain('Không nhập nội dung mật');
    expect((await commune.post('/library', { csrf: await commune.csrf(), ...land })).status).toBe(403);
  });

  it('keeps what was typed beside each mistake', async () => {
    const wrong = await add({ ...land, title: ' ', content: `Bàn ${'x'.repeat(6000)}` });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('<a href="#title">Tên bài: Nhập tên.</a>');
    expect(wrong.text).toContain('<a href="#content">Nội dung bài: Dài quá 6.000 ký tự');
    expect(wrong.text).toContain('Bàn xxx');
    expect(wrong.text).toContain('Chỗ nào mới lấn?\nAi đã báo?');
    expect(wrong.text).toMatch(/<input[^>]*checked[^>]*value="thon"/);
    expect(titlesIn(await board.get('/library'))).toEqual([]);
  });

  it('takes a piece once, however often it is sent', async () => {
    const done = await add(land);
    expect(done.text).toContain('Đã lưu vào cẩm nang');
    piece = `/library/${numberIn(done)}`;
    expect(numberIn(await add(land))).toBe(numberIn(done));
    await add(gold);
    expect(await recorded('changed', `library#${numberIn(done)}#1`)).toEqual([district]);
  });

  it('is found by "dat dai", and shows what was found as text', async () => {
    const found = await village.get('/library?q=dat+dai');
    expect(titlesIn(found)[0]).toBe('Quản lý đất đai &lt;ở> thôn');
    expect(found.text).toContain('<mark>đất</mark> <mark>đai</mark> &lt;ở> thôn');
    expect(titlesIn(await village.get(`/library?q=${encodeURIComponent('đất')}`))).toEqual([
      'Quản lý đất đai &lt;ở> thôn',
      'Nghề dát vàng',
    ]);
    expect(titlesIn(await village.get(`/library?q=${encodeURIComponent('dát')}`))[0]).toBe('Nghề dát vàng');
    const none = await village.get(`/library?q=${encodeURIComponent('<script>x</script>')}`);
    expect(none.text).toContain('Không có bài nào');
    expect(none.text).not.toContain('<script>x');
    expect((await village.get(`/library?q=${'x'.repeat(121)}`)).text).toContain('dài quá 120 ký tự');
    expect((await village.json('/library?q=dat+dai&subject=DDXD')) as object).toMatchObject({
      count: 1,
      pieces: [{ number: 1, title: land.title, subject: 'DDXD' }],
    });
    expect(titlesIn(await commune.get('/library?type=truong-hoc'))).toEqual(['Nghề dát vàng']);
  });

  it('is for the types of cell for which it is, and for nobody of another district', async () => {
    expect(titlesIn(await school.get('/library'))).toEqual(['Nghề dát vàng']);
    const seen = await school.get(piece);
    expect([seen.status, seen.text.includes('Không có bài này trong cẩm nang')]).toEqual([404, true]);
    for (const path of ['/library/999', '/library/0', '/library/mot', '/library/10000']) {
      expect((await board.get(path)).status, path).toBe(404);
    }
    const elsewhere = await Visitor.signedIn('district');
    expect((await elsewhere.get(piece)).text).not.toContain('Lấn mương');
    expect((await elsewhere.get('/library?q=dat+vang+dai+dang')).text).not.toContain('Nghề dát vàng');
  });

  it('says by whom it was read, and when last, in one item of each unit', async () => {
    const before = await board.get(piece);
    expect(before.text).toContain('Đã đọc 0/2 đảng bộ; chi bộ đọc bằng tài khoản riêng: 0/2');
    for (const visitor of [commune, commune, village, group, village]) {
      expect((await visitor.get(piece)).text).toContain('Ai đã báo?');
    }
    const seen = await board.get(piece);
    expect(seen.text).toContain('Đã đọc 1/2 đảng bộ; chi bộ đọc bằng tài khoản riêng: 1/2');
    expect(seen.text).toContain('Tổ công tác đã đọc: 1');
    expect(rowOf(seen, 'Xã Một Xã')).toContain(formatDay(today));
    expect(rowOf(seen, 'Xã Hai Xã')).toContain('chưa đọc');
    expect(rowOf(seen, 'Chi bộ thôn Đông')).toContain(formatDay(today));
    const { db, outputs } = operatorDb();
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: tablesOf(outputs).cells,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :read)',
        ExpressionAttributeValues: { ':pk': district, ':read': 'library-read#0001#' },
      }),
    );
    expect(Items).toHaveLength(3);
    expect(new Set(await recorded('viewed', 'library#1#1'))).toEqual(
      new Set([`${district}.xa-mot`, `${district}.xa-mot.thon`, `${district}.group1`]),
    );
    expect((await commune.get(piece)).text).not.toContain('Đã đọc');
  });

  it('is amended as another revision; who had not seen it sees both side by side, and nothing is lost', async () => {
    const form = hiddenFields((await board.get(piece)).text, piece);
    const amended = { ...land, content: 'Bản của người thứ nhất' };
    expect((await board.post(piece, { ...form, ...amended })).text).toContain('Sửa lần 1,');
    expect(rowOf(await board.get(piece), 'Xã Một Xã')).toContain('(bản trước khi sửa)');
    const late = await board.post(piece, { ...form, ...land, content: 'Bản của người thứ hai' });
    expect(late.status).toBe(409);
    expect(late.text).toMatch(/Bản của người thứ nhất<\/td>\s*<td[^>]*>Bản của người thứ hai<\/td>/);
    expect(late.text).toMatch(/<textarea[^>]*>Bản của người thứ hai<\/textarea>/);
    const again = { ...hiddenFields(late.text, piece), ...land, content: 'Bản đã ghép' };
    expect((await board.post(piece, again)).text).toContain('<p>Bản đã ghép</p>');
  });

  it('has documents, checked as those of the orientation are, for its readers alone', async () => {
    const upload = '/guidance/files/new?piece=1';
    const program = await sendDocument(board, upload, bytesOf('MZ\u0090\u0000'), 'huong-dan.pdf');
    expect(program.status).toBe(422);
    const pdf = bytesOf('%PDF-1.7\nMẫu do kiểm thử tạo ra\n%%EOF\n');
    const checked = await sendDocument(board, upload, pdf, 'Mẫu biên bản.pdf');
    expect(checked.text).toContain('Cẩm nang, bài số 1');
    const done = await board.post('/guidance/files', hiddenFields(checked.text, '/guidance/files'));
    const link = /href="(\/guidance\/files\/[^"]+)">Mẫu biên bản\.pdf/.exec(done.text)?.[1] ?? '';
    expect(done.text).toContain('<h1>Quản lý đất đai');
    expect((await village.get(piece)).text).toContain(link);
    expect(Buffer.from((await village.get(link)).bytes).equals(Buffer.from(pdf))).toBe(true);
    expect((await school.get(link)).status).toBe(404);
    expect((await (await Visitor.signedIn('district')).get(link)).status).toBe(404);
    expect((await board.get(piece)).text).toContain('Đã mở: 0/2 đảng bộ, 1 chi bộ');
    const withdrawn = await board.post(link, hiddenFields((await board.get(piece)).text, link));
    expect(withdrawn.text).toContain('<h1>Quản lý đất đai');
    expect((await village.get(link)).status).toBe(404);
    expect((await board.get('/guidance/files/new?piece=77')).status).toBe(404);
  });

  it('withdrawn it is gone from the search, its page says so, and it can stand again', async () => {
    const withdraw = async (reason: string) => {
      const form = { action: 'withdraw', baseRevision: '3', csrf: await board.csrf() };
      return board.post(piece, { ...form, reason });
    };
    const blank = await withdraw(' ');
    expect([blank.status, blank.text.includes('href="#reason"')]).toEqual([422, true]);
    expect((await withdraw('Có quy định mới')).text).toContain('Lý do: Có quy định mới');
    expect(titlesIn(await village.get('/library?q=dat+dai'))).toEqual(['Nghề dát vàng']);
    for (const visitor of [village, other, group]) {
      const gone = await visitor.get(piece);
      expect(gone.status).toBe(410);
      expect(gone.text).toContain('Bài này đã được gỡ khỏi cẩm nang');
      for (const word of ['đất đai', 'Bản đã ghép', 'Có quy định mới']) expect(gone.text).not.toContain(word);
    }
    expect((await school.get(piece)).status).toBe(404);
    const form = { ...hiddenFields((await board.get(piece)).text, piece), ...land };
    expect((await board.post(piece, form)).text).toContain('Đã lưu vào cẩm nang');
    expect((await village.get(piece)).text).toContain('Lấn mương');
    const { revisions } = (await board.json(piece)) as { revisions: { revision: number }[] };
    expect(revisions.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5]);
  });

  it('says the same in JSON', async () => {
    const csrf = await board.csrf();
    const body = { title: 'Một bài', subject: 'SH', content: 'Nội dung', types: ['y-te'] };
    const sent = await board.postJson('/library', body, { 'x-csrf-token': csrf });
    expect(sent.status).toBe(201);
    expect(JSON.parse(sent.text)).toMatchObject({ ...body, number: 3, revision: 1 });
    const wrong = await board.postJson('/library', { ...body, subject: 'x' }, { 'x-csrf-token': csrf });
    expect(JSON.parse(wrong.text)).toMatchObject({ errors: [{ pointer: '#/subject', code: 'not-a-choice' }] });
    expect(await village.json(piece)).toMatchObject({ number: 1, title: land.title, files: [] });
    expect(await village.json(piece)).not.toHaveProperty('opened');
  });

  it('a broken piece hides no other, and is named to the district', async () => {
    const { db, outputs } = operatorDb();
    const TableName = tablesOf(outputs).cells;
    const Key = { pk: district, sk: 'library#0002#0001' };
    const { Item } = await db.send(new GetCommand({ TableName, Key }));
    expect(Item?.['title']).toBe('Nghề dát vàng');
    await db.send(new PutCommand({ TableName, Item: { ...Item, sk: 'library#0004#0001' } }));
    const seen = await board.get('/library');
    expect(seen.text).toContain(`${district}_library_0004#1`);
    expect(titlesIn(seen)).toContain('Nghề dát vàng');
    // The number is taken all the same.
    expect(numberIn(await add({ ...gold, title: 'Bài sau' }))).toBe(5);
  });
});
