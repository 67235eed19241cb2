import { type DistrictMonth, simulateDistrict } from '#test/bench/district-month.ts';
import type { Figure } from '#test/bench/figures.ts';
import { type Costs, measureCosts, type Taken } from '#test/bench/measure-costs.ts';
import type { Amount } from '#test/bench/metered-database.ts';
import { prices } from '#test/bench/prices.ts';

/** A function of 1,769 MB has one processor, ours of 1,024 MB that part of one. */
const OF_A_PROCESSOR = 1024 / 1769;
/** What a request to the database takes on its way there and back, in milliseconds; counted as if none went side by side. */
const WAIT_MS = 3;
const GB = 1e9;
const MONTHS = 12;
/** Of the report that is measured as it is sent: its words, and its figures, which are less than a usual one's. */
const WRITES_OF_SENT = 2;
/** A name and a digest of each report that a scorecard counted, for its commune and for its district. */
const INPUT_BYTES = 2 * 60;

/**
 * What is logged of a run of a function, as Lambda writes it in JSON at the level that it has, and what the API logs of a
 * request by the format in `infra/api.ts`; each line counts 26 bytes more.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html
 */
const LINE_BYTES = 26;
const runLines = [
  '{"time":"2026-11-27T12:00:00.000Z","type":"platform.start","record":{"requestId":"7fb0d9a3-4d0f-4b6f-8a1e-6f4a1c1f2b3c","functionArn":"arn:aws:lambda:ap-southeast-1:123456789012:function:so-chi-bo-prod-web:live","version":"12"}}',
  '{"time":"2026-11-27T12:00:00.000Z","type":"platform.report","record":{"requestId":"7fb0d9a3-4d0f-4b6f-8a1e-6f4a1c1f2b3c","metrics":{"durationMs":123.456,"billedDurationMs":124,"memorySizeMB":1024,"maxMemoryUsedMB":142},"status":"success"}}',
];
const accessLine =
  '{"at":"27/Nov/2026:12:00:00 +0000","request":"Jx3bWgQ2SQ0EMzQ=","route":"GET /reports/{id}/minutes.docx","status":"200","bytes":"12345","milliseconds":"1234","error":"-"}';
const logged = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length + LINE_BYTES, 0);

/** Dollars, by what they are paid for. */
export type Parts = Readonly<
  Record<'database' | 'functions' | 'network' | 'queue' | 'logs' | 'storage' | 'mail', number>
>;

const yearOf = (bytes: number, aGbMonth = prices.storedGbMonth + prices.recoveryGbMonth) =>
  (bytes / GB) * MONTHS * aGbMonth;

/** What one task costs, with the first year of what it leaves behind. */
function partsOf(taken: Taken): Parts {
  const { requests, readUnits, writeUnits, keptBytes, audit, processorMs, calls, runs, bytes, mails } = taken;
  const dearer = (all: number, ofAudit: number) => all + (prices.infrequent.request - 1) * ofAudit;
  const seconds = (processorMs / OF_A_PROCESSOR + requests * WAIT_MS) / 1000;
  return {
    database:
      dearer(readUnits, audit.readUnits) * prices.readUnit + dearer(writeUnits, audit.writeUnits) * prices.writeUnit,
    functions: (calls + runs) * prices.lambdaRequest + seconds * prices.lambdaGbSecond,
    network: calls * (prices.apiRequest + prices.cloudFrontRequest) + (bytes / GB) * prices.cloudFrontGb,
    queue: 0,
    logs: (((calls + runs) * logged(runLines) + calls * logged([accessLine])) / GB) * prices.logGb,
    storage: yearOf(keptBytes) - yearOf(audit.keptBytes, (1 - prices.infrequent.stored) * prices.storedGbMonth),
    mail: mails * prices.mail,
  };
}

export const totalOf = (parts: Parts) => Object.values(parts).reduce((sum, part) => sum + part, 0);

/** Of a district: how many reports of an evening share a sign-in and the board, and how often scorecards are looked at. */
const REPORTS_A_SESSION = 5;
const VIEWS = 150;
/** Sign-in is paid by the account and month, however much is reported: 25 communes, 9 groups and a board each. */
const ACCOUNTS = 700 * 35;
const FREE_ACCOUNTS = 10_000;

/**
 * A report all in: its own requests, and its share of signing in, of the district's roll-ups and of reading the scorecards.
 * Pages are as they were measured; what reports and roll-ups take of the database is what districts' months took.
 */
export function costOfReport(costs: Costs, months: readonly DistrictMonth[]): Parts {
  const sumOf = (of: (month: DistrictMonth) => number) => months.reduce((total, month) => total + of(month), 0);
  const reports = sumOf(({ written }) => written.length) / months.length;
  const runs = sumOf((month) => month.runs) / months.length;
  const mean = (of: (month: DistrictMonth) => Amount, part: keyof Amount) =>
    sumOf((month) => of(month)[part]) / months.length;
  const as = (taken: Taken, of: (month: DistrictMonth) => Amount): Taken => ({
    ...taken,
    readUnits: mean(of, 'readUnits'),
    writeUnits: mean(of, 'writeUnits'),
    keptBytes: 0, // a live scorecard takes the place of the one before
  });
  const [form, sent, page] = costs.report as readonly [Taken, Taken, Taken];
  const stored = (part: keyof Amount) => mean((month) => month.stored, part);
  const usual: Taken = {
    ...sent,
    writeUnits: sent.writeUnits - WRITES_OF_SENT + stored('writeUnits'),
    keptBytes: sent.audit.keptBytes + stored('keptBytes'),
  };
  const each: readonly (readonly [Taken, number])[] = [
    ...[form, usual, page].map((taken) => [taken, 1] as const),
    ...costs.session.map((taken) => [taken, 1 / REPORTS_A_SESSION] as const),
    [costs.scorecard, VIEWS / reports],
    [as(costs.rollUp, ({ run }) => run), runs / reports],
    // Each night the open month, until the 10th the one before, and then that and the one before it as closed ones.
    [as(costs.nightly, ({ night }) => night), 41 / reports],
    [{ ...costs.closed, keptBytes: 0 }, 51 / reports],
  ];
  const shares = each.map(([taken, share]) => ({ parts: partsOf(taken), share }));
  const sum = (name: keyof Parts) => shares.reduce((total, { parts, share }) => total + share * parts[name], 0);
  // A month's official scorecards stay, as large as those of a night.
  const official = costs.nightly.keptBytes / reports + INPUT_BYTES;
  return {
    ...{ database: sum('database'), functions: sum('functions'), network: sum('network'), logs: sum('logs') },
    queue: (1 + (2 * (runs + 92)) / reports) * prices.fifoRequest,
    storage: sum('storage') + yearOf(official),
    mail: 0,
  };
}

export async function costFigures(): Promise<Figure[]> {
  const costs = await measureCosts();
  const parts = costOfReport(costs, [await simulateDistrict(0)]);
  const total = totalOf(parts);
  const units = (name: string, { requests, readUnits, writeUnits }: Taken): Figure[] => [
    { name: `${name}: requests`, value: requests, unit: '', detail: true },
    { name: `${name}: read units`, value: readUnits, unit: '', detail: true },
    { name: `${name}: write units`, value: writeUnits, unit: '', detail: true },
  ];
  const cents = (name: string, value: number): Figure => ({ name, value: value * 100, unit: 'US cents' });
  return [
    { ...cents('a report, all in', total), floor: { name: 'the aim', value: 0.008 } },
    ...Object.entries(parts).flatMap(([name, part]) => (part > 0 ? [cents(`a report: ${name}`, part)] : [])),
    { name: 'the country’s month, 336,000 reports', value: total * 336_000, unit: 'US dollars' },
    {
      name: 'the country’s accounts, a month',
      value: (ACCOUNTS - FREE_ACCOUNTS) * prices.accountLite,
      unit: 'US dollars',
    },
    ...Object.entries(costs.acts).map(([name, taken]) => ({
      ...cents(name, totalOf(partsOf(taken))),
      ...(taken.mails > 0 && { note: `${taken.mails} mails` }),
    })),
    ...units('a report sent', costs.report[1] as Taken),
    ...units('a roll-up after one report', costs.rollUp),
    ...units('a roll-up by night', costs.nightly),
    ...units('a roll-up of a closed month', costs.closed),
    ...units('a scorecard read', costs.scorecard),
    ...Object.entries(costs.acts).flatMap(([name, taken]) => units(name, taken)),
  ];
}
