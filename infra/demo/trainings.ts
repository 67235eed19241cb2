import { demoLibrary } from '#infra/demo/library.ts';
import { randomFrom } from '#infra/demo/random.ts';
import { district } from '#infra/demo/units.ts';
import { addDays, addMonths, type Day, dayAt, type Instant, monthAt } from '#shared/period.ts';
import type { CellSeats, Seats } from '#shared/trainings/attendance.ts';
import type { TrainingRevision } from '#shared/trainings/training.ts';
import { isWithin, type Unit } from '#shared/units/units.ts';

const madeUp = '(Lớp minh họa do nhóm làm phần mềm đặt ra, không có thật.)';
const board = { user: 'district', role: 'district', unit: district.id } as const;
const committee = { user: 'thanh-van', role: 'commune', unit: `${district.id}.thanh-van` } as const;
const trainer = 'Ban Tổ chức Huyện ủy';

/** Made-up trainings, each marked as such: one of four months ago, one of a commune, one that is still to come. */
export function demoTrainings(units: readonly Unit[], now: Instant): TrainingRevision[] {
  const cells = units.filter(({ level }) => level === 'cell');
  const today = dayAt(now);
  const mock = demoLibrary(monthAt(now)).flatMap(({ number, subject }) => (subject === 'MAU' ? [number] : []));
  const past = `${addMonths(monthAt(now), -5)}-14` as Day;
  const own = addDays(today, -20);
  const ahead = addDays(today, 20);
  const enteredBefore = (day: Day) => `${addDays(day, -30)}T02:00:00.000Z`;
  return [
    {
      ...{ day: past, number: 1, unit: district.id, subject: 'Ra nghị quyết có việc, có người, có ngày', trainer },
      ...{ places: 400, papers: `Đề cương bài giảng\nMẫu nghị quyết, kết luận\n${madeUp}`, pieces: [2, 4] },
      seats: seatsOf(cells, (random) => (random.chance(0.6) ? { secretary: 'came' } : { secretary: 'invited' })),
      ...{ revision: 1, by: board, at: `${addDays(past, 1)}T03:00:00.000Z` },
    },
    {
      ...{ day: own, number: 1, unit: committee.unit, subject: 'Điều hành buổi sinh hoạt, ghi biên bản', trainer },
      ...{ places: 40, papers: madeUp, pieces: [1, 9, ...mock.slice(0, 3)] },
      seats: seatsOf(
        cells.filter(({ id }) => isWithin(id, committee.unit)),
        (random) => ({
          secretary: random.chance(0.8) ? 'came' : 'invited',
          ...(random.chance(0.5) && { deputy: random.chance(0.7) ? 'came' : 'invited' }),
        }),
      ),
      ...{ revision: 1, by: committee, at: `${addDays(own, 1)}T03:00:00.000Z` },
    },
    {
      ...{ day: ahead, number: 1, unit: district.id, subject: 'Tập điều hành buổi sinh hoạt theo loại hình', trainer },
      ...{ places: 400, papers: madeUp, pieces: mock },
      seats: seatsOf(cells, () => ({ secretary: 'invited' })),
      ...{ revision: 1, by: board, at: enteredBefore(ahead) },
    },
  ];
}

function seatsOf(cells: readonly Unit[], seatsIn: (random: ReturnType<typeof randomFrom>) => CellSeats): Seats {
  return Object.fromEntries(cells.map(({ id }) => [id, seatsIn(randomFrom(`training ${id}`))]));
}
