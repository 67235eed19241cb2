import { beforeAll, describe, expect, it } from 'vitest';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { Visitor } from '#test/system/visitor.ts';

const cell = 'hiep-hoa.hop-thinh.tieu-hoc';
const report = `${cell}_${today}_regular`;
const concerns = {
  'matters[1].topic': 'MT',
  'matters[1].summary': 'Hộ ông Hùng xả nước thải ra mương chung',
  'matters[1].severity': 'high',
  'matters[1].proposal': 'Đề nghị kiểm tra, yêu cầu làm hầm chứa',
};

describe('the concerns of a report', () => {
  let commune: Visitor;
  let district: Visitor;

  const send = async (changes: Readonly<Record<string, string>>, baseRevision: string) =>
    commune.post('/reports', {
      csrf: await commune.csrf(),
      baseRevision,
      ...meeting(cell, { ...concerns, ...changes }),
    });
  const matter = async (number: number) => (await district.json(`/matters/${report}_${number}`)) as TrackedMatter;
  const step = async (by: Visitor, number: number, seen: number, fields: Readonly<Record<string, string>>) =>
    by.post(`/matters/${report}_${number}`, { csrf: await by.csrf(), seen: String(seen), ...fields });

  beforeAll(async () => {
    commune = await Visitor.signedIn('hop-thinh');
    district = await Visitor.signedIn('district');
    expect((await send({}, '0')).status).toBe(200);
  });

  it('are matters at once, each once, also when the report is sent again', async () => {
    expect((await send({}, '0')).status).toBe(200);
    expect(await matter(1)).toMatchObject({ state: 'open', level: 'commune', said: { topic: 'DD' } });
    expect(await matter(2)).toMatchObject({ state: 'open', said: { topic: 'MT', severity: 'high' } });
    expect((await district.get(`/matters/${report}_3`)).status).toBe(404);
  });

  it('stand in the backlog of their commune, and nobody else’s', async () => {
    const listed = await commune.get('/matters');
    expect(listed.text).toContain('Tranh chấp ranh giới ngõ đi chung');
    expect((await district.get('/matters?topic=MT&unit=hiep-hoa.hop-thinh')).text).toContain('xả nước thải');
    const others = await Visitor.signedIn('thanh-van');
    expect((await others.get(`/matters/${report}_1`)).status).toBe(404);
    expect((await others.get('/matters?unit=hiep-hoa.hop-thinh')).status).toBe(404);
  });

  it('that seem to name somebody are pointed out', async () => {
    expect((await commune.get(`/matters/${report}_2`)).text).toContain('dường như có tên người');
    expect((await commune.get(`/matters/${report}_1`)).text).not.toContain('dường như có tên người');
  });

  it('are not answered by a working group', async () => {
    const group = await Visitor.signedIn('group7');
    expect((await step(group, 1, 1, { step: 'take' })).status).toBe(403);
  });

  it('need an answer to be settled, and what was typed is kept', async () => {
    const seen = await step(commune, 1, 1, { step: 'settle', answer: ' ' });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('href="#answer"');
    expect(seen.text).toMatch(/<input[^>]*checked[^>]*value="settle"/);
    expect(await matter(1)).toMatchObject({ state: 'open' });
  });

  it('are settled by the commune, or passed up and settled by the district', async () => {
    expect((await step(commune, 1, 1, { step: 'take' })).text).toContain('Đang giải quyết');
    expect((await step(commune, 1, 2, { step: 'settle', answer: 'Đã đo đạc, cắm mốc ngõ' })).status).toBe(200);
    expect((await step(commune, 2, 1, { step: 'pass-up', answer: 'Vượt thẩm quyền xã' })).status).toBe(200);
    expect((await step(commune, 2, 2, { step: 'settle', answer: 'Xong' })).status).toBe(403);
    expect((await step(district, 2, 2, { step: 'take' })).status).toBe(200);
    expect(await matter(1)).toMatchObject({ state: 'settled' });
    expect(await matter(2)).toMatchObject({ state: 'in-hand', level: 'district' });
  });

  it('whoever comes too late reads what was done meanwhile; who sends twice, the same', async () => {
    const late = await step(district, 2, 1, { step: 'settle', answer: 'Đã lập biên bản' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Đã lập biên bản');
    expect((await step(district, 2, 2, { step: 'take' })).status).toBe(200);
    expect((await matter(2)).events).toHaveLength(3);
  });

  it('are answered on the cell’s next form', async () => {
    const form = await commune.get(`/reports/new?cell=${cell}&month=${thisMonth}&kind=thematic`);
    expect(form.text).toContain('Trả lời các vấn đề chi bộ đã phản ánh');
    expect(form.text).toContain('Đã đo đạc, cắm mốc ngõ');
    expect(form.text).toContain('Đang giải quyết');
  });
});
