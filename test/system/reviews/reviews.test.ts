import { beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '#shared/period.ts';
import type { Revision } from '#shared/reports/report.ts';
import { isSampled } from '#shared/reviews/sample.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { lastMonth, meeting, thisMonth, today } from '#test/system/meeting.ts';
import { type Seen, Visitor } from '#test/system/visitor.ts';

const root = 'phuc-hoa';
const commune = `${root}.lien-son`;
const slugs = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau'] as const;
type Slug = (typeof slugs)[number];
const cellOf = (slug: Slug) => `${commune}.${slug}`;
const idOf = (slug: Slug) => `${cellOf(slug)}_${today}_regular`;
type Who = 'officer' | 'second' | 'other' | 'cell' | 'group' | 'otherGroup' | 'district' | 'secondBoard';
type Fields = Readonly<Record<string, string>>;

interface List {
  readonly waiting: number;
  readonly outstanding: number;
  readonly total: number;
  readonly tags: Readonly<Record<string, number>>;
  readonly reports: readonly { readonly id: string; readonly findings: readonly { id: string; says: string }[] }[];
}

const visitors = new Map<Who, Visitor>();
const as = (who: Who) => visitors.get(who) as Visitor;
const post = async (who: Who, path: string, fields: Fields): Promise<Seen> =>
  as(who).post(path, { csrf: await as(who).csrf(), ...fields });
const list = async (who: Who, query = '') =>
  (await as(who).json(`/reviews?month=${thisMonth}${query}`)) as unknown as List;
const ids = ({ reports }: List) => reports.map(({ id }) => id).sort();
const revision = async (slug: Slug) =>
  (await as('district').json(`/reports/${idOf(slug)}`)) as unknown as Pick<Revision, 'state' | 'firstReceivedAt'> & {
    readonly revisions: readonly { readonly state: string; readonly reason?: string }[];
  };
const stateOf = async (slug: Slug) => (await revision(slug)).state;
const here = `/reviews?month=${thisMonth}`;
const tick = (...slugsOf: readonly (readonly [Slug, number])[]) =>
  Object.fromEntries(slugsOf.map(([slug, base]) => [`tick.${idOf(slug)}`, String(base)]));
const enters = async (who: Who, slug: Slug, changes: Fields = {}) =>
  post(who, '/reports', { ...meeting(cellOf(slug), changes), baseRevision: '0' });

beforeAll(async () => {
  await enterDistrict(
    `id;level;kind;name;type;from;to;group
${root};district;huyện;Phúc Hòa;;2019-03;;
${commune};commune;xã;Liên Sơn;;2019-03;;1
${slugs.map((slug) => `${cellOf(slug)};cell;Chi bộ thôn;${slug};thon;2019-03;;`).join('\n')}
${root}.khac;commune;xã;Khác;;2019-03;;2
${root}.khac.bay;cell;Chi bộ thôn;bay;thon;2019-03;;
`,
    [
      { user: commune, role: 'commune', unit: commune },
      { user: `${commune}-2`, role: 'commune', unit: commune },
      { user: `${root}.khac`, role: 'commune', unit: `${root}.khac` },
      { user: cellOf('mot'), role: 'cell', unit: cellOf('mot') },
      { user: cellOf('hai'), role: 'cell', unit: cellOf('hai') },
      { user: cellOf('ba'), role: 'cell', unit: cellOf('ba') },
      { user: `${root}.group1`, role: 'group', unit: root, group: 1 },
      { user: `${root}.group2`, role: 'group', unit: root, group: 2 },
      { user: `${root}.district`, role: 'district', unit: root },
      { user: `${root}.district-2`, role: 'district', unit: root },
    ],
  );
  const users: Record<Who, string> = {
    ...{ officer: commune, second: `${commune}-2`, other: `${root}.khac`, cell: cellOf('mot') },
    ...{ group: `${root}.group1`, otherGroup: `${root}.group2` },
    ...{ district: `${root}.district`, secondBoard: `${root}.district-2` },
  };
  for (const [who, user] of Object.entries(users)) visitors.set(who as Who, await Visitor.signedIn(user));
  // Mot, hai and ba enter their own; the commune enters bon and nam, the district sau.
  for (const slug of ['mot', 'hai', 'ba'] as const) {
    const own = await Visitor.signedIn(cellOf(slug));
    const sent = { ...meeting(cellOf(slug), { attendedBy: slug === 'ba' ? 'group' : 'none' }), baseRevision: '0' };
    expect((await own.post('/reports', { csrf: await own.csrf(), ...sent })).status).toBe(200);
  }
  for (const slug of ['bon', 'nam'] as const) expect((await enters('officer', slug)).status).toBe(200);
  expect((await enters('district', 'sau', { attendedBy: 'group' })).status).toBe(200);
});

describe('what waits', () => {
  it('for a commune is what its cells entered', async () => {
    expect(ids(await list('officer'))).toEqual([idOf('ba'), idOf('hai'), idOf('mot')].sort());
    expect(ids(await list('other'))).toEqual([]);
  });

  it('for a group is what one attended, in its communes', async () => {
    expect(ids(await list('group'))).toEqual([idOf('ba')]);
    expect(ids(await list('otherGroup'))).toEqual([]);
  });

  it('for the district is what a commune entered, and of the rest the sample that anybody can recompute', async () => {
    const sampled = [];
    for (const slug of ['mot', 'hai', 'ba'] as const) {
      const { firstReceivedAt } = await revision(slug);
      if (isSampled({ id: idOf(slug) as Revision['id'], firstReceivedAt })) sampled.push(idOf(slug));
    }
    expect(ids(await list('district'))).toEqual([idOf('bon'), idOf('nam'), ...sampled].sort());
  });

  it('stands on the page of an address without a month: this one, while something of it waits', async () => {
    expect(ids((await as('officer').json('/reviews')) as unknown as List)).toEqual(ids(await list('officer')));
  });

  it('is confirmed by a group only where one attended', async () => {
    const seen = await as('group').post(`/reports/${idOf('mot')}`, {
      csrf: await as('group').csrf(),
      action: 'confirm',
      baseRevision: '1',
    });
    expect(seen.status).toBe(403);
    expect(seen.text).toContain('Tổ công tác không dự buổi này');
    expect((await as('group').get(`/reports/${idOf('mot')}`)).text).not.toContain('value="confirm"');
  });

  it('is not shown to a cell, and another unit’s list is no list', async () => {
    expect((await as('cell').get(here)).status).toBe(403);
    expect((await as('other').get(`${here}&unit=${commune}`)).status).toBe(404);
    expect((await as('officer').get(`${here}&unit=${root}`)).status).toBe(404);
    expect((await as('other').get(`${here}&report=${idOf('mot')}`)).status).toBe(404);
  });

  it('says what stands out, with its figures, and counts it', async () => {
    const { reports, tags, waiting, outstanding } = await list('officer');
    expect(outstanding).toBe(waiting);
    expect(tags).toMatchObject({ any: 3, 'copied-from-others': 3, 'same-length': 0, none: 0 });
    const [first] = reports;
    expect(first?.findings[0]).toMatchObject({ id: 'copied-from-others' });
    expect(first?.findings[0]?.says).toContain('giống nguyên văn báo cáo của 5 chi bộ khác');
    const page = await as('officer').get(here);
    expect(page.text).toContain('Giống chi bộ khác (3)');
    expect((await list('officer', '&tag=same-length')).total).toBe(0);
    expect((await list('officer', '&tag=copied-from-others')).total).toBe(3);
  });
});

describe('nobody confirms an own entry', () => {
  const confirm = { action: 'confirm', baseRevision: '1' };
  const refused: readonly (readonly [Who, Slug, number])[] = [
    ['officer', 'bon', 403],
    ['second', 'bon', 403],
    ['district', 'sau', 403],
    ['secondBoard', 'sau', 403],
    ['cell', 'mot', 403],
    ['other', 'mot', 404],
    ['otherGroup', 'ba', 404],
  ];

  it.each(refused)('%s, of %s: %i, by either route', async (who, slug, status) => {
    expect((await post(who, `/reports/${idOf(slug)}`, confirm)).status).toBe(status === 404 ? 404 : 403);
    expect((await post(who, `${here}&report=${idOf(slug)}`, confirm)).status).toBe(status);
    const many = await post(who, here, { action: 'confirm', reason: 'Đã xem', ...tick([slug, 1]) });
    expect(many.status).toBe(status === 403 && who !== 'cell' ? 409 : status);
    expect(await stateOf(slug)).toBe('submitted');
  });

  it('and its page offers no such form, but to return it', async () => {
    const own = (await as('officer').get(`/reports/${idOf('bon')}`)).text;
    expect(own).not.toContain('value="confirm"');
    expect(own).toContain('value="return"');
  });
});

describe('one by one', () => {
  it('shows the decision before all that the report says, and n of m', async () => {
    const { text } = await as('officer').get(`${here}&report=${idOf('mot')}`);
    expect(text).toMatch(/Báo cáo [123]\/3/);
    expect(text.indexOf('value="confirm"')).toBeGreaterThan(0);
    expect(text.indexOf('value="confirm"')).toBeLessThan(text.indexOf('Nội dung báo cáo'));
    expect(text.indexOf('Giống chi bộ khác')).toBeLessThan(text.indexOf('value="confirm"'));
  });

  it('returning asks for what is to be mended, and keeps what was typed', async () => {
    const seen = await post('officer', `${here}&report=${idOf('mot')}`, {
      action: 'return',
      baseRevision: '1',
      reason: ' ',
    });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('href="#reason"');
    expect(await stateOf('mot')).toBe('submitted');
  });

  it('stores a reason whole or refuses it at its field, by every door, and keeps it', async () => {
    const long = 'Đã xem. '.repeat(300).trim();
    const at = { baseRevision: '1', reason: long };
    for (const action of ['confirm', 'return']) {
      for (const path of [`/reports/${idOf('mot')}`, `${here}&report=${idOf('mot')}`]) {
        const seen = await post('officer', path, { ...at, action });
        expect([action, path, seen.status]).toEqual([action, path, 422]);
        expect(seen.text).toContain('Dài quá 1.000 ký tự');
        expect(seen.text).toContain(long);
        const own = seen.text.slice(seen.text.indexOf(`name="action" value="${action}"`)).split('</form>')[0];
        expect(own).toContain('id="reason-error"');
        const json = await as('officer').postJson(
          path,
          { ...at, action },
          { 'x-csrf-token': await as('officer').csrf() },
        );
        expect(json.status).toBe(422);
        expect(json.text).toContain('"pointer":"#/reason","code":"too-long"');
      }
    }
    const many = await post('officer', here, { ...at, action: 'confirm', ...tick(['mot', 1]) });
    expect([many.status, many.text.includes('Dài quá 1.000 ký tự'), many.text.includes(long)]).toEqual([
      422,
      true,
      true,
    ]);
    expect(many.text).toContain(`checked name="tick.${idOf('mot')}"`);
    expect(await revision('mot')).toMatchObject({ state: 'submitted' });
  });

  it('deciding leads to the next that waits; a report that was changed is shown again', async () => {
    const stale = await post('officer', `${here}&report=${idOf('mot')}`, {
      action: 'return',
      baseRevision: '0',
      reason: 'Thiếu',
    });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Thiếu');
    const order = (await list('officer')).reports.map(({ id }) => id);
    const next = order[(order.indexOf(idOf('mot')) + 1) % order.length];
    const seen = await post('officer', `${here}&report=${idOf('mot')}`, {
      ...{ action: 'return', baseRevision: '1', reason: 'Bổ sung biên bản' },
    });
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('Đã ghi nhận.');
    expect(seen.text).toMatch(/Báo cáo [12]\/2/);
    expect(seen.text).toContain(`report=${next}`);
    expect(await revision('mot')).toMatchObject({ state: 'returned' });
    expect((await list('officer')).waiting).toBe(2);
  });
});

describe('a returned report', () => {
  it('is confirmed by no door until it is sent again', async () => {
    // Mot was returned above: its revision is the second.
    const confirm = { action: 'confirm', reason: 'Đã xem', baseRevision: '2' };
    for (const who of ['officer', 'district'] as const) {
      for (const path of [`/reports/${idOf('mot')}`, `${here}&report=${idOf('mot')}`]) {
        const seen = await post(who, path, confirm);
        expect([who, path, seen.status]).toEqual([who, path, 409]);
        expect(seen.text).toContain('chưa được sửa, gửi lại');
        const csrf = await as(who).csrf();
        expect((await as(who).postJson(path, confirm, { 'x-csrf-token': csrf })).status).toBe(409);
      }
      const many = await post(who, here, { ...confirm, ...tick(['mot', 2]) });
      expect([many.status, many.text.includes('đang trả lại để sửa')]).toEqual([409, true]);
      expect((await as(who).get(`/reports/${idOf('mot')}`)).text).not.toContain('value="confirm"');
    }
    // Who saw it before it was returned is shown how it stands, and why.
    const late = await post('officer', `/reports/${idOf('mot')}`, { ...confirm, baseRevision: '1' });
    expect([late.status, late.text.includes('Bổ sung biên bản')]).toEqual([409, true]);
    expect(late.text).toContain(`(${commune})`);
    expect(late.text).toContain('<p>Đã xem</p>');
    expect(await stateOf('mot')).toBe('returned');
  });

  it('is returned once: the same words again are a repeat, others are none, and stay on the page', async () => {
    const same = { action: 'return', reason: 'Bổ sung biên bản' };
    for (const baseRevision of ['1', '2']) {
      expect((await post('officer', `/reports/${idOf('mot')}`, { ...same, baseRevision })).status).toBe(200);
      for (const [who, reason] of [
        ['officer', 'Thiếu nghị quyết'],
        ['district', 'Bổ sung biên bản'],
      ] as const) {
        const other = await post(who, `/reports/${idOf('mot')}`, { action: 'return', reason, baseRevision });
        expect([who, other.status]).toEqual([who, 409]);
        expect(other.text).toContain(`<p>${reason}</p>`);
        expect(other.text).toContain(`(${commune})`);
      }
    }
    expect((await revision('mot')).revisions).toHaveLength(2);
  });
});

describe('many by ticks', () => {
  it('need a tick and a reason, and what is ticked stays ticked', async () => {
    expect((await post('officer', here, { action: 'confirm', reason: 'Đã xem' })).status).toBe(422);
    const seen = await post('officer', here, { action: 'confirm', reason: '', ...tick(['hai', 1]) });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain(`checked name="tick.${idOf('hai')}"`);
    expect(await stateOf('hai')).toBe('submitted');
  });

  it('are confirmed each by itself: a stale one, an own entry and a stranger’s are named and harm no other', async () => {
    const strange = `${root}.khac.bay_${today}_regular`;
    const seen = await post('officer', here, {
      ...{ action: 'confirm', reason: 'Đã đối chiếu sổ biên bản' },
      ...tick(['hai', 1], ['ba', 0], ['bon', 1]),
      [`tick.${strange}`]: '1',
    });
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('Đã xác nhận 1 báo cáo');
    expect(seen.text).toContain('3 báo cáo chưa được xác nhận');
    for (const why of ['đã thay đổi sau khi', 'đơn vị mình nhập', 'không tìm thấy']) expect(seen.text).toContain(why);
    // What was not confirmed needs neither to be ticked nor to be explained once more.
    expect(seen.text).toContain(`checked name="tick.${idOf('ba')}"`);
    expect(seen.text).toContain('>Đã đối chiếu sổ biên bản</textarea>');
    expect(seen.text).toContain(`(${cellOf('ba')})`);
    expect(await stateOf('hai')).toBe('confirmed');
    expect(await stateOf('ba')).toBe('submitted');
    expect(await stateOf('bon')).toBe('submitted');
    expect((await revision('hai')).revisions.at(-1)).toMatchObject({ reason: 'Đã đối chiếu sổ biên bản' });
  });

  it('with other words are no repeat of what was confirmed', async () => {
    const seen = await post('officer', here, { action: 'confirm', reason: 'Đã gọi bí thư', ...tick(['hai', 1]) });
    expect(seen.status).toBe(409);
    expect(seen.text).toContain('đã thay đổi sau khi');
    expect(seen.text).toContain(`(${commune})`);
    expect(seen.text).toContain('>Đã gọi bí thư</textarea>');
    expect((await revision('hai')).revisions.at(-1)).toMatchObject({ reason: 'Đã đối chiếu sổ biên bản' });
  });

  it('say their commune where several are listed', async () => {
    const seen = await post('district', here, { action: 'confirm', reason: 'Đã xem', ...tick(['bon', 0]) });
    expect(seen.status).toBe(409);
    expect(seen.text).toContain('Chi bộ thôn bon, xã Liên Sơn');
    expect(
      (await post('officer', here, { action: 'confirm', reason: 'Đã xem', ...tick(['ba', 0]) })).text,
    ).not.toContain('ba, xã Liên Sơn');
  });

  it('sent twice are confirmed once, and JSON says what became of each', async () => {
    const csrf = await as('officer').csrf();
    const again = { action: 'confirm', reason: 'Đã đối chiếu sổ biên bản', [`tick.${idOf('hai')}`]: '1' };
    const seen = await as('officer').postJson(here, again, { 'x-csrf-token': csrf });
    expect(seen.status, seen.text).toBe(200);
    expect(JSON.parse(seen.text)).toMatchObject({ outcome: { confirmed: [idOf('hai')], left: [] } });
    expect((await revision('hai')).revisions).toHaveLength(2);
  });

  it('stand in the audit one by one', async () => {
    const seen = await post('district', here, { action: 'confirm', reason: 'Đã xem', ...tick(['bon', 1], ['nam', 1]) });
    expect(seen.status).toBe(200);
    const audit = (await as('district').get(`/audit/${today}`)).text;
    for (const slug of ['hai', 'bon', 'nam'] as const) expect(audit).toContain(`${idOf(slug)}#2`);
    expect((await list('district')).reports.filter(({ id }) => id.includes('.bon') || id.includes('.nam'))).toEqual([]);
  });
});

describe('months', () => {
  it('of which there is nothing, or none, are said so', async () => {
    expect((await as('officer').get(`/reviews?month=${lastMonth}`)).text).toContain('Không có báo cáo nào chờ');
    for (const month of [addMonths(thisMonth, 1), '2018-01', 'x']) {
      expect((await as('officer').get(`/reviews?month=${month}`)).status, month).toBe(404);
    }
  });
});
