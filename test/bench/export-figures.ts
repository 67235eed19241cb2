import type { Figure } from '#test/bench/figures.ts';
import { makeFiles } from '#test/bench/made-files.ts';

const CELLS = 10_000;

/** What the files of a large unit take: the largest of them decide how much memory their function is given. */
export async function exportFigures(): Promise<Figure[]> {
  const made = await makeFiles(130, CELLS);
  return made
    .filter(({ format }) => format === 'xlsx' || format === 'pdf')
    .flatMap(({ format, milliseconds, processorMs, peakMb }) => [
      { name: `${format} of ${CELLS} cells: made in`, value: milliseconds, unit: 'ms' },
      { name: `${format} of ${CELLS} cells: of the processor`, value: processorMs, unit: 'ms' },
      {
        name: `${format} of ${CELLS} cells: memory`,
        value: peakMb,
        unit: 'MB',
        floor: { name: 'the machine it is to fit', value: 256 },
        most: 1,
      },
    ]);
}
