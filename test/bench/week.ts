import { brotliCompressSync, constants } from 'node:zlib';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { demoUnits, district } from '#infra/demo/units.ts';
import { type Month, monthsBetween } from '#shared/period.ts';
import type { Unit } from '#shared/units/units.ts';
import { bundled } from '#test/bench/bundled.ts';
import type { Figure } from '#test/bench/figures.ts';
import { fill, fillTenYears, largeCommune, largeDistrict } from '#test/bench/large-units.ts';
import { emptyTables, tableIds } from '#test/bench/tables.ts';
import type * as actions from '#test/bench/week-actions.ts';

const month = '2026-08' as Month;
/** Of this month and the next every cell has reported. */
const first = '2026-07' as Month;
/** August is closed, September runs. */
const now = '2026-09-21T02:00:00.000Z';
const RUNS = 3;
/** What is aimed at in a district of 130 communes: processor of one answer, and its bytes. */
const ofDistrict = { ms: 300, bytes: 45_000 };
/** And in a commune of 250 cells: its pages come in one round trip, of which headers take 900 bytes. */
const ofCommune = { ms: 100, bytes: 14_600 - 900 };

/**
 * The pages of a board's week, in a district of 25 communes and in one of 130, and those of a commune of 250 cells:
 * requests to the database, processor of the thread that answers, and compressed bytes. The database has a thread of its
 * own, whose work is not counted.
 */
export async function weekFigures(): Promise<Figure[]> {
  return pagesOf('25 communes', demoUnits());
}

/** In the large district, and of the large commune in it. */
export async function largeFigures(): Promise<Figure[]> {
  return pagesOf('130 communes', largeDistrict(first));
}

async function pagesOf(name: string, units: readonly Unit[]): Promise<Figure[]> {
  const tables = await emptyTables();
  const { db, stop } = tables;
  try {
    const two = monthsBetween(first, month);
    const year = [...monthsBetween('2025-09' as Month, month), '2026-09' as Month];
    const isLarge = ({ id }: Unit) => id.startsWith(`${largeCommune.id}.`);
    const hasLarge = units.some(isLarge);
    const monthsOf = (cell: Unit) => (isLarge(cell) ? year : two);
    // Of a large district no page reads words but those of its communes.
    const hasWords = (cell: Unit) => !hasLarge || isLarge(cell);
    const cells = await fill(tables, tableIds, units, { monthsOf, hasWords, now });
    await fillTenYears(db, tableIds, month);
    let requests = 0;
    const counting = Object.assign(Object.create(db) as DynamoDBDocumentClient, {
      send: (command: never) => {
        requests += 1;
        return db.send(command);
      },
    });
    const { pages } = await bundled<typeof actions>(`export * from '#test/bench/week-actions.ts';`);
    const all = pages(counting, tableIds, { district: district.id, commune: largeCommune.id, month, now });
    const figures: Figure[] = [];
    const measure = async (
      of: string,
      answers: Readonly<Record<string, () => Promise<string>>>,
      aim: typeof ofDistrict,
    ) => {
      for (const [page, answer] of Object.entries(answers)) {
        const costs: number[] = [];
        let bytes = 0;
        for (let run = 0; run < RUNS; run++) {
          requests = 0;
          const start = process.threadCpuUsage();
          const html = await answer();
          const { user, system } = process.threadCpuUsage(start);
          bytes = compressed(html);
          costs.push((user + system) / 1000);
        }
        figures.push(
          {
            name: `${page}, ${of}: processor`,
            value: Math.min(...costs),
            unit: 'ms',
            floor: { name: 'the aim', value: aim.ms },
          },
          { name: `${page}, ${of}: requests`, value: requests, unit: '' },
          { name: `${page}, ${of}: page`, value: bytes, unit: 'bytes', floor: { name: 'the aim', value: aim.bytes } },
        );
      }
    };
    await measure(`${name}, ${cells} cells`, all.district, ofDistrict);
    if (hasLarge) await measure(`a commune of 250 cells in ${name}`, all.commune, ofCommune);
    return figures;
  } finally {
    await stop();
  }
}

function compressed(html: string): number {
  return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;
}
