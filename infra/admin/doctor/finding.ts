/** `absent`: the local system has nothing of the kind, so nothing is said of it. */
export type Level = 'ok' | 'absent' | 'warn' | 'bad';

/** What was seen of one part of the system. */
export interface Finding {
  readonly level: Level;
  /** What was looked at: `tables Meetings`. */
  readonly about: string;
  /** What was seen, and where it is not well what to do. */
  readonly said: string;
}

/** Looks at some parts of the system, and changes nothing. */
export type Check = () => Promise<readonly Finding[]>;

/** What the shell is told: 0 where all is well, 3 for something to look at, 4 for something that must be mended. */
export function exitCodeOf(findings: readonly Finding[]): 0 | 3 | 4 {
  if (findings.some(({ level }) => level === 'bad')) return 4;
  return findings.some(({ level }) => level === 'warn') ? 3 : 0;
}

/** Runs all checks. One that cannot read its part says so, and stops no other. */
export async function examine(checks: Readonly<Record<string, Check>>): Promise<Finding[]> {
  const found = Object.entries(checks).map(async ([about, check]) => {
    try {
      return await check();
    } catch (error) {
      const { name = 'Error', message = String(error) } = error instanceof Error ? error : {};
      return [{ level: 'bad', about, said: `could not be read: ${name}: ${message}` } as const];
    }
  });
  return (await Promise.all(found)).flat();
}

const signs: Readonly<Record<Level, string>> = { ok: 'ok    ', absent: '-     ', warn: 'WARN  ', bad: 'BAD   ' };

/** The findings as lines, and how many of each there are. */
export function reportOf(findings: readonly Finding[]): string {
  const count = (level: Level) => findings.filter((each) => each.level === level).length;
  const lines = findings.map(({ level, about, said }) => `${signs[level]}${about}: ${said}`);
  return [
    ...lines,
    `${count('ok')} ok, ${count('warn')} to look at, ${count('bad')} to mend, ${count('absent')} not here`,
  ].join('\n');
}
