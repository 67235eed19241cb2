import { demoUnits, district } from '#infra/demo/units.ts';
import { textCell } from '#shared/input/lists/list-file.ts';
import type { Lang } from '#shared/language/lang.ts';
import { faultLine, previewList, summaryOf } from '#shared/units/lists/preview-list.ts';
import { readUnitList } from '#shared/units/lists/read-unit-list.ts';
import { month } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { commune } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import type { ShownList } from '#web/units/list-preview.tsx';
import { UnitsPage } from '#web/units/units-page.tsx';

const known = demoUnits();
const communes = known.filter(({ level }) => level === 'commune');
const now = '2025-11-24T01:00:00.000Z';
const ended = month('2025-06');

/** What a page shows of a list with these rows. */
function shown(lang: Lang, ...rows: readonly (readonly string[])[]): ShownList {
  const lines = rows.map((cells, at) => ({
    number: at + 1,
    cells: cells.map((text) => (text === '' ? undefined : textCell(text, [{ text }]))),
  }));
  const file = { sheets: [{ name: '', rows: lines, merges: [] }] };
  const read = readUnitList(file, { known, month: month('2025-11'), commune: commune.id, from: month('2025-11') });
  const problems = read.faults.map((fault) => faultLine(fault, lang));
  const entered = problems.length === 0 && { text: 'aWQ7bmFtZQ', seen: 'x' };
  return { summary: summaryOf(read, lang), sections: previewList({ ...read, faults: [] }, lang), problems, ...entered };
}

const head = ['STT', 'Tên chi bộ', 'Loại hình', 'Thành lập'];
const rows = [head, ['I', 'Khối thôn'], ['1', 'Chi bộ thôn Mới', 'Thôn', '12/2025'], ['2', 'CB thôn Mới', 'nt', '"']];

/** The pages on which a district sees and enters units. */
export function unitModels({ inDistrict: context }: Contexts): Examples {
  const page = { context, communes, now };
  const { lang } = context;
  const cells = known.filter(({ id }) => id.startsWith(`${commune.id}.`));
  const [first = commune, ...rest] = cells;
  const renamed = {
    ...first,
    names: [
      { ...first, from: first.from },
      { ...first, name: 'Tân Bình', from: ended },
    ],
  };
  return {
    units: () => <UnitsPage {...page} unit={district} units={communes} done={2} />,
    'units-commune': () => (
      <UnitsPage {...page} unit={commune} units={[renamed, { ...first, id: `${first.id}-2`, to: ended }, ...rest]} />
    ),
    'units-none': () => <UnitsPage {...page} unit={commune} units={[]} done={0} />,
    'units-preview': () => <UnitsPage {...page} unit={commune} units={[]} list={shown(lang, ...rows)} />,
    'units-changed': () => (
      <UnitsPage {...page} unit={commune} units={[]} list={{ ...shown(lang, ...rows), changedSince: true }} />
    ),
    'units-wrong': () => (
      <UnitsPage
        {...page}
        unit={commune}
        units={[]}
        list={shown(lang, ...rows, ['3', 'Chi bộ thôn Sau', 'hội', '2019'])}
      />
    ),
    'units-no-list': () => (
      <UnitsPage
        {...page}
        unit={district}
        units={communes}
        list={{ summary: '', sections: [], problems: [], file: 'Tệp trống.' }}
      />
    ),
  };
}
