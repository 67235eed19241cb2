import { beforeAll, expect, it } from 'vitest';
import { matchPath, type RouteKey } from '#shared/access/routes.ts';
import { formatDay, monthDigits } from '#shared/language/format.ts';
import { addMonths } from '#shared/period.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { Visitor } from '#test/system/visitor.ts';
import { around, readHtml, valuesOf } from '#test/web/read-page.ts';

const district = 'my-loc';
const commune = `${district}.mot`;
const group = `${district}.nhom`;
const cell = `${commune}.c0`;
const report = `${cell}_${today}_regular`;
const thematic = `${cell}_${today}_thematic`;
const year = today.slice(0, 4);
const users = { commune, district, group };
type User = keyof typeof users;
type Fields = Readonly<Record<string, string>>;

const visitors: Partial<Record<User, Visitor>> = {};
const as = (user: User) => visitors[user] as Visitor;
let training = '';

beforeAll(async () => {
  const units = [
    'id;level;kind;name;type;from;to;group',
    `${district};district;huyện;Mỹ Lộc;;2019-03;;`,
    ...['mot', 'hai'].map((slug) => `${district}.${slug};commune;xã;${slug};;2019-03;;1`),
    ...['c0', 'c1'].map((slug) => `${commune}.${slug};cell;Chi bộ thôn;${slug};thon;2019-03;;`),
  ];
  await enterDistrict(`${units.join('\n')}\n`, [
    { user: district, role: 'district', unit: district },
    { user: commune, role: 'commune', unit: commune },
    { user: group, role: 'group', unit: district, group: 1 },
  ]);
  for (const user of Object.keys(users) as User[]) visitors[user] = await Visitor.signedIn(users[user]);
  const csrf = await as('commune').csrf();
  for (const kind of ['regular', 'thematic']) {
    await as('commune').post('/reports', {
      csrf,
      baseRevision: '0',
      ...meeting(cell, { kind }),
    });
  }
  const opened = { csrf, cell, month: thisMonth, seen: '0', action: 'open', days: '1' };
  await as('commune').post('/prepare/proposals', opened);
  const course = { csrf, subject: 'Nghiệp vụ', heldOn: formatDay(today), trainer: 'Trung tâm', places: '40' };
  await as('commune').post('/trainings', course);
  const { trainings } = (await as('commune').json('/trainings')) as { trainings: { day: string; number: number }[] };
  training = `${trainings[0]?.day}_${trainings[0]?.number}`;
});

interface Form {
  readonly by: User;
  /** The page with the form. */
  readonly page: string | (() => string);
  /** Where it posts to. */
  readonly to: RouteKey;
  readonly field: string;
  /** What is wrong in it; otherwise a text that is too long. */
  readonly wrong?: string;
  readonly right?: string;
  /** Of several buttons, the one that is pressed. */
  readonly press?: string;
  /** What else has to be chosen or typed. */
  readonly others?: Fields;
}

/** Longer than any field takes. */
const LONG = 'Chữ rất dài '.repeat(2000).trim();

const forms: readonly Form[] = [
  { by: 'commune', page: `/officers?unit=${commune}`, to: 'POST /officers', field: 'members' },
  {
    by: 'commune',
    page: `/themes?unit=${commune}&year=${year}`,
    to: 'POST /themes',
    field: `plan.${cell}.4.title`,
    others: { [`plan.${cell}.4.theme`]: 'CM' },
  },
  {
    by: 'commune',
    page: `/themes/shared?report=${thematic}`,
    to: 'POST /themes/shared',
    field: 'note',
    others: { theme: 'CM' },
  },
  {
    by: 'commune',
    page: `/targets?cell=${cell}&year=${year}`,
    to: 'POST /targets',
    field: 'targets[0].what',
    others: { 'targets[0].unit': 'road', 'targets[0].quantity': '600' },
  },
  { by: 'commune', page: `/tasks/${report}_1`, to: 'POST /tasks/{id}', field: 'reason', others: { step: 'doing' } },
  {
    by: 'commune',
    page: `/matters/${report}_1`,
    to: 'POST /matters/{id}',
    field: 'answer',
    others: { step: 'settle' },
  },
  {
    by: 'commune',
    page: `/prepare?cell=${cell}&month=${thisMonth}`,
    to: 'POST /prepare',
    field: 'venue',
    others: { day: formatDay(today), 'lines[0].text': 'Mở đầu' },
  },
  {
    by: 'commune',
    page: `/prepare?cell=${cell}&month=${thisMonth}`,
    to: 'POST /prepare/proposals',
    field: 'days',
    wrong: 'hai ngày',
    right: '1',
    press: 'open',
  },
  { by: 'commune', page: `/reports/${report}/papers`, to: 'POST /reports/{id}/papers', field: 'minutes', right: '5' },
  {
    by: 'commune',
    page: '/trainings',
    to: 'POST /trainings',
    field: 'subject',
    others: { heldOn: formatDay(today), trainer: 'Trung tâm', places: '40' },
  },
  { by: 'commune', page: () => `/trainings/${training}`, to: 'POST /trainings/{training}', field: 'papers' },
  { by: 'commune', page: () => `/trainings/${training}`, to: 'POST /trainings/{training}', field: 'reason' },
  { by: 'district', page: `/guidance?month=${thisMonth}`, to: 'POST /guidance', field: 'text' },
  {
    by: 'district',
    page: '/library',
    to: 'POST /library',
    field: 'content',
    others: { title: 'Bài của huyện', subject: 'SH' },
  },
  {
    by: 'district',
    page: '/library/1',
    to: 'POST /library/{piece}',
    field: 'content',
    others: { title: 'Bài của huyện', subject: 'SH' },
  },
  { by: 'district', page: '/groups?group=1', to: 'POST /groups', field: 'head' },
  {
    by: 'district',
    page: '/directory/baseline',
    to: 'POST /directory/baseline',
    field: 'cells',
    wrong: 'nhiều',
    right: '10',
    others: { month: '12/2018', held: '9', required: '90', present: '80', resolutions: '5', source: 'Sổ' },
  },
  {
    by: 'district',
    page: '/directory/users',
    to: 'POST /directory/users',
    field: 'user',
    wrong: 'tên có dấu cách',
    right: `${district}.moi`,
    others: { unit: commune, role: 'commune' },
  },
  {
    by: 'district',
    page: `/directory/users/${commune}`,
    to: 'POST /directory/users/{user}',
    field: 'email',
    wrong: 'không phải thư',
    right: 'a@example.org',
  },
  {
    by: 'district',
    page: '/directory/reorganise',
    to: 'POST /directory/reorganise',
    field: 'name1',
    others: {
      month: monthDigits(addMonths(thisMonth, 1)),
      kind1: 'xã',
      [`into.${district}.hai`]: '1',
      [`into.${commune}`]: '1',
    },
  },
  {
    by: 'group',
    page: `/visits?month=${thisMonth}`,
    to: 'POST /visits',
    field: 'date',
    wrong: '31/31',
    right: formatDay(today),
    others: { unit: cell, member: 'Đúng rồi' },
  },
  {
    by: 'district',
    page: `/reviews?month=${thisMonth}`,
    to: 'POST /reviews',
    field: 'reason',
    wrong: ' ',
    others: { [`tick.${report}`]: '1' },
  },
];

/** The form of a page that posts to a route and has a field. */
function formIn(html: string, to: RouteKey, field: string) {
  const page = readHtml(html);
  const isOne = (action: string) => matchPath('POST', action)?.route === to;
  const found = page.find(
    (each) =>
      each.attributes['name'] === field &&
      each.attributes['type'] !== 'hidden' &&
      around(each).some(({ name, attributes }) => name === 'form' && isOne(attributes['action'] ?? '')),
  );
  const form = found && around(found).find(({ name }) => name === 'form');
  if (!form) return undefined;
  const fields = valuesOf(page.filter((each) => around(each).includes(form)));
  return { action: form.attributes['action'] ?? '', fields };
}

const NOTE = 'chưa được lưu vì còn chỗ phải sửa';

it.each(forms)('$to keeps $field until it is right', async (form) => {
  const { by, page, to, field, wrong = LONG, right = 'Đúng rồi', press, others = {} } = form;
  const visitor = as(by);
  const open = async () => (await visitor.get(typeof page === 'string' ? page : page())).text;
  const send = (html: string, text: string) => {
    const { action = '', fields } = formIn(html, to, field) ?? {};
    return visitor.post(action, { ...fields, ...others, ...(press && { action: press }), [field]: text });
  };
  expect((await send(await open(), wrong)).status).toBe(422);
  const again = await open();
  expect(again).toContain(NOTE);
  expect(formIn(again, to, field)?.fields).toMatchObject({ ...others, [field]: wrong });
  const taken = await send(again, right);
  expect([taken.status, taken.text.match(/class="error".*?<.p>/s)?.[0]]).toEqual([200, undefined]);
  expect(await open()).not.toContain(NOTE);
});
