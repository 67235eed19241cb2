import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatDay } from '#shared/language/format.ts';
import { addMonths } from '#shared/period.ts';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { phone } from '#test/system/phone.ts';
import { browserKinds, isInstalled } from '#test/system/real-browsers/browser-kinds.ts';
import { chromiumDriver } from '#test/system/real-browsers/chromium-driver.ts';
import { GraphicalBrowser } from '#test/system/real-browsers/graphical.ts';
import type { RealBrowser } from '#test/system/real-browsers/real-browser.ts';
import { hiddenFields, PASSWORD, Visitor } from '#test/system/visitor.ts';
import { zipParts } from '#test/zip-parts.ts';

/** The browsers of the journey: two of a terminal, and one as wide as an old telephone. */
const browsers = {
  w3m: { isThere: isInstalled('w3m'), open: browserKinds.w3m.open },
  lynx: { isThere: isInstalled('lynx'), open: browserKinds.lynx.open },
  chromium: {
    isThere: hasBrowser,
    open: async () => GraphicalBrowser.open(await chromiumDriver(await startChromium(), phone)),
  },
} as const satisfies Record<string, { readonly isThere: boolean; readonly open: () => Promise<RealBrowser> }>;
type Name = keyof typeof browsers;

const district = 'hanh-trinh';
const names = Object.keys(browsers) as Name[];
/** A program that is driven by what its screen shows may miss a key: then once more, in a commune of its own. */
const retry = 1;
const communesOf = (name: Name) => [`${district}.${name}`, `${district}.${name}-again`] as const;
const all = names.flatMap((name) => communesOf(name));
const point = 'Rà soát việc lấn mương, lấn đường';
const overdue = 'Lập danh sách hộ lấn mương nội đồng';
const guided = 'Nghe Trưởng Công an xã nói về các hộ lấn mương';
const given = 'Cắm mốc mương nội đồng, chụp ảnh';
const course = 'Ra nghị quyết có người, có hạn';
const nextMonth = addMonths(thisMonth, 1);
let training = '';

beforeAll(async () => {
  const lines = all.flatMap((commune) => [
    `${commune};commune;xã;${commune};;2019-03;;`,
    `${commune}.thon;cell;Chi bộ thôn;Đông;thon;2019-03;;`,
  ]);
  const head = ['id;level;kind;name;type;from;to;group', `${district};district;huyện;Hành Trình;;2019-03;;`];
  await enterDistrict([...head, ...lines, ''].join('\n'), [
    { user: district, role: 'district', unit: district },
    ...all.flatMap((commune) => [
      { user: commune, role: 'commune', unit: commune },
      { user: `${commune}.thon`, role: 'cell', unit: `${commune}.thon` },
    ]),
  ]);
  const board = await Visitor.signedIn(district);
  const csrf = await board.csrf();
  const post = async (path: string, fields: Readonly<Record<string, string>>) => {
    const seen = await board.post(path, { csrf, ...fields });
    expect(seen.status, path).toBe(200);
    return seen;
  };
  await post(`/guidance?month=${thisMonth}`, { audience: 'thon', text: `- ${point}`, baseRevision: '0' });
  await post('/library', {
    ...{ title: 'Quản lý đất đai ở thôn', subject: 'DDXD', 'types[0]': 'thon' },
    ...{ content: 'Lấn mương, lấn đường thì báo trong ngày.', questions: 'Chỗ nào mới lấn?' },
  });
  const entered = await post('/trainings', {
    ...{ subject: course, heldOn: formatDay(today), trainer: 'Trung tâm Chính trị huyện', places: '40' },
    'invite[0]': 'secretary',
  });
  training = /\/trainings\/\d{4}-\d\d-\d\d_\d+/.exec(entered.text)?.[0] ?? '';
  const base = hiddenFields((await board.get(training)).text, training)['baseRevision'] ?? '';
  const came = Object.fromEntries(all.map((commune) => [`seat.${commune}.thon.secretary`, 'came']));
  await post(training, { baseRevision: base, action: 'attendance', ...came });
  const [year, month] = lastMonth.split('-');
  for (const commune of all) {
    // Last month may be closed to all but the board.
    const {
      'matters[0].topic': _,
      'matters[0].summary': __,
      'matters[0].severity': ___,
      ...report
    } = meeting(`${commune}.thon`, {
      date: `03/${month}/${year}`,
      'tasks[0].what': overdue,
      'tasks[0].due': `20/${month}/${year}`,
    });
    await post('/reports', { baseRevision: '0', ...report });
  }
});

async function signIn(browser: RealBrowser, user: string): Promise<void> {
  await browser.goTo('/login');
  await browser.shows(/Mật khẩu/);
  await browser.fill('Tên đăng nhập', user);
  await browser.fill('Mật khẩu', PASSWORD);
  await browser.press('Đăng nhập');
  await browser.shows(new RegExp(`\\(${user}\\)`));
}

/** Waits for a page, and puts down what the browser shows of it among the temporary files. */
async function capture(browser: RealBrowser, name: string, step: string, text: RegExp): Promise<string> {
  const screen = await browser.shows(text);
  const folder = join(tmpdir(), 'so-chi-bo-captures');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `journey-${name}-${step}.txt`), screen.trimEnd());
  return screen;
}

// Where a browser is not installed, that is counted.
it.skip.each(names.filter((name) => !browsers[name].isThere))('%s, which is not installed', () => {});

describe.each(names.filter((name) => browsers[name].isThere))('from one meeting to the next, in %s', (name) => {
  let browser: RealBrowser;
  beforeEach(async () => {
    browser = await browsers[name].open();
  });
  afterEach(() => browser.close());
  const see = (step: string, text: RegExp) => capture(browser, name, step, text);

  it('orients, prepares, reports, fetches the documents and prepares the next', { retry, timeout: 900_000 }, async ({
    task,
  }) => {
    const commune = communesOf(name)[task.result?.retryCount ? 1 : 0];
    const cell = `${commune}.thon`;
    const prepare = `/prepare?cell=${cell}&month=${thisMonth}`;

    // The member in charge works through the account of the commune: the day, and what he asks the cell to hear.
    await signIn(browser, commune);
    await browser.goTo(`/officers?unit=${commune}&month=${thisMonth}`);
    await browser.shows(/Lưu ghi nhận/);
    await browser.fill('Ngày họp định hướng', formatDay(today));
    await browser.press('Lưu ghi nhận');
    await see('1-oriented', /Đã lưu/);
    await editAgenda(browser, prepare);
    await browser.fill('Nội dung, dòng 9', guided);
    await browser.press('Lưu chương trình');
    await see('2-guided', /Đã lưu chương trình/);

    // The secretary finds it, sets the day and the time, and saves.
    await signIn(browser, cell);
    // Lynx shows a page that it has again, whoever signed in since; another address it asks for.
    const own = `${prepare}&lang=vi`;
    await browser.goTo(own);
    const prepared = await see('3-prepare', /Việc phải báo cáo/);
    for (const words of [point, guided, overdue, 'quá hạn']) expect(prepared, words).toContain(words);
    await editAgenda(browser, own);
    await browser.fill('Ngày họp', formatDay(today));
    await browser.fill('Giờ bắt đầu', '19h30');
    await browser.press('Lưu chương trình');
    await see('4-agenda', /Đã lưu chương trình/);

    // The report knows what the agenda says; it is opened by the address on the sheet of paper.
    await browser.goTo(`/r/${thisMonth}/${cell.slice(district.length + 1)}`);
    const form = await see('5-form', /Theo chương trình: ngày/);
    expect(form).toContain('Lấy từ chương trình đã lưu');
    await browser.fill('Thời lượng', '95');
    await browser.fill('Có mặt', '19');
    await browser.fill('Vắng có lý do', '1');
    await browser.fill('Vắng không lý do', '0');
    await browser.choose('Nghị quyết');
    await browser.write('Tóm tắt nghị quyết', 'Cắm mốc mương nội đồng trong tháng');
    await browser.choose('Đang thực hiện');
    await browser.write('Nội dung nhiệm vụ', given);
    await browser.fill('Giao cho', 'Trưởng thôn');
    await browser.press('Gửi báo cáo');
    await see('6-receipt', /Số biên nhận/);

    // Its documents, for Word and for paper.
    const id = `${cell}_${today}_regular`;
    await browser.goTo(`/reports/${id}/papers`);
    await see('7-documents', /Biên bản[\s\S]*Nghị quyết/);
    const secretary = await Visitor.signedIn(cell);
    const { report } = (await secretary.json(`/reports/${id}`)) as { report: object };
    expect(report).toMatchObject({ startTime: '19:30', oriented: 'yes', present: 19, resolution: 'resolution' });
    const word = await secretary.get(`/reports/${id}/minutes.docx`);
    expect(zipParts(word.bytes)['word/document.xml']).toContain(given);
    const pdf = await secretary.get(`/reports/${id}/resolution.pdf`);
    const { text } = await extractText(await getDocumentProxy(pdf.bytes), { mergePages: true });
    expect(text.replace(/\s+/g, ' ')).toContain(given);

    // What was resolved is what the next meeting begins with.
    await browser.goTo(`/prepare?cell=${cell}&month=${nextMonth}`);
    const next = await see('8-next', /Việc phải báo cáo/);
    for (const words of [given, 'Cắm mốc mương nội đồng trong tháng', overdue]) expect(next, words).toContain(words);
  });

  it('reads a training’s figures, and finds a page on land without its marks', {
    retry,
    timeout: 300_000,
  }, async () => {
    const [commune] = communesOf(name);
    await signIn(browser, commune);
    await browser.goTo(training);
    await browser.shows(new RegExp(course));
    await browser.goTo(`${training}/figures`);
    await see('9-training', /: có dự/);
    await browser.goTo('/library');
    await browser.shows(/Tìm trong cẩm nang/);
    await browser.fill('Tìm trong cẩm nang', 'dat dai');
    await browser.press('Tìm');
    await see('10-library', /1 bài[\s\S]*Quản lý đất đai ở thôn/);
  });
});

/** Opens the form of an agenda, which browsers that know how to keep closed. */
async function editAgenda(browser: RealBrowser, prepare: string): Promise<void> {
  await browser.goTo(prepare);
  const screen = await browser.shows(/Sửa chương trình/);
  if (!screen.includes('Lưu chương trình')) await browser.press('Sửa chương trình');
  await browser.shows(/Lưu chương trình/);
}
