import { expect, it } from 'vitest';
import { contextsIn } from '#test/web/contexts.ts';
import { boardModels } from '#test/web/reports/board-models.tsx';
import { renderPage } from '#web/render.ts';

it('a month in which the commune had no cells is not one that all have reported', () => {
  const page = renderPage((boardModels(contextsIn('vi'))['grid-before'] as () => never)());
  expect(page).toContain('Chưa có chi bộ nào trong tháng này.');
  expect(page).not.toContain('Mọi chi bộ đã có báo cáo');
});
