import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { FORMAT } from '#functions/store/format.ts';
import type { OwedStore } from '#functions/store/owed-store.ts';
import type { ReminderStore } from '#functions/store/reminder-store.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { Finding } from '#infra/admin/doctor/finding.ts';
import { addMonths, type Instant, monthAt } from '#shared/period.ts';
import { RULES } from '#shared/scorecards/rules.ts';

const HOUR_MS = 3_600_000;
/** A night comes once a day, and takes minutes. */
const NIGHT_HOURS = 25;
/** Tết is nine days at the longest, and mornings of weekends are quiet. */
const QUIET_DAYS = 12;
/** What is owed is paid within minutes. */
const OWED_HOURS = 1;
const DAY_HOURS = 24;

const hoursSince = (at: Instant, now: Instant) => Math.floor((Date.parse(now) - Date.parse(at)) / HOUR_MS);

interface Stores {
  readonly directory: Pick<DirectoryStore, 'districts'>;
  readonly scorecards: Pick<ScorecardStore, 'live' | 'official'>;
  readonly owed: Pick<OwedStore, 'all'>;
  readonly reminders: Pick<ReminderStore, 'lastRun'>;
}

/** When each district was last counted, which every night does, and by which rules. */
export async function checkNight(
  { directory, scorecards }: Pick<Stores, 'directory' | 'scorecards'>,
  now: Instant,
): Promise<Finding[]> {
  const districts = await directory.districts();
  const about = 'last night’s run';
  if (districts.length === 0) return [{ level: 'warn', about, said: 'there is no district yet: start-district' }];
  const found: Finding[] = [];
  const counted: Instant[] = [];
  for (const district of districts) {
    // On the first of a month its own figures may not be there yet; after its closing day the last month's rest.
    const months = [monthAt(now), addMonths(monthAt(now), -1)];
    const live = await Promise.all(months.map((month) => scorecards.live(district, month)));
    const at = live
      .flatMap((each) => (each && each !== 'unreadable' ? each.scorecard.generatedAt : []))
      .toSorted()
      .at(-1);
    if (live.includes('unreadable')) found.push({ level: 'bad', about, said: `${district}: see items-unreadable` });
    else if (at === undefined)
      found.push({ level: 'warn', about, said: `${district} has not been counted this month` });
    else if (hoursSince(at, now) <= NIGHT_HOURS) counted.push(at);
    else
      found.push({
        level: 'bad',
        about,
        said: `${district} was last counted ${at}: see night-not-planned and rollup-failed`,
      });
  }
  const oldest = counted.toSorted()[0];
  if (oldest)
    found.unshift({
      level: 'ok',
      about,
      said: `${counted.length} of ${districts.length} districts counted since ${oldest}`,
    });
  return found;
}

/** When reminders were last sent, and to how many. */
export async function checkReminders({ reminders }: Pick<Stores, 'reminders'>, now: Instant): Promise<Finding[]> {
  const last = await reminders.lastRun();
  const about = 'reminders';
  if (!last) return [{ level: 'warn', about, said: 'no run of the last weeks is known' }];
  const said = `last run ${last.at}: ${last.sent} sent, ${last.failed} failed`;
  const isLate = hoursSince(last.at, now) > QUIET_DAYS * DAY_HOURS;
  return [{ level: isLate ? 'bad' : last.failed > 0 ? 'warn' : 'ok', about, said }];
}

/** What changes still owe. */
export async function checkOwed({ owed }: Pick<Stores, 'owed'>, now: Instant): Promise<Finding[]> {
  const all = await owed.all();
  const about = 'owed';
  const oldest = all.map(({ at }) => at).toSorted()[0];
  if (oldest === undefined) return [{ level: 'ok', about, said: 'nothing' }];
  const hours = hoursSince(oldest, now);
  const level = hours >= DAY_HOURS ? 'bad' : hours >= OWED_HOURS ? 'warn' : 'ok';
  return [
    {
      level,
      about,
      said: `${all.length} changes, the oldest since ${oldest}${level === 'ok' ? '' : ': see owed-for-long'}`,
    },
  ];
}

/** Which rules and formats this code has, and by which the last closed month was counted. */
export async function checkVersions(
  { directory, scorecards }: Pick<Stores, 'directory' | 'scorecards'>,
  now: Instant,
): Promise<Finding[]> {
  const about = 'versions';
  const closed = addMonths(monthAt(now), -2);
  const found = new Set<number | undefined>();
  for (const district of await directory.districts()) {
    const official = await scorecards.official(district, closed);
    if (official) found.add(official.rules);
  }
  const said = `this command is of rules ${RULES} and format ${FORMAT}, Node ${process.version}`;
  const others = [...found].filter((rules) => rules !== RULES);
  if (others.length === 0) return [{ level: 'ok', about, said }];
  return [
    {
      level: 'ok',
      about,
      said: `${said}; ${closed} was closed by rules ${others.join(', ')}, and stays so; see infra/CHANGES.md`,
    },
  ];
}

/** Whether the pages answer. */
export async function checkPages(url: string): Promise<Finding[]> {
  const about = `pages at ${url}`;
  const answer = await fetch(new URL('/health', url), { signal: AbortSignal.timeout(10_000) }).catch(
    (error: Error) => error,
  );
  if (answer instanceof Error) return [{ level: 'bad', about, said: `do not answer: ${answer.message}` }];
  return answer.ok
    ? [{ level: 'ok', about, said: 'answer' }]
    : [{ level: 'bad', about, said: `answer ${answer.status}` }];
}
