import { beforeAll, describe, expect, it } from 'vitest';
import { howMany } from '#test/how-many.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { thisMonth } from '#test/system/meeting.ts';
import { isInstalled } from '#test/system/real-browsers/browser-kinds.ts';
import { startRecorder } from '#test/system/real-browsers/recorder.ts';
import { TerminalBrowser } from '#test/system/real-browsers/terminal.ts';
import { TextBrowser } from '#test/system/text-browser.ts';
import { hiddenFields, PASSWORD, Visitor } from '#test/system/visitor.ts';

const district = 'hai-hau';
const programs = { w3m: 'w3m', lynx: 'lynx', links: 'links2' } as const;
type Name = keyof typeof programs;
const names = (Object.keys(programs) as Name[]).filter(isInstalled);
const communeOf = (name: Name, again: boolean) => `${district}.${name}${again ? '-again' : ''}`;
const group = `${district}.nhom`;
const [year, month] = thisMonth.split('-');
const day = `01/${month}/${year}`;

beforeAll(async () => {
  const communes = names.flatMap((name) => [communeOf(name, false), communeOf(name, true)]);
  const units = communes.flatMap((commune) => [
    `${commune};commune;xã;${commune.split('.')[1]};;2019-03;;1`,
    ...['c0', 'c1'].map((cell) => `${commune}.${cell};cell;Chi bộ thôn;${cell};thon;2019-03;;`),
  ]);
  const head = ['id;level;kind;name;type;from;to;group', `${district};district;huyện;Hải Hậu;;2019-03;;`];
  await enterDistrict([...head, ...units, ''].join('\n'), [
    { user: district, role: 'district', unit: district },
    { user: group, role: 'group', unit: district, group: 1 },
    ...communes.map((commune) => ({ user: commune, role: 'commune', unit: commune })),
  ]);
  const officer = await Visitor.signedIn(district);
  const path = '/groups?group=1';
  const { csrf = '', baseRevision = '' } = hiddenFields((await officer.get(path)).text, path);
  await officer.post(path, { csrf, baseRevision, action: 'members', number: '1', head: 'Tổ trưởng' });
});

/**
 * What is sent, but for the token, which each session has of its own. w3m sends what is hidden in a table after the
 * table's own fields; the order of fields with other names says nothing.
 */
const said = (fields: Iterable<readonly [string, string]>) =>
  [...fields].filter(([name]) => name !== 'csrf').sort(([a], [b]) => (a < b ? -1 : Number(a > b)));

const untouched = async () => {};
const report = ['Gửi báo cáo', /Ngày họp/, 'Gửi báo cáo'] as const;
const grid = ['Gửi', /Ngày họp chung/, 'Gửi các chi bộ đã nhập'] as const;
const visit = ['Gửi báo cáo', /Tình hình buổi họp/, 'Gửi báo cáo'] as const;

const forms = [
  ['the form of a report, untouched', '/reports/new?kind=regular', report, untouched],
  [
    'the form of a report, filled in',
    '/reports/new?kind=regular',
    report,
    async (real: TerminalBrowser, simulated: TextBrowser) => {
      await real.fill('Ngày họp', day);
      await real.fill('Thời lượng', '95');
      await real.fill('Có mặt', '18');
      await real.choose('Kết luận');
      simulated.type('date', day);
      simulated.type('durationMinutes', '95');
      simulated.type('present', '18');
      simulated.type('resolution', 'conclusion');
    },
  ],
  ['the grid, untouched', `/months/${thisMonth}/grid`, grid, untouched],
  [
    'the grid, filled in',
    `/months/${thisMonth}/grid`,
    grid,
    async (real: TerminalBrowser, simulated: TextBrowser) => {
      await real.fill('Ngày họp chung', day);
      await real.fillOn('', '100');
      simulated.type('commonDate', day);
      simulated.type('rows[0].durationMinutes', '100');
    },
  ],
  ['the form of a visit, untouched', '/visits/new', visit, untouched],
  [
    'the form of a visit, filled in',
    '/visits/new',
    visit,
    async (real: TerminalBrowser, simulated: TextBrowser) => {
      await real.pick('Đơn vị', 1);
      await real.fill('Ngày', day);
      await real.pick('Người dự', 1);
      await real.write('Tình hình buổi họp', 'Chi bộ sinh hoạt nghiêm túc.');
      simulated.choose('unit', 1);
      simulated.type('date', day);
      simulated.choose('member', 1);
      simulated.type('seen', 'Chi bộ sinh hoạt nghiêm túc.');
    },
  ],
] as const;

/** In the gate each form is sent by one of the programs, in the trials by all. */
const triedIn = (name: Name) =>
  forms.filter((_, nth) => howMany.programsAForm > 1 || nth % names.length === names.indexOf(name));

// The fast tests use a text browser of ours. What it sends is what the real ones send, name by name.
describe.each(names)('%s sends what the simulated text browser sends:', (name) => {
  /** Both have the page open, both are filled in alike, both press the button. */
  async function compare(
    user: string,
    path: string,
    [words, title, button]: readonly [words: string, shown: RegExp, button: string],
    fill: (real: TerminalBrowser, simulated: TextBrowser) => Promise<void>,
  ): Promise<void> {
    const recorder = await startRecorder();
    const real = await TerminalBrowser.open(programs[name], recorder.url);
    try {
      const simulated = new TextBrowser();
      await simulated.open('/login');
      simulated.type('user', user);
      simulated.type('password', PASSWORD);
      await real.fill('Tên đăng nhập', user);
      await real.fill('Mật khẩu', PASSWORD);
      await real.press('Đăng nhập');
      await real.shows(new RegExp(`\\(${user}\\)`));
      expect(said(await recorder.next())).toEqual(said(Object.entries(simulated.sends('Đăng nhập').fields)));
      await simulated.press('Đăng nhập');

      await simulated.open(path);
      await real.goTo(path);
      await real.shows(title);
      await fill(real, simulated);
      await real.press(words);
      expect(said(await recorder.next())).toEqual(said(Object.entries(simulated.sends(button).fields)));
    } finally {
      await real.close();
      recorder.close();
    }
  }

  const timeout = 240_000;
  it.for(triedIn(name))('%s', { retry: 1, timeout }, async ([what, path, texts, fill], { task }) => {
    const commune = communeOf(name, (task.result?.retryCount ?? 0) > 0);
    const about = path.startsWith('/reports') ? `&cell=${commune}.c0&month=${thisMonth}` : `?unit=${commune}`;
    const isVisit = what.includes('visit');
    await compare(isVisit ? group : commune, isVisit ? path : `${path}${about}`, texts, fill);
  });
});
