import type { ComponentProps, VNode } from 'preact';
import { expect, it } from 'vitest';
import { contextsIn } from '#test/web/contexts.ts';
import { readPage } from '#test/web/read-page.ts';
import { scorecardModels } from '#test/web/scorecards/scorecard-models.tsx';
import { MapPage } from '#web/scorecards/map-page.tsx';

it('the map calls each commune by its name alone, whatever its kind', () => {
  const model = scorecardModels(contextsIn('vi'))['scorecard-district-map']?.();
  const { scorecard, ...others } = (model as VNode<ComponentProps<typeof MapPage>>).props;
  const kinds = ['thị trấn Thắng', 'phường Hương Sơn', 'Công an huyện'];
  const children = scorecard.children.map((each, at) => ({ ...each, name: kinds[at] ?? each.name }));
  const page = readPage(<MapPage {...others} scorecard={{ ...scorecard, children }} />);
  const names = page.filter(({ attributes }) => attributes['class'] === 'name').map(({ text }) => text.trim());
  expect(names).toEqual(expect.arrayContaining(['Thắng', 'Hương Sơn', 'Công an huyện']));
  expect(names.filter((name) => !/^\p{Lu}/u.test(name))).toEqual([]);
});
