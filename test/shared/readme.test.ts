import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { regimes } from '#shared/norms/regimes.ts';
import { deadlines } from '#shared/units/units.ts';
import { aUnit, month } from '#test/shared/samples.ts';

const readme = readFileSync('shared/README.md', 'utf8');
const rules = readme.split('\n## ').slice(1, -1);

it('names files that exist, code and tests', () => {
  const named = [...readme.matchAll(/`([\w/.-]+\.ts)`/g)].map(([, file = '']) => file);
  const where = (file: string) => (/^(test|functions)\//.test(file) ? file : `shared/${file}`);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((file) => !existsSync(where(file)))).toEqual([]);
});

it('has for every rule its code, test and history, and beyond the table of norms its source and an example', () => {
  expect(rules.length).toBeGreaterThan(8);
  for (const [at, rule] of rules.entries()) {
    for (const part of ['Code and test', 'History', ...(at > 0 ? ['Source', 'Example'] : [])]) {
      expect(rule).toContain(`\n- ${part}: `);
    }
  }
});

it('has the figures of every regime', () => {
  for (const [at, regime] of regimes.entries()) {
    const { from, to, attendance, minimumMinutes, thematicsAQuarter, meetingDay, grades, year, sources } = regime;
    const cell = (name: string) => {
      const row = readme.split('\n').find((line) => line.replace(/ +/g, ' ').startsWith(`| ${name} |`)) ?? '';
      return row.split('|')[at + 2] ?? '';
    };
    expect(cell('months')).toContain(to ? `${from} to ${to}` : `from ${from}`);
    expect(cell('attendance')).toContain(`at least ${attendance.percent}%`);
    expect(cell('shortest meeting')).toContain(
      `${minimumMinutes[0]?.regular} minutes; ${minimumMinutes[0]?.withThematic} with`,
    );
    expect(cell('thematic')).toContain(`${thematicsAQuarter} a quarter`);
    expect(cell('meeting day')).toContain(
      meetingDay ? `the ${meetingDay.day}rd; moved, by the ${meetingDay.until}th` : 'set locally',
    );
    expect(cell('grades')).toContain(
      `Tốt from ${grades.good}, Khá from ${grades.fair}, Trung bình from ${grades.average}`,
    );
    expect(cell('year of meetings')).toContain(year ? 'the rule of Phú Thọ' : 'none');
    for (const { number } of sources) expect(readme).toContain(number);
  }
});

it('has the days by which a month is due and closed', () => {
  const { due, closing } = deadlines(aUnit('hiep-hoa'), month('2021-02'));
  const dayOf = (instant: string) => Number(instant.slice(8, 10));
  expect(readme).toContain(
    `**Due** on the ${dayOf(due)}th of the next month and **official** after the ${dayOf(closing)}th`,
  );
});
