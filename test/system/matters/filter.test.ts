import { beforeAll, describe, expect, it } from 'vitest';
import { matterStore } from '#functions/store/matter-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import type { MatterLevel, TrackedMatter } from '#shared/matters/matter.ts';
import { addDays } from '#shared/period.ts';
import { today } from '#test/system/meeting.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { Visitor } from '#test/system/visitor.ts';

const commune = 'hiep-hoa.dai-thanh';
const source = `${commune}.mam-non_${addDays(today, -5)}_regular`;

/** Who must answer, as links and the form of the page choose it. */
describe('concerns by who must answer', () => {
  let district: Visitor;
  const shown = async (by: Visitor, query: string) => {
    const { matters } = (await by.json(`/matters?${query}`)) as {
      matters: readonly { readonly matter: TrackedMatter }[];
    };
    return matters.map(({ matter }) => matter);
  };
  const ownOf = (matters: readonly TrackedMatter[]) =>
    matters.filter((matter) => matter.source === source).map(({ number }) => number);

  beforeAll(async () => {
    const { db, outputs } = operatorDb();
    const matters = matterStore(db, tablesOf(outputs).matters);
    const by = { user: 'dai-thanh', role: 'commune', unit: commune } as const;
    const at = `${addDays(today, -5)}T02:00:00.000Z`;
    const rows = ['một', 'hai', 'ba'].map((summary) => ({ topic: 'MT', summary, severity: 'low' }) as const);
    await matters.raise({ source, rows, by, at });
    const up = { kind: 'pass-up', answer: 'Vượt thẩm quyền', by, at } as const;
    await matters.append(`${source}_2`, up, 1);
    await matters.append(`${source}_3`, up, 1);
    await matters.append(`${source}_3`, { ...up, by: { user: 'district', role: 'district', unit: 'hiep-hoa' } }, 2);
    district = await Visitor.signedIn('district');
  });

  it.each<[MatterLevel, readonly number[]]>([
    ['commune', [1]],
    ['district', [2]],
    ['above', [3]],
  ])('%s: what waits there and nothing else', async (level, own) => {
    const there = await shown(district, `unit=${commune}&level=${level}`);
    expect(ownOf(there)).toEqual(own);
    expect(there.every((matter) => matter.level === level)).toBe(true);
    const everywhere = await shown(district, `unit=hiep-hoa&level=${level}`);
    expect(everywhere.every((matter) => matter.level === level)).toBe(true);
  });

  it('of a unit, by a form that keeps what is chosen', async () => {
    const { text } = await district.get(`/matters?unit=${commune}&level=district&state=overdue&topic=MT`);
    expect(text).toMatch(/<option[^>]*selected[^>]*value="district"|<option value="district" selected/);
    expect(text).toMatch(new RegExp(`<option[^>]*selected[^>]*value="${commune}"|<option value="${commune}" selected`));
    expect(text).toMatch(/<input type="hidden" name="state" value="overdue"/);
    expect(text).toMatch(/<input type="hidden" name="topic" value="MT"/);
    expect(text).toContain('<option value="hiep-hoa.thanh-van">');
  });

  it('a commune chooses among its own cells only, a working group among its communes', async () => {
    const officer = await Visitor.signedIn('dai-thanh');
    const { text } = await officer.get('/matters');
    expect(text).toContain(`<option value="${commune}.mam-non">`);
    expect(text).not.toContain('value="hiep-hoa.thanh-van');
    expect(ownOf(await shown(officer, `unit=${commune}.mam-non&level=district`))).toEqual([2]);
    const group = await Visitor.signedIn('group1');
    const options = [...(await group.get('/matters')).text.matchAll(/<option value="(hiep-hoa[^"]*)"/g)];
    expect(options.map(([, id]) => id)).toContain('hiep-hoa.thang');
    expect(options.map(([, id]) => id)).not.toContain(commune);
    expect((await group.get(`/matters?unit=${commune}&level=district`)).status).toBe(404);
  });
});
