import { beforeAll, describe, expect, it } from 'vitest';
import { formatDay } from '#shared/language/format.ts';
import { addDays, addMonths, type Day } from '#shared/period.ts';
import { findBrowser, launch } from '#test/browser/find-browser.ts';
import { violations } from '#test/system/axe.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { readSheetCode } from '#test/system/prepare/read-sheet-code.ts';
import { system } from '#test/system/system.ts';
import { hiddenFields, type Seen, Visitor } from '#test/system/visitor.ts';

const district = 'chuan-bi';
const commune = `${district}.tan-son`;
const cell = `${commune}.mot`;
const young = `${commune}.moi`;
const units = `id;level;kind;name;type;from;to;group
${district};district;huyện;Chuẩn Bị;;2019-03;;
${commune};commune;xã;Tân Sơn;;2019-03;;
${cell};cell;Chi bộ thôn;Một;thon;2019-03;;
${young};cell;Chi bộ thôn;Mới;thon;${thisMonth};;
`;
const path = `/prepare?cell=${cell}&month=${thisMonth}`;

type Fields = Record<string, string>;

/** What the agenda's form would send as it stands. */
function fieldsOf({ text }: Seen): Fields {
  const form = /<form id="agenda-form"[\s\S]*?<\/form>/.exec(text)?.[0] ?? '';
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].map(([each]) => each);
  const of = (input: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
  return Object.fromEntries(
    inputs
      .filter((each) => !each.includes('type="checkbox"') || / checked/.test(each))
      .map((each) => [of(each, 'name'), of(each, 'value').replaceAll('&quot;', '"').replaceAll('&amp;', '&')]),
  );
}

/** How many questions of a report's form, of the meeting and its preparation, are blank. */
function leftToType({ text }: Seen): number {
  const sections = [...text.matchAll(/<section id="s-(?:meeting|preparation)"[\s\S]*?<\/section>/g)].join('');
  const asked = new Map<string, boolean>();
  for (const [control] of sections.matchAll(/<input\b[^>]*>|<textarea\b[^>]*>[^<]*/g)) {
    const name = / name="([^"[]*)/.exec(control)?.[1] ?? '';
    const isSaid = /type="(?:radio|checkbox)"/.test(control)
      ? / checked/.test(control) && / value="[^"]/.test(control)
      : / value="[^"]/.test(control) || /<textarea[^>]*>./.test(control);
    asked.set(name, asked.get(name) === true || isSaid);
  }
  return [...asked.values()].filter((isSaid) => !isSaid).length;
}

/** The number of the form's line with some words; of none, of the first that is blank. */
function lineOf(fields: Fields, words: string): string {
  const found = Object.entries(fields).find(([name, value]) => name.endsWith('.text') && value === words);
  return found?.[0].replace('.text', '') ?? '';
}

let secretary: Visitor;
let blankBefore = 0;
let officer: Visitor;

beforeAll(async () => {
  await enterDistrict(units, [
    { user: 'chuan-bi', role: 'district', unit: district },
    { user: 'chuan-bi.tan-son', role: 'commune', unit: commune },
    { user: 'chuan-bi.tan-son.mot', role: 'cell', unit: cell },
  ]);
  secretary = await Visitor.signedIn('chuan-bi.tan-son.mot');
  officer = await Visitor.signedIn('chuan-bi.tan-son');
  const board = await Visitor.signedIn('chuan-bi');
  await board.post(`/guidance?month=${thisMonth}`, {
    csrf: await board.csrf(),
    audience: 'thon',
    text: '- Chỉnh trang đường làng\n- Thu gom rác trước Tết',
    baseRevision: '0',
  });
  const [year, month] = lastMonth.split('-');
  const sent = meeting(cell, {
    date: `03/${month}/${year}`,
    'tasks[0].due': `20/${month}/${year}`,
    'tasks[1].what': 'Lập tổ thu gom rác',
    'tasks[1].who': 'Chi hội Phụ nữ',
  });
  // Last month may be closed to all but the board.
  expect((await board.post('/reports', { csrf: await board.csrf(), baseRevision: '0', ...sent })).status).toBe(200);
  blankBefore = leftToType(await secretary.get(`/reports/new?cell=${cell}&month=${thisMonth}`));
});

describe('the next meeting', () => {
  it('has what is stored: orientation, resolution, open tasks, concerns, and what would win points', async () => {
    const { status, text } = await secretary.get(path);
    expect(status).toBe(200);
    for (const words of [
      'Chuẩn bị sinh hoạt tháng',
      'Phải dự 20 đảng viên',
      'Chỉnh trang đường làng',
      'Thống nhất vận động hiến đất',
      'Lập danh sách hộ hiến đất',
      'quá hạn',
      'Lập tổ thu gom rác',
      'Tranh chấp ranh giới ngõ đi chung',
      'Để buổi này tốt hơn',
    ]) {
      expect(text, words).toContain(words);
    }
  });

  it('is saved as an agenda: lines are added, ordered and left out, and who speaks is said', async () => {
    const fields = fieldsOf(await secretary.get(path));
    const [road, rubbish, blank] = [
      lineOf(fields, 'Chỉnh trang đường làng'),
      lineOf(fields, 'Thu gom rác trước Tết'),
      lineOf(fields, ''),
    ];
    delete fields[`${road}.kept`];
    const saved = await secretary.post('/prepare', {
      ...fields,
      [`${rubbish}.who`]: 'Trưởng thôn',
      [`${blank}.text`]: 'Mở rộng đường trục thôn',
      [`${blank}.place`]: '4',
      day: formatDay(today),
      startTime: '19h30',
      venue: 'nhà văn hóa thôn',
      committeeMetOn: formatDay(addDays(today, -2)),
      papersSentOn: formatDay(today),
      'focusSubjects[5]': 'MT',
    });
    expect(saved.status).toBe(200);
    expect(saved.text).toContain('Đã lưu chương trình');
    const { agenda } = (await secretary.json(path)) as { agenda: { lines: { text?: string; kept: boolean }[] } };
    const kept = agenda.lines.filter((line) => line.kept && line.text).map(({ text }) => text);
    expect(kept).toEqual(['Mở rộng đường trục thôn', 'Thu gom rác trước Tết']);
    const invitation = /<p[^>]*data-copy[^>]*>([^<]*)</.exec(saved.text)?.[1] ?? '';
    expect(invitation).toContain('19:30, tại nhà văn hóa thôn');
    expect(invitation.length).toBeLessThan(300);
  });

  it('two people who edit different lines are merged, and the same line is shown side by side', async () => {
    const [one, other] = [fieldsOf(await secretary.get(path)), fieldsOf(await officer.get(path))];
    const at = lineOf(one, 'Thu gom rác trước Tết');
    const blank = lineOf(other, '');
    expect((await secretary.post('/prepare', { ...one, [`${at}.minutes`]: '20' })).status).toBe(200);
    const merged = await officer.post('/prepare', { ...other, [`${blank}.text`]: 'Đề xuất của cấp ủy xã' });
    expect(merged.status).toBe(200);
    expect(merged.text).toContain('gộp với phần người khác vừa sửa');
    const after = fieldsOf(merged);
    expect(after[`${lineOf(after, 'Thu gom rác trước Tết')}.minutes`]).toBe('20');
    expect(lineOf(after, 'Đề xuất của cấp ủy xã')).not.toBe('');

    const again = await officer.post('/prepare', { ...other, [`${at}.minutes`]: '35' });
    expect(again.status).toBe(409);
    expect(again.text).toMatch(/<\/h1><div class="alert problem" role="alert"/);
    expect(again.text).toContain('Đã lưu: 20');
    const mine = fieldsOf(again);
    expect(mine[`${lineOf(mine, 'Thu gom rác trước Tết')}.minutes`]).toBe('35');
    expect((await officer.post('/prepare', mine)).status).toBe(200);
  });

  it('a day outside the month brings the form back with what was typed', async () => {
    const fields = fieldsOf(await secretary.get(path));
    const day = formatDay(`${addMonths(thisMonth, 1)}-03` as Day);
    const refused = await secretary.post('/prepare', { ...fields, day, venue: 'sân đình' });
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/<\/h1><div class="alert problem" role="alert"/);
    expect(refused.text).toContain('Ngày họp không thuộc tháng');
    expect(fieldsOf(refused)).toMatchObject({ day, venue: 'sân đình' });
  });

  it('a month that is closed, and one in which the cell does not stand, are said plainly', async () => {
    const old = addMonths(thisMonth, -3);
    const shown = await secretary.get(`/prepare?cell=${cell}&month=${old}`);
    expect(shown.text).toContain('đã chốt số liệu, không sửa chương trình được nữa');
    const csrf = await secretary.csrf();
    const sent = await secretary.post('/prepare', { csrf, cell, month: old, venue: 'sân đình', baseRevision: '0' });
    expect(sent.status).toBe(409);
    expect(fieldsOf(sent)['venue']).toBe('sân đình');
    const none = await officer.get(`/prepare?cell=${young}&month=${lastMonth}`);
    expect(none.status).toBe(404);
    expect(none.text).toContain('Chi bộ thôn Mới không hoạt động trong tháng');
  });

  it('is one sheet of A4, and others read what they may not save', async () => {
    const { status, headers, bytes } = await secretary.get(path.replace('/prepare', '/prepare.pdf'));
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type \/Page\b/g),
    ).toHaveLength(1);
    const board = await Visitor.signedIn('chuan-bi');
    const read = await board.get(path);
    expect(read.text).toContain('Mở rộng đường trục thôn');
    expect(read.text).not.toContain('id="agenda-form"');
    const stranger = await Visitor.signedIn('thanh-van');
    expect((await stranger.get(path)).status).toBe(404);
  });

  it('has a code and a short address on its sheet, which open the report that is to be entered', async () => {
    const { bytes } = await secretary.get(path.replace('/prepare', '/prepare.pdf'));
    const address = new URL(readSheetCode(bytes));
    expect(address.origin).toBe(new URL(system().url).origin);
    expect(address.pathname).toBe(`/r/${thisMonth}/tan-son.mot`);
    for (const visitor of [secretary, officer]) {
      const form = await visitor.get(address.pathname);
      expect(form.status).toBe(200);
      expect(form.text).toContain(`<input type="hidden" name="cell" value="${cell}"`);
      expect(form.text).toContain('action="/reports"');
    }
    // Nobody is signed in on the phone that reads it: the form comes after the sign-in.
    const asked = await new Visitor().get(address.pathname);
    expect(asked.text).toContain(`name="next" value="${address.pathname}"`);
    const elsewhere = await Visitor.signedIn('thanh-van');
    expect((await elsewhere.get(`/r/${thisMonth}/tan-son.mot`)).status).toBe(404);
    expect((await elsewhere.get(`/r/${thisMonth}/${cell}`)).status).toBe(404);
    expect((await secretary.get('/r/2026-13/tan-son.mot')).status).toBe(404);
  });

  it('is linked from the home of the cell, from the board and from the results', async () => {
    for (const from of ['/', `/results/${cell}`]) {
      expect((await secretary.get(from)).text, from).toContain(`/prepare?cell=${cell}`);
    }
    expect((await officer.get('/')).text).toContain(`/prepare?cell=${cell}&amp;month=${thisMonth}`);
  });
});

describe('from the agenda to the report', () => {
  it('the form has what the agenda says, marked as coming from it, and no points', async () => {
    const form = await secretary.get(`/reports/new?cell=${cell}&month=${thisMonth}`);
    const { text } = form;
    const blankAfter = leftToType(form);
    console.log(
      `Questions of the meeting and its preparation left to type: ${blankBefore} before, ${blankAfter} after`,
    );
    expect(blankBefore - blankAfter).toBeGreaterThanOrEqual(5);
    const section = /<section id="s-preparation">[\s\S]*?<\/section>/.exec(text)?.[0] ?? '';
    expect(section).toMatch(/<details class="more" open/);
    expect(section).toMatch(/ checked[^>]* value="yes" name="committeeMet"/);
    expect(section).toContain('Mở rộng đường trục thôn; Thu gom rác trước Tết');
    expect(section.match(/Theo chương trình: ngày/g)).toHaveLength(2);
    expect(section.match(/Lấy từ chương trình đã lưu/g)).toHaveLength(2);
    // Papers that were sent on the day of the meeting were not sent a day before.
    expect(section).toMatch(/ checked[^>]* value="no" name="papersSent"/);
    expect(text).not.toMatch(/name="points\.[^>]*value="[^"]/);
    // An amendment, and another kind of meeting, begin as they did.
    const thematic = await secretary.get(`/reports/new?cell=${cell}&month=${thisMonth}&kind=thematic`);
    expect(thematic.text).not.toContain('Mở rộng đường trục thôn;');
  });

  it('what was planned and what was done stand side by side', async () => {
    const sent = meeting(cell, { focus: 'Chỉ bàn đường trục thôn', 'followUps[0].task': '', 'matters[0].topic': '' });
    const {
      'matters[0].topic': _,
      'matters[0].summary': __,
      'matters[0].severity': ___,
      'followUps[0].task': ____,
      ...report
    } = sent;
    const form = await secretary.get(`/reports/new?cell=${cell}&month=${thisMonth}`);
    const { csrf = '' } = hiddenFields(form.text, '/reports');
    const done = await secretary.post('/reports', { csrf, baseRevision: '0', ...report });
    expect(done.status).toBe(200);
    expect(done.text).toContain('Dự kiến và thực hiện');
    expect(done.text).toContain('Mở rộng đường trục thôn; Thu gom rác trước Tết');
    expect(done.text).toContain('Chỉ bàn đường trục thôn');
    // The sheet of paper now leads to what was sent.
    expect((await secretary.get(`/r/${thisMonth}/tan-son.mot`)).text).toContain('Dự kiến và thực hiện');
  });

  it('what is reported is not offered to be reported again, and a form for it says so before anything is typed', async () => {
    const id = `${cell}_${today}_regular`;
    const page = await secretary.get(path);
    expect(page.text).toContain(`<a href="/reports/${id}">Xem báo cáo buổi ngày ${formatDay(today)}</a>`);
    expect(page.text).not.toContain('Nhập báo cáo buổi này');
    const form = await secretary.get(`/reports/new?cell=${cell}&month=${thisMonth}`);
    expect(form.text).toContain(`Tháng này đã có báo cáo buổi thường kỳ ngày ${formatDay(today)}`);
    expect(form.text).toContain(`<a href="/reports/${id}">`);
    for (const other of [`cell=${cell}&month=${thisMonth}&kind=thematic`, `amend=${id}`]) {
      expect((await secretary.get(`/reports/new?${other}`)).text).not.toContain('Tháng này đã có báo cáo');
    }
  });
});

const found = await findBrowser();
describe.runIf(found)('in a browser', () => {
  it('the invitation is copied by one press and opens as an SMS; without scripts it stands there to be selected', async () => {
    if (!found) return;
    const browser = await launch(found);
    try {
      const url = new URL(system().url);
      for (const scripts of [true, false]) {
        const context = await browser.newContext({
          javaScriptEnabled: scripts,
          ...(scripts && { permissions: ['clipboard-read', 'clipboard-write'] }),
        });
        await context.addCookies([{ name: 'session', value: secretary.cookie('session') ?? '', url: url.href }]);
        const page = await context.newPage();
        await page.goto(new URL(path, url).href);
        await page.click('summary:has-text("Lời mời")');
        const invitation = (await page.textContent('[data-copy]')) ?? '';
        expect(invitation).toMatch(/^Mời đồng chí dự sinh hoạt/);
        expect(invitation.length).toBeLessThan(300);
        const button = page.locator('button:has-text("Chép lời mời")');
        expect(await button.count()).toBe(scripts ? 1 : 0);
        if (!scripts) continue;
        await button.click();
        await page.waitForSelector('[role=status]:has-text("Đã chép")');
        expect(await page.evaluate('navigator.clipboard.readText()')).toBe(invitation);
        const sms = await page.getAttribute('a[href^="sms:"]', 'href');
        expect(decodeURIComponent(sms?.split('body=')[1] ?? '')).toBe(invitation);
        expect(await violations(page)).toEqual([]);
        // A browser that lets nobody write to the clipboard copies what is selected.
        await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error())');
        await page.evaluate("document.querySelector('[role=status]').textContent = ''");
        await button.click();
        await page.waitForSelector('[role=status]:has-text("Đã chép")');
      }
    } finally {
      await browser.close();
    }
  });

  it('the page has no fault that axe finds, in both languages, and prints on one sheet', async () => {
    if (!found) return;
    const browser = await launch(found);
    try {
      const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width: 360, height: 740 } });
      const url = new URL(system().url);
      await context.addCookies([{ name: 'session', value: secretary.cookie('session') ?? '', url: url.href }]);
      const page = await context.newPage();
      for (const lang of ['vi', 'en']) {
        await page.goto(new URL(`${path}&lang=${lang}`, url).href);
        expect(await violations(page), lang).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
        // What is not usual is closed; the longest form of an agenda is there, and does not make the page long.
        expect(await page.evaluate('document.documentElement.scrollHeight'), lang).toBeLessThanOrEqual(3500);
        const pdf = await page.pdf({ format: 'A4' });
        expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), lang).toHaveLength(1);
      }
    } finally {
      await browser.close();
    }
  });
});
