import { addMonths, type Day, dayAt, type Month, monthAt } from '#shared/period.ts';

const now = new Date().toISOString();
export const thisMonth: Month = monthAt(now);
export const lastMonth: Month = addMonths(thisMonth, -1);
export const today: Day = dayAt(now);

/** A regular meeting of today as a commune officer would type it: 17 of 20 present, 95 minutes. */
export function meeting(cell: string, changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [year, month, day] = today.split('-');
  return {
    cell,
    date: `${day}/${month}/${year}`,
    kind: 'regular',
    startTime: '19:30',
    durationMinutes: '95',
    fullMembers: '19',
    probationaryMembers: '1',
    exempt: '1',
    joining: '1',
    present: '17',
    excused: '2',
    unexcused: '1',
    late: '1',
    committeeMet: 'yes',
    oriented: 'yes',
    papersSent: 'yes',
    focus: 'Làm đường bê tông thôn, đoạn từ nhà văn hóa đến trạm bơm',
    stepsFollowed: 'yes',
    previousReviewed: 'yes',
    speakers: '6',
    selfCriticism: 'yes',
    notesTaken: 'yes',
    minutesKept: 'yes',
    resolution: 'resolution',
    resolutionText: 'Thống nhất vận động hiến đất, mỗi hộ góp 2 ngày công trong tháng',
    targetsSet: '4',
    targetsMet: '3',
    'tasks[0].what': 'Lập danh sách hộ hiến đất',
    'tasks[0].who': 'Chi ủy',
    'tasks[0].due': `${day}/${month}/${year}`,
    'matters[0].topic': 'DD',
    'matters[0].summary': 'Tranh chấp ranh giới ngõ đi chung',
    'matters[0].severity': 'medium',
    attendedBy: 'commune',
    ...changes,
  };
}
