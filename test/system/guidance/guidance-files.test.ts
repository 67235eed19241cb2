import { GetObjectCommand } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import { MOST_FILE_BYTES } from '#shared/guidance/file-content.ts';
import { addMonths } from '#shared/period.ts';
import { zipFile } from '#test/functions/guidance/zip-file.ts';
import { bytesOf, zipOf } from '#test/shared/zip.ts';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { bucketForm, sendDocument, sendTo, wayBack } from '#test/system/guidance/send-document.ts';
import { lastMonth } from '#test/system/meeting.ts';
import { operatorS3 } from '#test/system/operator-db.ts';
import { system } from '#test/system/system.ts';
import { hiddenFields, PASSWORD, type Seen, Visitor } from '#test/system/visitor.ts';

/** A month of the demo with a text for all cells. */
const month = addMonths(lastMonth, -3);
const page = `/guidance?month=${month}`;
const upload = `/guidance/files/new?month=${month}&type=all`;
const name = 'Hướng dẫn tháng (dự thảo).pdf';
const pdf = bytesOf('%PDF-1.7\nNội dung do kiểm thử tạo ra\n%%EOF\n');

const sendAs = (visitor: Visitor, bytes: Uint8Array, as: string) => sendDocument(visitor, upload, bytes, as);

const pdfWith = (object: string) => bytesOf(`%PDF-1.7\n1 0 obj\n${object}\nendobj\n%%EOF\n`);
const types = '<Types/>';
const wordWith = (parts: Readonly<Record<string, string>>) =>
  zipFile(Object.entries({ '[Content_Types].xml': types, 'word/document.xml': '<w:document/>', ...parts }));
const bomb = zipFile([
  ['[Content_Types].xml', types],
  ['xl/workbook.xml', '<workbook/>'],
  ['xl/media/image1.png', { content: new Uint8Array(51 * 1024 * 1024), bytes: 100 }],
]);
const template =
  '<Relationships><Relationship Type="x/attachedTemplate" Target="https://x.example/t.dotm" TargetMode="External"/></Relationships>';

/** The link to the file on a page of orientations. */
const linkIn = ({ text }: Seen) =>
  /<a href="(\/guidance\/files\/[^"]+)">Hướng dẫn tháng \(dự thảo\)\.pdf<\/a>/.exec(text)?.[1] ?? '';

describe('a document beside an orientation', () => {
  let district: Visitor;
  let commune: Visitor;

  beforeAll(async () => {
    district = await Visitor.signedIn('district');
    commune = await Visitor.signedIn('dong-lo');
  });

  it('is sent from a page of plain HTML, which alone may post to the bucket', async () => {
    const form = await district.get(upload);
    const { origin } = new URL(bucketForm(form).url);
    expect(form.headers.get('content-security-policy')).toContain(`form-action 'self' ${origin};`);
    expect((await district.get(page)).headers.get('content-security-policy')).toContain("form-action 'self';");
    expect(form.text).toContain('Không nhập nội dung mật');
  });

  it('is seen by nobody until it was looked at and published, then by those for whom it is', async () => {
    const checked = await sendAs(district, pdf, name);
    expect(checked.status).toBe(200);
    expect(checked.text).toContain(`<dd>${name}</dd>`);
    expect(checked.text).toContain('PDF, 1 KB');
    expect((await commune.get(page)).text).not.toContain(name);
    const done = await district.post('/guidance/files', hiddenFields(checked.text, '/guidance/files'));
    expect(linkIn(done)).not.toBe('');
    expect(done.text).toMatch(/Đã mở: 0\/\d+ đảng bộ, 0 chi bộ/);
    expect(linkIn(await commune.get(page))).toBe(linkIn(done));

    const again = await district.post('/guidance/files', hiddenFields(checked.text, '/guidance/files'));
    expect(again.text.split(`>${name}<`)).toHaveLength(2);
  });

  it('is saved by whoever follows the link, and the district sees who has', async () => {
    const cell = await Visitor.signedIn('thanh-van.thanh-binh');
    const link = linkIn(await cell.get(page));
    const taken = await cell.get(link);
    expect(taken.status).toBe(200);
    expect(taken.bytes).toEqual(new Uint8Array(pdf));
    expect(taken.headers.get('content-type')).toBe('application/pdf');
    expect(taken.headers.get('content-disposition')).toBe(
      `attachment; filename="Huong dan thang (du thao).pdf"; filename*=UTF-8''H%C6%B0%E1%BB%9Bng%20d%E1%BA%ABn%20th%C3%A1ng%20%28d%E1%BB%B1%20th%E1%BA%A3o%29.pdf`,
    );
    await commune.get(link);
    await commune.get(link);
    const seen = await district.get(page);
    expect(seen.text).toMatch(/Đã mở: 1\/\d+ đảng bộ, 1 chi bộ/);
    const lacking = /1\/\d+ đảng bộ, 1 chi bộ<\/summary><p>Chưa mở: ([^<]*)</.exec(seen.text)?.[1];
    expect(lacking).toContain('xã Thái Sơn');
    expect(lacking).not.toContain('Đông Lỗ');
    const { entries } = (await district.json('/audit')) as { entries: { kind: string; of?: string }[] };
    const id = link.split('/').at(-1);
    const kinds = entries.filter(({ of }) => of === `guidance-file#${id}`).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['changed', 'exported', 'exported', 'exported']);
  });

  it('is not for those whose cells are of another type, for other districts, or for nobody', async () => {
    const special = (await district.json(page)) as { guidance: { audience: string }[] };
    const audience =
      special.guidance.map((each) => each.audience).find((each) => each !== 'all' && each !== 'thon') ?? '';
    const path = `/guidance/files/new?month=${month}&type=${audience}`;
    const sent = await sendTo(bucketForm(await district.get(path)), pdf, 'rieng.pdf');
    const checked = await district.get(wayBack(sent));
    await district.post('/guidance/files', hiddenFields(checked.text, '/guidance/files'));
    const link = /href="(\/guidance\/files\/[^"]+)">rieng\.pdf/.exec((await district.get(page)).text)?.[1] ?? '';
    expect(link).toContain(`_${audience}_`);
    const village = await Visitor.signedIn('thanh-van.thanh-binh');
    expect((await village.get(page)).text).not.toContain('rieng.pdf');
    expect((await village.get(link)).status).toBe(404);
    expect((await district.get(link)).status).toBe(200);
    expect((await new Visitor().get(link)).text).toContain('action="/login"');
    expect((await village.get(link.replace(/.$/, 'x'))).status).toBe(404);
  });
});

describe('a document that was withdrawn', () => {
  it('is shown and handed out to nobody any more, and only the district withdraws', async () => {
    const district = await Visitor.signedIn('district');
    const commune = await Visitor.signedIn('dong-lo');
    const checked = await sendAs(district, pdf, 'nham.pdf');
    const published = await district.post('/guidance/files', hiddenFields(checked.text, '/guidance/files'));
    const link = /href="(\/guidance\/files\/[^"]+)">nham\.pdf/.exec(published.text)?.[1] ?? '';
    expect((await commune.get(link)).status).toBe(200);
    expect((await commune.get(page)).text).not.toContain('Gỡ tài liệu');
    expect((await commune.post(link, { csrf: await commune.csrf() })).status).toBe(403);
    const withdrawn = await district.post(link, hiddenFields(published.text, link));
    expect(withdrawn.status).toBe(200);
    for (const visitor of [district, commune]) {
      expect((await visitor.get(page)).text).not.toContain('nham.pdf');
      expect((await visitor.get(link)).status).toBe(404);
    }
    expect((await district.post(link, { csrf: await district.csrf() })).status).toBe(404);
  });
});

describe('the link to a document', () => {
  it('lives for a minute, and S3 takes it only as it was signed', async () => {
    const district = await Visitor.signedIn('district');
    const commune = await Visitor.signedIn('dong-lo');
    const checked = await sendAs(district, pdf, 'lien-ket.pdf');
    const published = await district.post('/guidance/files', hiddenFields(checked.text, '/guidance/files'));
    const path = /href="(\/guidance\/files\/[^"]+)">lien-ket\.pdf/.exec(published.text)?.[1] ?? '';
    expect(published.text).toContain('nhiều nhất 60 giây');
    const cookie = `session=${commune.cookie('session')}`;
    const { headers } = await fetch(system().url + path, { headers: { cookie }, redirect: 'manual' });
    const link = headers.get('location') ?? '';
    expect(new URL(link).searchParams.get('X-Amz-Expires')).toBe('60');
    expect((await fetch(link)).status).toBe(200);
    for (const [changed, code] of [
      [link.replace('lien-ket', 'lien-ket2'), 'SignatureDoesNotMatch'],
      [link.replace('X-Amz-Expires=60', 'X-Amz-Expires=600'), 'SignatureDoesNotMatch'],
      [link.replace(/X-Amz-Signature=./, 'X-Amz-Signature=x'), 'SignatureDoesNotMatch'],
      [link.replace(/X-Amz-Credential=\w/, 'X-Amz-Credential=X'), 'InvalidAccessKeyId'],
    ] as const) {
      const answer = await fetch(changed);
      expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining(`<Code>${code}</Code>`)]);
    }
    for (const method of ['PUT', 'DELETE']) expect((await fetch(link, { method })).status).not.toBe(200);
    expect(await (await fetch(link, { method: 'PUT', body: 'x' })).text()).toContain('SignatureDoesNotMatch');
    // After a withdrawal nobody gets another, and this one dies with its minute.
    await district.post(path, hiddenFields(published.text, path));
    expect((await commune.get(path)).status).toBe(404);
  });
});

describe('a file is not taken', () => {
  let district: Visitor;
  beforeAll(async () => {
    district = await Visitor.signedIn('district');
  });

  it.each([
    ['virus.pdf', bytesOf('MZ this is a program'), 'Nội dung tệp không phải PDF'],
    ['macro.docx', zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']), 'Tệp có macro'],
    ['ke-hoach.xlsx', pdf, 'Phần đuôi của tên tệp không khớp'],
    ['trong.pdf', new Uint8Array(), 'Tệp không có nội dung'],
    ['qua-lon.pdf', new Uint8Array(MOST_FILE_BYTES + 1), 'Tệp lớn hơn 5 MB'],
    ['kich-ban.pdf', pdfWith('<</OpenAction<</S/J#61vaScript/JS(x)>>>>'), 'Tệp có lệnh tự chạy'],
    ['dinh-kem.pdf', pdfWith('<</Names<</EmbeddedFiles 5 0 R>>>>'), 'Tệp có nhúng tệp'],
    ['mau-tu-xa.docx', wordWith({ 'word/_rels/settings.xml.rels': template }), 'Tệp lấy nội dung từ nơi khác'],
    ['bom.xlsx', bomb, 'lớn hơn 50 MB'],
    ['kieu-cu.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'Word, Excel kiểu cũ'],
    ['hong.docx', wordWith({ 'word/document.xml': '<w:document' }), 'Không đọc được hết cấu trúc'],
  ])('%s', async (as, bytes, says) => {
    const refused = await sendAs(district, bytes, as);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(says);
    expect(bucketForm(refused).url).not.toBe('');
    expect((await district.get(page)).text).not.toContain(as);
  });

  it('and nothing of it stays in the bucket', async () => {
    const form = bucketForm(await district.get(upload));
    const sent = await sendTo(form, pdfWith('<</S/Launch>>'), 'chay.pdf');
    const key = new URL(sent.headers.get('location') ?? '').searchParams.get('key') ?? '';
    const s3 = operatorS3();
    const stored = async () =>
      (await s3.send(new GetObjectCommand({ Bucket: 'documents', Key: key }))).Body?.transformToString();
    expect(await stored()).toContain('/Launch');
    const refused = (await district.json(wayBack(sent))) as Record<string, unknown>;
    expect(refused).toMatchObject({ type: 'urn:problem:file-has-programs', detail: 'Tìm thấy trong tệp: /Launch' });
    expect(await stored()).toBe('discarded');
    const again = await district.get(wayBack(sent));
    expect([again.status, again.text.includes('Tệp tải lên không còn')]).toEqual([422, true]);
    const published = await district.post('/guidance/files', { csrf: await district.csrf(), key });
    expect(published.status).toBe(422);
  });

  it('by S3, where the form does not allow it: much too big, changed, signed by nobody', async () => {
    const form = bucketForm(await district.get(upload));
    const tooBig = await sendTo(form, new Uint8Array(2 * MOST_FILE_BYTES + 1), 'a.pdf');
    expect([tooBig.status, await tooBig.text()]).toEqual([400, expect.stringContaining('EntityTooLarge')]);
    const elsewhere = { ...form, fields: { ...form.fields, key: 'files/hiep-hoa/x' } };
    expect((await sendTo(elsewhere, pdf, 'a.pdf')).status).toBe(403);
    const policy = Buffer.from(JSON.stringify({ expiration: '2999-01-01T00:00:00Z', conditions: [] })).toString(
      'base64',
    );
    expect((await sendTo({ ...form, fields: { ...form.fields, Policy: policy } }, pdf, 'a.pdf')).status).toBe(403);
    const extra = { ...form, fields: { ...form.fields, acl: 'public-read' } };
    expect((await sendTo(extra, pdf, 'a.pdf')).status).toBe(403);
  });

  it('where nothing has arrived, or under a key that is not of the own forms', async () => {
    const { fields } = bucketForm(await district.get(upload));
    const key = fields['key']?.replace(/\$\{filename\}/, 'a.pdf') ?? '';
    const gone = await district.get(`/guidance/files/sent?key=${encodeURIComponent(key)}`);
    expect([gone.status, gone.text.includes('Tệp tải lên không còn')]).toEqual([422, true]);
    for (const other of [key.replace('hiep-hoa', 'tan-yen'), 'files/hiep-hoa/x', 'incoming/hiep-hoa/x/a.pdf', '']) {
      expect((await district.get(`/guidance/files/sent?key=${encodeURIComponent(other)}`)).status).toBe(404);
      const csrf = await district.csrf();
      expect((await district.post('/guidance/files', { csrf, key: other })).status).toBe(404);
    }
  });

  it('for a month or cells without a text, or from anybody but the district', async () => {
    expect((await district.get(`/guidance/files/new?month=${month}&type=khac`)).status).toBe(404);
    const commune = await Visitor.signedIn('dong-lo');
    expect((await commune.get(upload)).status).toBe(403);
    expect((await commune.post('/guidance/files', { csrf: await commune.csrf(), key: 'x' })).status).toBe(403);
  });

  it('and the form can be had as JSON, too', async () => {
    const form = (await district.json(upload)) as ReturnType<typeof bucketForm>;
    const back = wayBack(await sendTo(form, pdf, 'json.pdf'));
    const checked = (await district.json(back)) as { key: string };
    expect(checked).toMatchObject({ name: 'json.pdf', type: 'pdf', bytes: pdf.length });
    const sent = await district.postJson('/guidance/files', checked, { 'x-csrf-token': await district.csrf() });
    expect(sent.status).toBe(201);
    expect(JSON.parse(sent.text)).toMatchObject({ month, audience: 'all', name: 'json.pdf' });
  });
});

describe.runIf(hasBrowser)('in a browser', () => {
  it('a page that it prints is a document that is taken', async () => {
    const browser = await startChromium();
    const printed = await browser.newPage();
    await printed.goto(`${system().url}/login`);
    const bytes = await printed.pdf();
    await browser.close();
    const checked = await sendAs(await Visitor.signedIn('district'), bytes, 'in-tu-trinh-duyet.pdf');
    expect([checked.status, checked.text.includes('in-tu-trinh-duyet.pdf')]).toEqual([200, true]);
  });

  it('the way over the bucket and back is open to the page’s form alone', async () => {
    const browser = await startChromium();
    const context = await browser.newContext({ baseURL: system().url, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto('/login');
    await page.getByLabel('Tên đăng nhập').fill('district');
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.goto(upload);
    const buffer = Buffer.from(pdf);
    await page
      .getByLabel('Tệp tài liệu')
      .setInputFiles({ name: 'Trình duyệt.pdf', mimeType: 'application/pdf', buffer });
    await page.getByRole('button', { name: 'Tải lên' }).click();
    await page.getByRole('button', { name: 'Đăng tài liệu' }).click();
    await page.getByRole('link', { name: 'Trình duyệt.pdf' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Trình duyệt.pdf' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Trình duyệt.pdf');
    await browser.close();
  });
});
