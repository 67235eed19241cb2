import { describe, expect, it } from 'vitest';
import type { Day } from '#shared/period.ts';
import {
  countSeats,
  parseAttendance,
  type Seats,
  seatField,
  seatsNow,
  typedSeats,
} from '#shared/trainings/attendance.ts';
import { reachFrom, reachOf, trainedCells } from '#shared/trainings/reach.ts';
import {
  parseCourse,
  parseNewTraining,
  parseTrainingName,
  piecesField,
  trainingName,
  typedCourse,
} from '#shared/trainings/training.ts';

const today = '2026-11-27' as Day;
const material = piecesField([
  { number: 2, title: 'Nghị quyết' },
  { number: 11, title: 'Biên bản' },
]);
const [north, south, gone] = ['bac.xa.dong', 'bac.xa.tay', 'bac.xa.cu'] as const;
const cells = [{ id: north }, { id: south }];
const typed = { subject: ' Ra  nghị quyết ', trainer: 'Ban Tổ chức', places: '40', heldOn: '14/10/2026' };

describe('a course', () => {
  it('is read with whom it invites, and shown again as it was typed', () => {
    const read = parseNewTraining(
      { ...typed, 'pieces[1]': '11', 'invite[0]': 'secretary' },
      { material, today, cells },
    );
    expect(read).toEqual({
      ok: true,
      day: '2026-10-14',
      course: { subject: 'Ra nghị quyết', trainer: 'Ban Tổ chức', places: 40, pieces: [11] },
      seats: { [north]: { secretary: 'invited' }, [south]: { secretary: 'invited' } },
    });
    if (!read.ok) return;
    const again = parseCourse(typedCourse(read.course, material), material);
    expect(again).toEqual({ ok: true, course: read.course });
  });

  it.each([
    ['a day that does not exist', { heldOn: '31/02/2026' }, 'heldOn', 'not-a-day'],
    ['a day in years', { heldOn: '14/10/2062' }, 'heldOn', 'not-a-day'],
    ['no subject', { subject: ' ' }, 'subject', 'required'],
    ['places in words', { places: 'nhiều' }, 'places', 'not-a-count'],
    ['a piece that is not there', { 'pieces[0]': '99' }, 'pieces[0]', 'not-a-choice'],
    ['a field that it does not have', { secretaryName: 'A' }, 'secretaryName', 'unknown-field'],
  ])('is refused for %s', (_, changes, field, code) => {
    const read = parseNewTraining({ ...typed, ...changes }, { material, today, cells });
    expect(read.ok ? [] : read.errors.map((error) => [error.field, error.code])).toEqual([[field, code]]);
  });

  it('has a name in addresses, and nothing else is one', () => {
    const key = { day: '2026-10-14' as Day, number: 12 };
    expect(parseTrainingName(trainingName(key))).toEqual(key);
    for (const text of ['', '2026-10-14', '2026-02-31_1', '2026-10-14_0', '2026-10-14_100', 'bac_2026-10-14_1']) {
      expect(parseTrainingName(text), text).toBeUndefined();
    }
  });
});

describe('who came', () => {
  const day = '2026-10-14' as Day;
  const seats: Seats = { [north]: { secretary: 'invited' }, [gone]: { secretary: 'came' } };

  it('is said of the cells of the form; the others keep what they had', () => {
    const said = { [seatField(north, 'secretary')]: 'came', [seatField(north, 'deputy')]: 'invited' };
    expect(parseAttendance(said, { cells, seats, day, today })).toEqual({
      ok: true,
      seats: { [north]: { secretary: 'came', deputy: 'invited' }, [gone]: { secretary: 'came' } },
    });
    const blank = { [seatField(north, 'secretary')]: '' };
    expect(parseAttendance(blank, { cells, seats, day, today })).toEqual({
      ok: true,
      seats: { [gone]: { secretary: 'came' } },
    });
    const typedAgain = typedSeats({ [north]: { secretary: 'came' } });
    expect(parseAttendance(typedAgain, { cells, seats: {}, day, today })).toMatchObject({
      seats: { [north]: { secretary: 'came' } },
    });
  });

  it('is refused before the day, of another’s cells, and in other words', () => {
    const refused = (said: Readonly<Record<string, string>>, on = day) => {
      const read = parseAttendance(said, { cells, seats, day: on, today });
      return read.ok ? [] : read.errors.map(({ code }) => code);
    };
    expect(refused({ [seatField(north, 'secretary')]: 'came' }, '2026-11-28' as Day)).toEqual(['day-in-future']);
    expect(refused({ [seatField(north, 'secretary')]: 'invited' }, '2026-11-28' as Day)).toEqual([]);
    expect(refused({ [seatField('bac.khac.dong', 'secretary')]: 'came' })).toEqual(['unknown-field']);
    expect(refused({ [seatField(north, 'secretary')]: 'Nguyễn Văn A' })).toEqual(['not-a-choice']);
  });

  it('is counted: who came was invited', () => {
    expect(countSeats([{ secretary: 'came', deputy: 'invited' }, undefined, { secretary: 'invited' }])).toEqual({
      invited: 3,
      came: 1,
    });
    expect(countSeats([{ secretary: 'came', deputy: 'invited' }], ['deputy'])).toEqual({ invited: 1, came: 0 });
  });

  it('is carried on by the heirs of cells that have ended; whoever came, came', () => {
    const heirs = new Map([[gone, north]] as const);
    const came = { [north]: { secretary: 'came' } };
    expect(seatsNow(seats, heirs)).toEqual(came);
    expect(seatsNow({ [gone]: { secretary: 'came' }, [north]: { secretary: 'invited' } }, heirs)).toEqual(came);
  });
});

describe('reach', () => {
  const on = (day: string, seats: Seats, dropped?: string) => ({ day: day as Day, seats, ...(dropped && { dropped }) });
  const came: Seats = { [north]: { secretary: 'came' } };
  const reach = (...trainings: readonly ReturnType<typeof on>[]) =>
    reachOf(cells, trainedCells(trainings, 'secretary', { today }));

  it('counts a cell once, however often its secretary came', () => {
    expect(reach(on('2026-10-14', came), on('2026-11-14', came))).toEqual({ trained: 1, of: 2 });
  });

  it('counts twelve months up to today, and no course that was called off', () => {
    expect(reachFrom(today)).toBe('2025-11-27');
    expect(reach(on('2025-11-27', came)).trained).toBe(0);
    expect(reach(on('2025-11-28', came)).trained).toBe(1);
    expect(reach(on('2026-11-27', came)).trained).toBe(1);
    expect(reach(on('2026-11-28', came)).trained).toBe(0);
    expect(reach(on('2026-10-14', came, 'Bão')).trained).toBe(0);
  });

  it('counts the post alone, and only cells that stand', () => {
    expect(reach(on('2026-10-14', { [south]: { deputy: 'came', secretary: 'invited' } })).trained).toBe(0);
    expect(reach(on('2026-10-14', { [gone]: { secretary: 'came' } })).trained).toBe(0);
    const trained = trainedCells([on('2026-10-14', { [gone]: { secretary: 'came' } })], 'secretary', {
      today,
      heirs: new Map([[gone, south]]),
    });
    expect(reachOf(cells, trained)).toEqual({ trained: 1, of: 2 });
  });
});
