import { DatabaseSync } from 'node:sqlite';
import { closing, type RandomDistrict } from '#test/functions/scorecards/random-district.ts';
import { recompute } from '#test/functions/scorecards/recompute.ts';

/** What is asked for in March 2021, the last month of a quarter under Đề án 06, in percent. */
const TARGETS = {
  ...{ reported: 100, onTime: 100, met: 100, attendance: 85, attendanceCells: 100, resolution: 100 },
  ...{ preparation: 100, duration: 100, thematicQuarter: 100 },
} as const;

/** A unit's rank is one more than the number of those before it. */
const RANKS = `
  WITH standing AS (
    SELECT unit,
      count(*) FILTER (WHERE denominator > 0 AND numerator * 100 >= percent * denominator) AS met,
      max(iif(id = 'attendance', numerator, 0)) AS present, max(iif(id = 'attendance', denominator, 0)) AS required,
      max(iif(id = 'reported', numerator, 0)) AS reported, max(iif(id = 'reported', denominator, 0)) AS due
    FROM figure GROUP BY unit),
  ranked AS (SELECT * FROM standing WHERE reported > 0 AND reported * 2 >= due AND :now > :closing)
  SELECT unit, iif(unit IN (SELECT unit FROM ranked),
    1 + (SELECT count(*) FROM ranked b WHERE b.met > a.met OR b.met = a.met AND b.required > 0
      AND (a.required = 0 OR b.present * a.required > a.present * b.required)), NULL) AS rank
  FROM standing a`;

/** The ranks of a district's communes, counted in a second way: their figures as rows of a database, the rule as SQL. */
export function recomputeRanks(district: RandomDistrict): Readonly<Record<string, number | null>> {
  const { figures } = recompute(district);
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE figure (unit TEXT, id TEXT, percent INT, numerator INT, denominator INT)');
  const add = db.prepare('INSERT INTO figure VALUES (?, ?, ?, ?, ?)');
  for (const { id: unit } of district.directory.communes) {
    const counts = figures('commune = :unit', { unit });
    for (const [id, percent] of Object.entries(TARGETS)) add.run(unit, id, percent, ...(counts[id] ?? [0, 0]));
  }
  const rows = db.prepare(RANKS).all({ now: district.now, closing }) as { unit: string; rank: number | null }[];
  return Object.fromEntries(rows.map(({ unit, rank }) => [unit, rank]));
}
