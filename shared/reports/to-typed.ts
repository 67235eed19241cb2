import type { Typed } from '#shared/input/typed.ts';
import type { Day } from '#shared/period.ts';
import type { Members, Report } from '#shared/reports/report.ts';

/**
 * A report as it would be typed into the form: `parseReport` reads the same report back, without what reviewers gave.
 *
 * @example toTyped({ date: '2021-02-03', tasks: [{ what: 'Họp thôn' }], … }) //=> { date: '03/02/2021', 'tasks[0].what': 'Họp thôn', … }
 */
export function toTyped(report: Report): Typed {
  const { tasks, followUps, matters, points, reviewed, official, ...plain } = report;
  return Object.fromEntries([
    ...typedFields('', { ...plain, date: typedDay(report.date) }),
    ...tasks.flatMap(({ due, ...task }, n) =>
      typedFields(`tasks[${n}].`, { ...task, ...(due && { due: typedDay(due) }) }),
    ),
    ...followUps.flatMap((followUp, n) => typedFields(`followUps[${n}].`, followUp)),
    ...matters.flatMap((matter, n) => typedFields(`matters[${n}].`, matter)),
    ...Object.entries(points).map(([id, value]) => [`points.${id}`, String(value).replace('.', ',')]),
  ]);
}

/** The members of a cell as they would be typed; those that there are none of stay blank. */
export function typedMembers(members: Members): Typed {
  const { fullMembers, probationaryMembers, exempt, temporarilyExempt, away, suspended, specialDuty, joining } =
    members;
  const counts = { probationaryMembers, exempt, temporarilyExempt, away, suspended, specialDuty, joining };
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return Object.fromEntries(typedFields('', { fullMembers, ...Object.fromEntries(some) }));
}

/** The fields of an object as typed ones, their names behind a prefix. */
export function typedFields(prefix: string, fields: object): [string, string][] {
  return Object.entries(fields).map(([name, value]) => [prefix + name, String(value)]);
}

/** @example typedDay('2021-02-03') //=> '03/02/2021' */
export function typedDay(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}
