import { beforeAll, describe, expect, it } from 'vitest';
import { formatDay } from '#shared/language/format.ts';
import type { OfficerMonth } from '#shared/officers/officers.ts';
import { addMonths } from '#shared/period.ts';
import { lastMonth, today } from '#test/system/meeting.ts';
import { hiddenFields, Visitor } from '#test/system/visitor.ts';

const unit = 'hiep-hoa.hung-son';
const path = `/officers?unit=${unit}`;

describe('committee members in charge', () => {
  let commune: Visitor;
  let base = '';
  /** Every cell of the form, left to nobody. */
  let nobody: Readonly<Record<string, string>> = {};
  const save = async (fields: Readonly<Record<string, string>>, baseRevision = base) =>
    commune.post(path, { csrf: await commune.csrf(), action: 'assign', baseRevision, ...fields });

  beforeAll(async () => {
    commune = await Visitor.signedIn('hung-son');
    const { text } = await commune.get(path);
    base = hiddenFields(text, path)['baseRevision'] ?? '';
    nobody = Object.fromEntries([...text.matchAll(/name="(charge\.[^"]+)"/g)].map(([, name]) => [name, '']));
  });

  it('are entered by the commune; a cell and a member that lack the other show up', async () => {
    const saved = await save({
      ...{ ...nobody, members: 'Bí thư Đảng ủy\nTrưởng Công an' },
      [`charge.${unit}.thcs`]: 'Bí thư Đảng ủy',
    });
    expect(saved.status).toBe(200);
    expect(saved.text.includes('Đã lưu phân công')).toBe(true);
    expect(/Đã phân công 1\/\d+ chi bộ; cấp ủy viên chưa phụ trách chi bộ nào: 1\./.test(saved.text)).toBe(true);
    const district = await Visitor.signedIn('district');
    expect((await district.get('/officers')).text.includes('Xã Hùng Sơn')).toBe(true);
  });

  it('whoever saw an older list is told, and nothing typed is lost', async () => {
    const late = await save({ members: 'Chủ tịch Hội Nông dân' });
    expect(late.status).toBe(409);
    expect(late.text.includes('Chủ tịch Hội Nông dân')).toBe(true);
  });

  it('oriented a cell and attended it: the commune records the days, which stand before what the cell says', async () => {
    const record = async (day: string, baseRevision: string) =>
      commune.post(path, {
        csrf: await commune.csrf(),
        action: 'record',
        baseRevision,
        [`held.${unit}.thcs.orientedOn`]: day,
        [`held.${unit}.thcs.attendedOn`]: formatDay(today),
      });
    const wrong = await record('31/02/2026', '0');
    expect(wrong.status).toBe(422);
    expect(wrong.text.includes('value="31/02/2026"')).toBe(true);
    expect((await record(formatDay(today), '0')).status).toBe(200);
    expect((await record(formatDay(today), '0')).status).toBe(200); // sent twice is sent once
    expect((await record('', '0')).status).toBe(409);
    const { communes } = (await commune.json(path)) as { communes: { charge: OfficerMonth }[] };
    const cell = communes[0]?.charge.cells.find(({ cell: { id } }) => id === `${unit}.thcs`);
    expect(cell).toMatchObject({ oriented: true, orientedOn: today, attended: true, attendedOn: today });
  });

  it('two persons record at once: what the later one left as it was is not erased', async () => {
    const [one, two] = [`held.${unit}.mam-non.orientedOn`, `held.${unit}.tieu-hoc.orientedOn`];
    const record = async (fields: Readonly<Record<string, string>>, baseRevision: string) =>
      commune.post(path, { csrf: await commune.csrf(), action: 'record', baseRevision, ...fields });
    expect((await record({ [one]: formatDay(today), [two]: '' }, '1')).status).toBe(200);
    const late = await record({ [one]: '', [two]: formatDay(today) }, '1');
    expect(late.status).toBe(409);
    for (const name of [one, two]) {
      const field = [...late.text.matchAll(/<input[^>]*>/g)].find(([tag]) => tag.includes(`name="${name}"`));
      expect(field?.[0]).toContain(`value="${formatDay(today)}"`);
    }
    expect(late.text).not.toContain('Nơi khác vừa lưu');
  });

  it('of a closed month nothing is recorded any more', async () => {
    const closed = `${path}&month=${addMonths(lastMonth, -1)}`;
    expect((await commune.get(closed)).text.includes('name="held.')).toBe(false);
    expect((await commune.post(closed, { csrf: await commune.csrf(), action: 'record' })).status).toBe(409);
  });

  it('are not another commune’s to change', async () => {
    const other = await Visitor.signedIn('thanh-van');
    expect((await other.get(path)).status).toBe(404);
    expect((await other.post(path, { csrf: await other.csrf(), action: 'assign', members: 'x' })).status).toBe(404);
    const group = await Visitor.signedIn('group4');
    expect((await group.get('/officers')).status).toBe(200);
    expect((await group.post(path, { csrf: await group.csrf(), action: 'assign', members: 'x' })).status).toBe(403);
  });
});
