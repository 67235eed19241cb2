import { beforeAll, describe, expect, it } from 'vitest';
import type { Scores } from '#shared/judging/scores.ts';
import { formatInstant } from '#shared/language/format.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { admin, type Seen, Visitor } from '#test/system/visitor.ts';

/** The third working group answers for this commune. */
const cell = 'hiep-hoa.hoang-luong.tieu-hoc';
const id = `${cell}_${today}_regular`;

/** A sheet with every line that the cell judges: with gaps it has no score to compare. */
const fullPoints = Object.fromEntries(
  criteriaOf(requireRegime(thisMonth))
    .filter(({ how }) => how === 'judged')
    .map(({ id, max }) => [`points.${id}`, String(max)]),
);

describe('three scores of a meeting', () => {
  /** The receipt number of what the commune sent. */
  let noted: string;
  let commune: Visitor;
  let group: Visitor;
  let district: Visitor;

  const confirm = async (by: Visitor, baseRevision: number, fields: Readonly<Record<string, string>>): Promise<Seen> =>
    by.post(`/reports/${id}`, {
      csrf: await by.csrf(),
      action: 'confirm',
      baseRevision: String(baseRevision),
      ...fields,
    });
  const scores = async () => ((await commune.json(`/reports/${id}`)) as { scores: Scores }).scores;

  beforeAll(async () => {
    commune = await Visitor.signedIn('hoang-luong');
    group = await Visitor.signedIn('group4');
    district = await Visitor.signedIn('district');
    const own = {
      ...meeting(cell, { attendedBy: 'both' }),
      ...fullPoints,
      'points.guiding': '4',
      'points.democratic': '3',
    };
    const sent = await commune.post('/reports', { csrf: await commune.csrf(), baseRevision: '0', ...own });
    expect(sent.status).toBe(200);
    noted = /class="receipt">([^<]+)</.exec(sent.text)?.[1] ?? '';
  });

  it('begin with the cell’s own', async () => {
    expect(Object.keys(await scores())).toEqual(['self']);
  });

  it('other points need a reason, and what was typed is kept', async () => {
    const seen = await confirm(group, 1, { 'review.guiding': '2', reason: 'Đã dự họp' });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('href="#reviewReason-guiding"');
    expect(seen.text).toMatch(/<input[^>]*value="2"[^>]*name="review.guiding"/);
    expect(seen.text).toContain('Đã dự họp');
  });

  it('the working group’s stand beside it, with why', async () => {
    const seen = await confirm(group, 1, { 'review.guiding': '2', 'reviewReason.guiding': 'Chưa sát nội dung' });
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('Cấp trên chấm lại (chi bộ chấm 4 điểm), lý do: Chưa sát nội dung: 2/4 điểm');
    const { self, reviewed } = await scores();
    expect(self.total.points - (reviewed?.total.points ?? 0)).toBe(2);
  });

  it('the district’s are the official ones, and the gap is on the scorecard', async () => {
    const seen = await confirm(district, 2, { 'review.guiding': '3', 'reviewReason.guiding': 'Đã xem biên bản' });
    expect(seen.status).toBe(200);
    const { self, reviewed, official } = await scores();
    expect([reviewed, official].map((score) => self.total.points - (score?.total.points ?? 0))).toEqual([2, 1]);
    await admin('rollup', '--district', 'hiep-hoa', '--month', thisMonth);
    const card = (await commune.json(`/scorecards/hiep-hoa.hoang-luong/${thisMonth}.json`)) as Scorecard;
    const gap = card.indicators.find(({ id }) => id === 'scoreGap');
    const percent = (score: Scores['self']) => Math.round((score.total.points * 10000) / score.total.max);
    expect(gap).toMatchObject({ numerator: percent(self) - percent(official as Scores['self']), denominator: 100 });
  });

  it('no decision moves the time at which the report was received, on its page, by its receipt or in JSON', async () => {
    type Answer = { receivedAt: string; firstReceivedAt: string; revisions: { at: string; state: string }[] };
    const { receivedAt, firstReceivedAt, revisions } = (await commune.json(`/reports/${id}`)) as Answer;
    expect(revisions.map(({ state }) => state)).toEqual(['submitted', 'confirmed', 'confirmed']);
    expect([receivedAt, firstReceivedAt]).toEqual([revisions[0]?.at, revisions[0]?.at]);
    const page = await commune.get(`/reports/${id}`);
    const facts = (html: string) => /Hệ thống nhận lúc<\/dt><dd>([^<]+)/.exec(html)?.[1];
    expect(facts(page.text)).toBe(formatInstant(receivedAt));
    expect(page.text).not.toContain('Nhận lần đầu lúc');
    // The number that the commune noted, and that of the content with the reviewer's points.
    const now = /class="receipt">([^<]+)</.exec(page.text)?.[1] ?? '';
    for (const number of [noted, now]) {
      const { found } = (await commune.json(`/receipts?number=${number}`)) as { found: unknown };
      expect(found).toMatchObject({ id, revision: 1, newest: 3, isCurrent: true, receivedAt });
      const receipt = await commune.get(`/receipts?number=${number}`);
      expect(facts(receipt.text)).toBe(formatInstant(receivedAt));
      expect(receipt.text).toContain('Nội dung này đang được lưu');
    }
  });

  it('an amendment begins anew', async () => {
    const changed = { ...meeting(cell), 'points.guiding': '3', csrf: await commune.csrf(), baseRevision: '3' };
    expect((await commune.post(`/reports/${id}`, { ...changed, action: 'amend' })).status).toBe(200);
    expect(Object.keys(await scores())).toEqual(['self']);
  });

  it('whoever sends or decides by JSON is answered what the report then says, the cell’s other meetings included', async () => {
    const thematic = await commune.postJson(
      '/reports',
      { ...meeting(cell, { kind: 'thematic' }), baseRevision: 0 },
      { 'x-csrf-token': await commune.csrf() },
    );
    expect(thematic.status, thematic.text).toBe(201);
    const send = async (by: Visitor, changes: Readonly<Record<string, unknown>>) => {
      const seen = await by.postJson(`/reports/${id}`, changes, { 'x-csrf-token': await by.csrf() });
      expect(seen.status, seen.text).toBe(changes['action'] === 'amend' ? 201 : 200);
      expect(JSON.parse(seen.text)).toEqual(await by.json(`/reports/${id}`));
      return JSON.parse(seen.text) as { revisions: unknown[]; judgement: { flags: string[] } };
    };
    const amended = await send(commune, { ...meeting(cell), action: 'amend', baseRevision: 4 });
    expect(amended.revisions).toHaveLength(5);
    // A thematic meeting at the same hour is another one: it asks for no longer one here.
    expect(amended.judgement.flags).not.toContain('too-short');
    await send(district, { action: 'confirm', baseRevision: 5 });
  });
});
