import { expect, it } from 'vitest';
import { contextsIn } from '#test/web/contexts.ts';
import { boardModels } from '#test/web/reports/board-models.tsx';
import { importModels } from '#test/web/reports/import-models.tsx';
import { renderPage } from '#web/render.ts';

it('a month in which the commune had no cells is not one that all have reported', () => {
  const page = renderPage((boardModels(contextsIn('vi'))['grid-before'] as () => never)());
  expect(page).toContain('Chưa có chi bộ nào trong tháng này.');
  expect(page).not.toContain('Mọi chi bộ đã có báo cáo');
});

it('a file is taken for a month in which the commune has cells', () => {
  const models = importModels(contextsIn('vi'));
  const page = (name: string) => renderPage((models[name] as () => never)());
  expect(page('import')).toContain('type="file"');
  expect(page('import-before')).toContain('Chưa có chi bộ nào trong tháng này.');
  expect(page('import-before')).not.toContain('type="file"');
});

it('who has the cells of several communes is told of which each is', () => {
  const models = boardModels(contextsIn('vi'));
  const page = (name: string) => renderPage((models[name] as () => never)());
  // A duty and a row of either commune.
  expect(page('board-reformed').match(/(<small>|, )\s*xã Bên Cạnh/gi)).toHaveLength(2);
  expect(page('board-waiting')).not.toContain('<small> Xã');
});
