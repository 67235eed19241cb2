import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#shared/period.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { meeting, today } from '#test/system/meeting.ts';
import { type Seen, Visitor } from '#test/system/visitor.ts';
import { zipParts } from '#test/zip-parts.ts';

const root = 'dak-mil';
const commune = `${root}.duc-manh`;
const [mot, hai] = [`${commune}.mot`, `${commune}.hai`];
const units = [
  'id;level;kind;name;type;from;to;group',
  `${root};district;huyện;Đắk Mil;;2019-03;;`,
  `${commune};commune;xã;Đức Mạnh;;2019-03;;1`,
  `${root}.thuan-an;commune;xã;Thuận An;;2019-03;;2`,
  ...[mot, hai].map((cell) => `${cell};cell;Chi bộ thôn;${cell.endsWith('mot') ? 'Một' : 'Hai'};thon;2019-03;;`),
].join('\n');
const words = 'Mở rộng đường trục thôn, 600 m; hiến 2.100 m² đất – Ấp Bắc';
const files = ['minutes.docx', 'minutes.pdf', 'resolution.docx', 'resolution.pdf'] as const;
const idOf = (cell: string, kind = 'regular') => `${cell}_${today}_${kind}`;

interface Papers {
  readonly documents: readonly { readonly kind: string; readonly number?: number; readonly next?: number }[];
  readonly published?: { readonly on: string };
  readonly term?: string;
  readonly baseRevision: number;
}

let ofCommune: Visitor;
let ofCell: Visitor;
const tokens = new Map<Visitor, string>();

async function report(by: Visitor, cell: string, changes: Readonly<Record<string, string>> = {}): Promise<void> {
  const fields = { ...meeting(cell, { resolutionText: words, ...changes }), baseRevision: '0' };
  const { status } = await by.post('/reports', { ...fields, csrf: tokens.get(by) ?? '' });
  expect(status).toBe(200);
}

const papers = async (by: Visitor, id: string) => (await by.json(`/reports/${id}/papers`)) as Papers;
async function enter(by: Visitor, id: string, fields: Readonly<Record<string, string>>): Promise<Seen> {
  const { baseRevision } = await papers(by, id);
  return by.post(`/reports/${id}/papers`, {
    csrf: tokens.get(by) ?? '',
    baseRevision: String(baseRevision),
    ...fields,
  });
}

const textOfWord = ({ bytes }: Seen) =>
  [...(zipParts(bytes)['word/document.xml'] ?? '').matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join(' ');
const textOfPdf = async ({ bytes }: Seen) =>
  (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text;
const plain = (text: string) => text.replace(/\s+/g, '');

beforeAll(async () => {
  await enterDistrict(units, [
    { user: root, role: 'district', unit: root },
    { user: `${root}.duc-manh`, role: 'commune', unit: commune },
    { user: `${root}.thuan-an`, role: 'commune', unit: `${root}.thuan-an` },
    { user: `${root}.to-1`, role: 'group', unit: root, group: 1 },
    { user: `${root}.to-2`, role: 'group', unit: root, group: 2 },
    { user: `${root}.mot`, role: 'cell', unit: mot },
  ]);
  ofCommune = await Visitor.signedIn(`${root}.duc-manh`);
  ofCell = await Visitor.signedIn(`${root}.mot`);
  for (const each of [ofCommune, ofCell]) tokens.set(each, await each.csrf());
  await report(ofCell, mot);
  await report(ofCommune, mot, { kind: 'extraordinary', resolution: 'none', resolutionText: '' });
  await report(ofCommune, mot, { kind: 'thematic', resolution: 'conclusion' });
  await report(ofCommune, hai);
});

describe('the documents of a report', () => {
  it('are files of Word and PDF with the report’s words, and are linked where the report is', async () => {
    const id = idOf(mot);
    const page = await ofCell.get(`/reports/${id}`);
    for (const file of files) {
      expect(page.text).toContain(`href="/reports/${id}/${file}"`);
      const seen = await ofCell.get(`/reports/${id}/${file}`);
      const name = file.startsWith('minutes') ? 'bien-ban' : 'nghi-quyet';
      expect(seen.status).toBe(200);
      expect(seen.headers.get('content-disposition')).toContain(`${name}_${id}.${file.split('.')[1]}`);
      const text = plain(file.endsWith('pdf') ? await textOfPdf(seen) : textOfWord(seen));
      expect(text).toContain(plain(words));
      expect(text).toContain('ĐẢNGBỘXÃĐỨCMẠNH');
      expect(text).toContain('CHIBỘTHÔNMỘT');
      expect(text).not.toContain('CỘNGHÒAXÃHỘI');
    }
  });

  it('are seen by whoever sees the report, and by nobody else', async () => {
    for (const [user, status] of [
      [root, 200],
      [`${root}.duc-manh`, 200],
      [`${root}.to-1`, 200],
      [`${root}.to-2`, 404],
      [`${root}.thuan-an`, 404],
    ] as const) {
      const visitor = await Visitor.signedIn(user);
      expect((await visitor.get(`/reports/${idOf(hai)}`)).status, user).toBe(status);
      for (const file of [...files, 'papers']) {
        expect((await visitor.get(`/reports/${idOf(hai)}/${file}`)).status, `${user} ${file}`).toBe(status);
      }
    }
    expect((await ofCell.get(`/reports/${idOf(hai)}/minutes.pdf`)).status).toBe(404);
  });

  it('leave an entry in the audit for each file, by its name and what it showed', async () => {
    const district = await Visitor.signedIn(root);
    await district.get(`/reports/${idOf(hai)}/minutes.pdf`);
    const { entries } = (await district.json(`/audit/${today}`)) as {
      entries: { kind: string; of?: string; by?: { user: string } }[];
    };
    const own = entries.filter(({ by, of }) => by?.user === root && of?.includes(idOf(hai)));
    expect(own.map(({ kind, of }) => [kind, of])).toEqual(
      expect.arrayContaining([
        ['exported', `bien-ban_${idOf(hai)}.pdf`],
        ['viewed', idOf(hai)],
      ]),
    );
  });

  it('are minutes only where the meeting decided nothing, and that is said', async () => {
    const id = idOf(mot, 'extraordinary');
    expect((await ofCell.get(`/reports/${id}`)).text).not.toContain('resolution.docx');
    const seen = await ofCell.get(`/reports/${id}/resolution.docx`);
    expect(seen.status).toBe(404);
    expect(seen.text).toContain('không thông qua nghị quyết hay kết luận');
    expect(textOfWord(await ofCell.get(`/reports/${id}/minutes.docx`))).toContain('không ra nghị quyết, kết luận');
  });

  it('are a conclusion where the meeting came to one', async () => {
    const seen = await ofCell.get(`/reports/${idOf(mot, 'thematic')}/resolution.docx`);
    expect(seen.headers.get('content-disposition')).toContain('ket-luan_');
    expect(textOfWord(seen)).toMatch(/-KL\/CB .*KẾT LUẬN/);
  });
});

describe('a document’s number', () => {
  it('is proposed, given once, shown on the report and in both files, and never changed', async () => {
    const id = idOf(mot);
    expect((await papers(ofCell, id)).documents).toMatchObject([
      { kind: 'minutes', next: 1 },
      { kind: 'resolution', next: 1 },
    ]);
    const given = await enter(ofCell, id, { resolution: '14' });
    expect(given.text).toContain('14-NQ/CB');
    expect((await ofCommune.get(`/reports/${id}`)).text).toMatch(/14-NQ\/CB.*\(cấp .*dak-mil\.mot/s);
    expect(textOfWord(await ofCell.get(`/reports/${id}/resolution.docx`))).toContain('Số 14-NQ/CB');
    expect(plain(await textOfPdf(await ofCell.get(`/reports/${id}/resolution.pdf`)))).toContain('Số14-NQ/CB');
    const other = await enter(ofCell, id, { resolution: '15' });
    expect(other.status).toBe(422);
    expect(other.text).toContain('Số đã cấp, không đổi');
    // Sent twice is sent once.
    expect((await enter(ofCell, id, { resolution: '14' })).status).toBe(200);
    expect((await papers(ofCell, id)).baseRevision).toBe(1);
  });

  it('of another document is not given again, and what was typed is kept', async () => {
    const id = idOf(mot, 'thematic');
    expect((await enter(ofCell, id, { conclusion: '14' })).status).toBe(200);
    await enter(ofCell, idOf(mot), { minutes: '8' });
    const taken = await enter(ofCell, id, { minutes: '8' });
    expect(taken.status).toBe(422);
    expect(taken.text).toContain('Số đã cấp, không đổi');
    expect(taken.text).toMatch(/<input[^>]*value="8"[^>]*id="minutes"/);
    expect((await papers(ofCell, id)).documents[0]).toMatchObject({ next: 9 });
  });

  it('goes to one of two who take it at once; the other sees the next', async () => {
    const [one, two] = [idOf(mot, 'thematic'), idOf(mot, 'extraordinary')];
    const base = String((await papers(ofCell, one)).baseRevision);
    const send = (by: Visitor, id: string) =>
      by.post(`/reports/${id}/papers`, { csrf: tokens.get(by) ?? '', baseRevision: base, minutes: '9' });
    const seen = await Promise.all([send(ofCell, one), send(ofCommune, two)]);
    expect(seen.filter(({ status }) => status === 200)).toHaveLength(1);
    const lost = seen.find(({ status }) => status === 409 || status === 422);
    expect(lost?.text).toMatch(/Sổ văn bản vừa có mục mới|Số đã cấp, không đổi/);
    const numbers = (await Promise.all([one, two].map((id) => papers(ofCell, id)))).map(
      ({ documents }) => documents[0],
    );
    expect(numbers.map((each) => each?.number ?? 0).sort()).toEqual([0, 9]);
    expect(numbers.find((each) => each?.next)?.next).toBe(10);
  });

  it('begins again with a term of the cell', async () => {
    const id = idOf(mot, 'extraordinary');
    const [year, month, date] = today.split('-');
    const begun = await enter(ofCommune, id, { term: `${date}/${month}/${year}` });
    expect(begun.text).toContain(`từ ${date}/${month}/${year}`);
    // All meetings of this cell are of today: their numbers came along.
    expect((await papers(ofCell, id)).term).toBe(today);
    expect((await papers(ofCell, idOf(mot))).documents).toMatchObject([{ number: 8 }, { number: 14 }]);
  });

  it('is given by the cell and its commune alone', async () => {
    const district = await Visitor.signedIn(root);
    tokens.set(district, await district.csrf());
    expect((await enter(district, idOf(hai), { minutes: '1' })).status).toBe(403);
    expect((await district.get(`/reports/${idOf(hai)}/papers`)).text).not.toContain('<form class="card"');
    expect((await papers(ofCommune, idOf(hai))).documents[0]).toMatchObject({ next: 1 });
  });
});

describe('publishing the result', () => {
  it('has its day and who entered it, is in time within two days, and takes no day that cannot be', async () => {
    const id = idOf(hai);
    const spoken = (day: string) => day.split('-').reverse().join('/');
    expect((await ofCommune.get(`/reports/${id}/papers`)).text).toContain(`hạn ${spoken(addDays(today, 2))}`);
    const early = await enter(ofCommune, id, { published: spoken(addDays(today, -1)) });
    expect([early.status, early.text.includes('trước buổi họp')]).toEqual([422, true]);
    expect((await enter(ofCommune, id, { published: 'hôm nay' })).status).toBe(422);
    const done = await enter(ofCommune, id, { published: spoken(today) });
    expect(done.text).toMatch(new RegExp(`ngày ${spoken(today)}, trong thời hạn 2 ngày.*dak-mil.duc-manh`, 's'));
    expect((await ofCommune.get(`/reports/${id}`)).text).toContain(`Đã đăng tải ngày ${spoken(today)}`);
    expect(await papers(ofCommune, id)).toMatchObject({ published: { on: today } });
  });
});

describe('words that are gone', () => {
  it('make no document, from the moment that somebody asks for their purge', async () => {
    const district = await Visitor.signedIn(root);
    await district.post(`/reports/${idOf(hai)}/purge`, { csrf: await district.csrf(), step: 'asked', why: 'secret' });
    for (const file of files) {
      const seen = await ofCommune.get(`/reports/${idOf(hai)}/${file}`);
      expect([file, seen.status]).toEqual([file, 410]);
      expect(seen.text).toContain('không lập văn bản được');
    }
    expect((await ofCommune.get(`/reports/${idOf(hai)}/papers`)).status).toBe(200);
  });
});
