import { type Figure, median } from '#test/bench/figures.ts';
import { type MadeFile, makeFiles, withMaker } from '#test/bench/made-files.ts';

const CELLS = 10_000;
/** Who download the same file in the same minute. */
const AT_ONCE = 5;
const kinds = ['xlsx', 'pdf'] as const;

/** What the files of a large unit take, alone and five at once; and when those of an ordinary district begin to come. */
export async function exportFigures(): Promise<Figure[]> {
  const large = await withMaker(130, CELLS, async (make) => {
    const figures: Figure[] = [];
    for (const kind of kinds) figures.push(...ofOne(await make(kind)));
    for (const kind of kinds) {
      const all = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => make(kind)));
      const made = all.flatMap((each) => (each.status === 'fulfilled' ? [each.value.milliseconds] : []));
      const name = `${AT_ONCE} ${kind} of ${CELLS} cells at once`;
      figures.push(
        { name: `${name}: made`, value: (100 * made.length) / AT_ONCE, unit: '%' },
        { name: `${name}: the last made in`, value: Math.max(...made), unit: 'ms' },
      );
    }
    return figures;
  });
  const district = await makeFiles(25, 375, 5);
  return [...large, ...district.flatMap(firstBytes)];
}

/** The largest of them decide how much memory their function is given. */
function ofOne({ format, milliseconds, processorMs, peakMb }: MadeFile): Figure[] {
  return [
    { name: `${format} of ${CELLS} cells: made in`, value: milliseconds, unit: 'ms' },
    { name: `${format} of ${CELLS} cells: of the processor`, value: processorMs, unit: 'ms' },
    {
      name: `${format} of ${CELLS} cells: memory`,
      value: peakMb,
      unit: 'MB',
      floor: { name: 'the machine it is to fit', value: 256 },
      most: 1,
    },
  ];
}

/**
 * A file is sent when it is whole: the API hands on no part of an answer. Of the processor, since a fifth of a second by the
 * clock says on a busy machine what else it did.
 */
function firstBytes({ format, processorMs, again }: MadeFile): Figure[] {
  const aim = { floor: { name: 'what is aimed at', value: 150 }, most: 1 };
  const name = `${format} of 25 communes: its first byte`;
  return [
    { name: `${name}, in a new environment, of the processor`, value: processorMs, unit: 'ms', ...aim },
    { name: `${name}, of the processor`, value: median(again), unit: 'ms', ...aim },
  ];
}
