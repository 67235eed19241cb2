import { expect, it } from 'vitest';
import { contextsIn } from '#test/web/contexts.ts';
import { homeModels } from '#test/web/home/home-models.tsx';
import { renderPage } from '#web/render.ts';

const models = homeModels(contextsIn('vi'));
const page = (name: string) => renderPage((models[name] as () => never)());

it('a month in which the commune had no cells is not one that all have reported', () => {
  expect(page('calls-none')).not.toContain('Chưa có chi bộ nào trong tháng này.');
  expect(page('calls-before')).toContain('Chưa có chi bộ nào trong tháng này.');
});

it('an action is offered only where the reader may open it', () => {
  expect(page('home-group')).toContain('/actions/new');
  expect(page('home-reformed')).not.toContain('/actions/new');
});
