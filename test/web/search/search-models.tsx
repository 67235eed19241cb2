import { fullName } from '#shared/units/units.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell, commune } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { SearchPage } from '#web/search/search-page.tsx';

const hit = (at: number) => ({
  name: fullName(cell),
  note: fullName(commune),
  path: `/months/2025-11?unit=${cell.id}-${at}`,
});

/** The search before anything is typed, with what it finds, and with nothing found. */
export function searchModels({ inCommune, inDistrict }: Contexts): Examples {
  return {
    search: () => <SearchPage context={inCommune} typed="" found={[]} />,
    'search-found': () => (
      <SearchPage
        context={inDistrict}
        typed="thanh binh"
        found={[
          {
            kind: 'receipts',
            count: 1,
            hits: [{ name: '2511-KY3D-10BR', note: fullName(cell), path: '/receipts?number=2511-KY3D-10BR' }],
          },
          { kind: 'units', count: 34, hits: Array.from({ length: 20 }, (_, at) => hit(at)) },
        ]}
      />
    ),
    'search-none': () => <SearchPage context={inCommune} typed="xyz" found={[]} />,
  };
}
