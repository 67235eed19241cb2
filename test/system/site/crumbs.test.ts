import { expect, it } from 'vitest';
import { lastMonth, thisMonth } from '#test/system/meeting.ts';
import { Visitor } from '#test/system/visitor.ts';

const commune = 'hiep-hoa.thanh-van';
const ofCommune = [
  `/months/${thisMonth}?unit=${commune}`,
  `/scorecards/${commune}/${lastMonth}`,
  `/scorecards/${commune}/${lastMonth}?view=matrix`,
  `/reviews?unit=${commune}&month=${thisMonth}`,
  `/tasks?unit=${commune}`,
  `/matters?unit=${commune}`,
  `/actions?unit=${commune}`,
  `/actions/new?unit=${commune}&indicator=attendance&month=${lastMonth}`,
];

/** The steps of the way to a page, in its words. */
function stepsOn(html: string): string[] {
  const [way = ''] = /<nav[^>]* aria-label="Vị trí">.*?<\/nav>/s.exec(html) ?? [];
  return [...way.matchAll(/<(?:a|span aria-current)[^>]*>([^<]*)</g)].map(([, name = '']) => name);
}

it.each(ofCommune)('%s shows the district the way to it, from its own unit down', async (path) => {
  const { status, text } = await (await Visitor.signedIn('district')).get(path);
  expect(status).toBe(200);
  expect(stepsOn(text).slice(0, 2)).toEqual(['Huyện Hiệp Hòa', 'Xã Thanh Vân']);
});

it('a district’s own pages lead to its home and its month', async () => {
  const board = await Visitor.signedIn('district');
  for (const path of [`/scorecards/hiep-hoa/${lastMonth}?view=matrix`, `/briefings/hiep-hoa/${lastMonth}`]) {
    expect(stepsOn((await board.get(path)).text)[0], path).toBe('Huyện Hiệp Hòa');
  }
});

it.each([
  [`/summaries/hiep-hoa`, 'Sơ kết'],
  [`/scorecards/hiep-hoa?to=${lastMonth}`, 'Diễn biến các tháng'],
  ['/actions', 'Biện pháp khắc phục'],
  ['/visits', 'Các tổ công tác'],
  ['/visits?group=1', 'Tổ công tác dự sinh hoạt'],
  ['/visits?state=overdue', 'Tổ công tác dự sinh hoạt'],
  ['/visits?group=1&view=memo', 'Tham mưu với cấp ủy'],
])('%s, of no month, is the last step of the way to it', async (path, name) => {
  expect(stepsOn((await (await Visitor.signedIn('district')).get(path)).text)).toEqual(['Huyện Hiệp Hòa', name]);
});
