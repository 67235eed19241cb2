import type { DemoPiece } from '#infra/demo/library/demo-piece.ts';
import { holdingMeetings } from '#infra/demo/library/holding-meetings.ts';
import { mockMeetings } from '#infra/demo/library/mock-meetings.ts';
import { residential } from '#infra/demo/library/residential.ts';
import { workplaces } from '#infra/demo/library/workplaces.ts';
import { randomFrom } from '#infra/demo/random.ts';
import { district } from '#infra/demo/units.ts';
import { isFor } from '#shared/guidance/guidance.ts';
import type { PieceRevision } from '#shared/library/piece.ts';
import type { PieceReading } from '#shared/library/reading.ts';
import { addMonths, type Instant, type Month } from '#shared/period.ts';
import { isWithin, type Unit } from '#shared/units/units.ts';

const madeUp = '(Bài minh họa do nhóm làm phần mềm viết, không phải văn bản của cấp ủy.)';
/** In how many months the made-up board has written its pieces. */
const MONTHS = 6;

/** The pieces of a made-up board: some a month, each marked in its text as made up. */
export function demoLibrary(thisMonth: Month): PieceRevision[] {
  const by = { user: 'district', role: 'district', unit: district.id } as const;
  const pieces: readonly DemoPiece[] = [...holdingMeetings, ...residential, ...workplaces, ...mockMeetings(thisMonth)];
  return pieces.map(({ title, subject, types = [], content, questions }, at) => ({
    ...{ number: at + 1, revision: 1, title, subject, types },
    content: [...content, madeUp].join('\n'),
    ...(questions && { questions: questions.join('\n') }),
    by,
    at: `${addMonths(thisMonth, (at % MONTHS) - MONTHS)}-12T01:20:00.000Z`,
  }));
}

/** Two communes of three have read a piece that is for their cells, and so has the cell that has an account. */
export function demoPieceReadings(pieces: readonly PieceRevision[], units: readonly Unit[]): PieceReading[] {
  const readers = units.filter(({ id, level }) => level === 'commune' || id === `${district.id}.thanh-van.thanh-binh`);
  const typesOf = new Map(
    readers.map(({ id }) => [id, new Set(units.filter((each) => isWithin(each.id, id)).map(({ type }) => type))]),
  );
  return pieces.flatMap(({ number, revision, types, at: published }) =>
    readers.flatMap(({ id: unit }) => {
      const random = randomFrom(`read ${number} ${unit}`);
      const at = `${published.slice(0, 7)}-${random.between(13, 27)}T0${random.between(1, 9)}:40:00.000Z` as Instant;
      const reads = isFor(types, typesOf.get(unit) ?? new Set()) && random.chance(0.67);
      return reads ? [{ number, unit, first: at, last: at, revision }] : [];
    }),
  );
}
