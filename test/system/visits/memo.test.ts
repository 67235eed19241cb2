import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { type MatterEvent, matterOf, type TrackedMatter } from '#shared/matters/matter.ts';
import { isOverdue } from '#shared/matters/matter-term.ts';
import { addMonths, endOfMonth, type Month, monthAt } from '#shared/period.ts';
import type { Group } from '#shared/units/units.ts';
import type { GroupMemo } from '#shared/visits/group-memo.ts';
import type { Visit } from '#shared/visits/visit.ts';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { lastMonth, thisMonth } from '#test/system/meeting.ts';
import { system } from '#test/system/system.ts';
import { PASSWORD, Visitor } from '#test/system/visitor.ts';

/** A group that no other file gives other communes. */
const number = 2;
const month: Month = addMonths(lastMonth, -1);
const until = endOfMonth(month);
const path = `/visits?view=memo&month=${month}&group=${number}`;

describe('the memo of a working group', () => {
  let group: Visitor;
  let district: Visitor;
  let memo: GroupMemo;
  let matters: readonly TrackedMatter[];

  beforeAll(async () => {
    group = await Visitor.signedIn(`group${number}`);
    district = await Visitor.signedIn('district');
    memo = (await group.json(path)) as GroupMemo;
    const { groups } = (await district.json(`/groups?month=${month}`)) as { groups: readonly Group[] };
    matters = await mattersOf(district, groups.find((each) => each.number === number)?.communes ?? []);
  });

  it('counts what the lists of matters hold, each matter as it was at the end of the month', async () => {
    const then = matters.flatMap(({ id, events }) => {
      const seen = events.filter(({ at }) => at <= until);
      return seen.length > 0 ? [matterOf(id, seen)] : [];
    });
    const raised = then.filter(({ raisedAt }) => monthAt(raisedAt) === month);
    const passed = then.filter(({ events }) => events.some((each) => isPassedUp(each)));
    const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).toSorted();
    expect(raised.length).toBeGreaterThan(0);
    expect(ids(memo.heard.flatMap((topic) => topic.matters))).toEqual(ids(raised));
    expect(ids(memo.asked.map(({ matter }) => matter))).toEqual(ids(passed));
    expect(ids(memo.undone.filter(({ overdue }) => overdue).map(({ matter }) => matter))).toEqual(
      ids(then.filter((matter) => isOverdue(matter, until))),
    );
    const { visits } = (await group.json(`/visits?month=${month}`)) as { visits: readonly Visit[] };
    expect(memo.visits).toBe(visits.filter(({ state }) => state === 'done').length);
    expect(memo.visits).toBeGreaterThan(0);
  });

  it('is one page with the rest a link away, for the group and the district alike', async () => {
    const { text } = await group.get(path);
    for (const heading of ['I. Đã nghe', 'II. Đã kiến nghị', 'III. Chưa làm được']) expect(text).toContain(heading);
    for (const rows of [...text.matchAll(/<tbody>([\s\S]*?)<\/tbody>/g)].map(([, body = '']) => body)) {
      // The first table has one more, with what has no row of its own.
      expect(rows.split('<tr').length - 1).toBeLessThanOrEqual(6);
    }
    const whole = await group.get(`${path}&rows=all`);
    for (const { matter } of [...memo.asked, ...memo.undone]) expect(whole.text).toContain(`/matters/${matter.id}`);
    expect(await district.json(path)).toEqual(memo);
    const link = `view=memo&amp;month=${month}&amp;group=${number}`;
    const shown = [`/visits?month=${month}&group=${number}`, `/visits?month=${month}&group=all`];
    for (const from of [...shown, `/groups?month=${month}&group=${number}`]) {
      expect((await district.get(from)).text).toContain(link);
    }
    expect((await group.get(`/visits?month=${month}`)).text).toContain(link);
  });

  it.runIf(hasBrowser)('is printed on one A4', async () => {
    const chromium = await startChromium();
    try {
      const page = await (await chromium.newContext()).newPage();
      await page.goto(new URL('/login', system().url).href);
      await page.fill('[name=user]', `group${number}`);
      await page.fill('[name=password]', PASSWORD);
      await Promise.all([page.waitForURL((url) => url.pathname !== '/login'), page.click('main button')]);
      await page.goto(new URL(path, system().url).href);
      const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
      expect(pdf.numPages).toBe(1);
    } finally {
      await chromium.close();
    }
  });

  it('a group reads only its own, a commune none, and a month to come has none', async () => {
    const other = await Visitor.signedIn('group7');
    const theirs = (await other.json(path)) as GroupMemo & { group: number };
    expect(theirs.group).toBe(7);
    const own = await Visitor.signedIn('thanh-van');
    expect((await own.get(path)).status).toBe(403);
    expect((await own.get(`/visits?month=${month}`)).text).not.toContain('view=memo');
    expect((await group.get(`/visits?view=memo&month=${addMonths(thisMonth, 1)}`)).status).toBe(404);
  });
});

function isPassedUp({ kind, at }: MatterEvent): boolean {
  return kind === 'pass-up' && monthAt(at) === month;
}

/** All matters of some communes, read page by page from the lists. */
async function mattersOf(reader: Visitor, communes: readonly string[]): Promise<TrackedMatter[]> {
  const found: TrackedMatter[] = [];
  for (const unit of communes) {
    for (const state of ['open', 'closed']) {
      for (let page = 1, more = true; more; page += 1) {
        const { matters } = (await reader.json(`/matters?unit=${unit}&state=${state}&page=${page}`)) as {
          matters: readonly { readonly matter: TrackedMatter }[];
        };
        found.push(...matters.map(({ matter }) => matter));
        more = matters.length > 0;
      }
    }
  }
  return found;
}
