import { beforeAll, describe, expect, it } from 'vitest';
import { addMonths, periodsAround } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { TextBrowser } from '#test/system/text-browser.ts';
import { admin, PASSWORD, Visitor } from '#test/system/visitor.ts';
import { readXlsx } from '#test/system/xlsx.ts';

const district = 'hiep-cuong';
const [first, second] = [`${district}.an-chau`, `${district}.van-son`];
const closed = addMonths(thisMonth, -4);

beforeAll(async () => {
  await enterDistrict(
    `id;level;kind;name;type;from;to;group
${district};district;huyện;Sơn Động;;2019-03;;
${first};commune;xã;An Châu;;2019-03;;1
${second};commune;xã;Vân Sơn;;2019-03;;1
${first}.na;cell;Chi bộ thôn;Nà;thon;2019-03;;
${first}.bung;cell;Chi bộ thôn;Búng;thon;2019-03;;
${second}.khe;cell;Chi bộ thôn;Khe;thon;2019-03;;
`,
    [
      { user: district, role: 'district', unit: district },
      { user: `${district}-1`, role: 'group', unit: district, group: 1 },
      { user: first, role: 'commune', unit: first },
    ],
  );
  await admin('rollup', '--district', district, '--month', closed, '--official');
  await admin('rollup', '--district', district, '--month', thisMonth);
});

/** What alarms, in a month of which nothing is due: who is late or silent or last, and what has fallen. */
const alarms = /Cần giúp|quá hạn|[Nn]ộp chậm|[Cc]hưa nộp|Chưa báo cáo|Giảm so|giảm|Hạng|(?<![\d,])0%/;

describe('a month in which nothing is due yet', () => {
  const own = (unit: string) => [
    '/',
    `/scorecards/${unit}/${thisMonth}`,
    `/scorecards/${unit}?from=${thisMonth}&to=${thisMonth}`,
    `/scorecards/${unit}/${periodsAround(thisMonth)[1]}`,
    `/months/${thisMonth}?unit=${unit}`,
  ];
  it.each([
    ['the district', district, [...own(district), `/scorecards/${first}/${thisMonth}`]],
    ['a working group', `${district}-1`, ['/', `/scorecards/${first}/${thisMonth}`]],
    ['a commune', first, own(first)],
  ])('alarms nobody: %s', async (_, user, paths) => {
    const browser = new TextBrowser();
    await browser.post('/login', { user, password: PASSWORD });
    for (const path of paths) {
      await browser.open(path);
      expect(browser.status, path).toBe(200);
      expect(browser.text.match(alarms)?.[0], path).toBeUndefined();
    }
  });

  it('says that nobody is ranked and nothing compared, and with a period that is asked for neither', async () => {
    const browser = new TextBrowser();
    await browser.post('/login', { user: district, password: PASSWORD });
    await browser.open(`/scorecards/${district}/${thisMonth}`);
    expect(browser.text).toContain('Số liệu chưa chốt nên chưa xếp hạng');
    expect(browser.text).toContain('chưa so với kỳ trước và cùng kỳ năm trước');
    await browser.open(`/scorecards/${district}/${thisMonth}?with=${closed}`);
    expect(browser.text).toContain(`Chưa so được với “${closed}”: chỉ so những kỳ đã chốt số liệu.`);
    expect(browser.text.match(alarms)?.[0]).toBeUndefined();
    await browser.open(`/scorecards/${district}/${closed}?with=${thisMonth}`);
    expect(browser.text).toContain('chỉ so những kỳ đã chốt số liệu');
  });

  it('has neither in its files', async () => {
    const visitor = await Visitor.signedIn(district);
    const file = (ending: string) => visitor.get(`/scorecards/${district}/${thisMonth}.${ending}`);
    const { status, indicators, children } = JSON.parse((await file('json')).text) as Scorecard;
    expect(status).toBe('live');
    const figures = [indicators, ...children.map((child) => child.indicators)].flat();
    expect(figures.filter(({ previousMonth, previousYear }) => previousMonth || previousYear)).toEqual([]);
    expect(figures.filter(({ value, target }) => target && value === 0)).toEqual([]);
    expect(children.map(({ rank }) => rank)).toEqual([null, null]);
    const [head = [], ...lines] = (await file('csv')).text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';'));
    for (const column of ['rank', 'previousMonthNumerator', 'previousYearNumerator']) {
      expect(new Set(lines.map((line) => line[head.indexOf(column)])), column).toEqual(new Set(['']));
    }
    const texts = (await readXlsx((await file('xlsx')).bytes)).flat().join('\n');
    expect(texts).toContain('Số liệu chưa chốt nên chưa xếp hạng');
    expect(texts).not.toContain('Đơn vị cần ưu tiên giúp đỡ');
  });
});

it('a month that is closed says under its table how units are ranked, and ranks none that is silent', async () => {
  const browser = new TextBrowser();
  await browser.post('/login', { user: district, password: PASSWORD });
  await browser.open(`/scorecards/${district}/${closed}`);
  expect(browser.text).toContain('đơn vị có dưới 50% số chi bộ báo cáo thì không xếp hạng');
  expect(browser.text).toContain('2/2 chi bộ quá hạn không có báo cáo');
  await browser.open(`/scorecards/${first}/${closed}`);
  expect(browser.text).toContain('chi bộ không có báo cáo thì không xếp hạng');
});

it.each([
  ['xlsx', async (bytes: Uint8Array) => (await readXlsx(bytes)).flat().includes('BÁO CÁO KẾT QUẢ SINH HOẠT CHI BỘ')],
  ['pdf', async (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').trimEnd().endsWith('%%EOF')],
])('five who ask at once for the %s each get the whole file', async (ending, isWhole) => {
  const visitor = await Visitor.signedIn(district);
  const path = `/scorecards/${district}/${closed}.${ending}`;
  const files = await Promise.all(Array.from({ length: 5 }, () => visitor.get(path)));
  expect(files.map(({ status }) => status)).toEqual(files.map(() => 200));
  for (const { bytes } of files) expect(await isWhole(bytes)).toBe(true);
});
