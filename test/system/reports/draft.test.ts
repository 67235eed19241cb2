import { beforeAll, describe, expect, it } from 'vitest';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { type Seen, Visitor } from '#test/system/visitor.ts';

const cell = 'hiep-hoa.chau-minh';
const form = (of: string) => `/reports/new?cell=${of}&month=${thisMonth}`;
let commune: Visitor;
let own: string;
let csrf: string;

const press = (button: string, changes: Readonly<Record<string, string>> = {}): Promise<Seen> =>
  commune.post('/reports', { csrf, baseRevision: '0', month: thisMonth, ...meeting(own, changes), press: button });

beforeAll(async () => {
  commune = await Visitor.signedIn('chau-minh');
  csrf = await commune.csrf();
  const board = (await commune.json(`/months/${thisMonth}?unit=${cell}`)) as {
    cells: { cell: { id: string }; state: string }[];
  };
  own = board.cells.find(({ state }) => state === 'missing')?.cell.id ?? '';
});

describe('a form that is not finished', () => {
  it('gets another row, and loses one, with all that was typed', async () => {
    const more = await press('more.tasks', {
      present: 'mười bảy',
      'tasks[0].what': 'Nạo vét kênh',
      'tasks[1].what': '',
    });
    expect(more.status).toBe(200);
    expect(more.text).toContain('value="mười bảy"');
    expect(more.text).toContain('name="tasks[2].what"');
    const less = await press('less.tasks.0', { 'tasks[0].what': 'Nạo vét kênh', 'tasks[1].what': 'Họp xóm' });
    expect(less.text).not.toContain('Nạo vét kênh');
    expect(less.text).toMatch(/name="tasks\[0\]\.what"[^>]*>Họp xóm/);
  });

  it('is saved with its mistakes, for its author alone, and not sent', async () => {
    const saved = await press('save', { present: 'mười bảy', durationMinutes: '' });
    expect(saved.status).toBe(200);
    expect(saved.text).toContain('Bản nháp lưu lúc');
    expect((await commune.get(form(own))).text).toContain('value="mười bảy"');
    const district = await Visitor.signedIn('district');
    expect((await district.get(form(own))).text).not.toContain('mười bảy');
    expect((await commune.get(`/reports/${own}_${today}_regular`)).status).toBe(404);
  });

  it('of another commune is not saved', async () => {
    const others = 'hiep-hoa.thanh-van.thanh-binh';
    expect((await press('save', { cell: others })).status).toBe(404);
  });

  it('is forgotten where its author wants so', async () => {
    const fresh = await press('discard');
    expect(fresh.text).not.toContain('Bản nháp lưu lúc');
    expect((await commune.get(form(own))).text).not.toContain('mười bảy');
  });

  it('is forgotten once it has been sent', async () => {
    await press('save');
    const { text } = await commune.get(form(own));
    const savedAt = /name="savedAt" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const sent = await commune.post('/reports', {
      csrf,
      baseRevision: '0',
      month: thisMonth,
      ...meeting(own),
      savedAt,
    });
    expect(sent.text).toContain('Số biên nhận');
    expect((await commune.get(form(own))).text).not.toContain('Bản nháp lưu lúc');
  });

  it('is refused for a button that there is not', async () => {
    expect((await press('more.points')).status).toBe(400);
  });
});

describe('a new form', () => {
  it('takes the members over from the last report, says from which, and nothing else', async () => {
    const board = (await commune.json(`/months/${thisMonth}?unit=${cell}`)) as {
      cells: { cell: { id: string } }[];
    };
    const pages = await Promise.all(board.cells.map(({ cell: { id } }) => commune.get(form(id))));
    const carried = pages.filter(({ text }) => text.includes('Lấy từ báo cáo ngày'));
    expect(carried.length).toBeGreaterThan(0);
    for (const { text } of carried) {
      const tag = (name: string) => new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(text)?.[0];
      expect(tag('fullMembers')).toMatch(/value="\d+"/);
      expect(tag('present')).not.toMatch(/value="\d/);
    }
  });
});
