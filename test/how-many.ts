const inTrials = process.env['TRIALS'] !== undefined;

/**
 * How much is tried of what is long by nature: as much as the gate has time for, or all of it with `npm run trials`,
 * where `test/trials.ts` says how many minutes that takes.
 */
export const howMany = {
  /** Items of a district that are broken one after another. */
  brokenItems: inTrials ? 3000 : 100,
  /** Requests that nobody should send. */
  badRequests: inTrials ? 10_000 : 2000,
  /** Of the demonstration's cells, one in so many has its next meeting printed. */
  printedCells: inTrials ? 1 : 40,
  /** Reports that wait on a device while its network drops every other request. */
  waitingReports: inTrials ? 50 : 20,
  /** Of three text browsers, how many send each form beside the simulated one. */
  programsAForm: inTrials ? 3 : 1,
  /** Random orders of what happens to reports that wait, in several tabs. */
  outboxOrders: inTrials ? 100_000 : 2000,
  /** Cells of a district whose every file is read back. */
  cellsInFiles: inTrials ? 10_000 : 1000,
  /** Random months of a district, each rolled up commune by commune. */
  refreshedMonths: inTrials ? 100 : 8,
  /** Of all points at which something is lost while something is stored, every so many: no way to fail is left out. */
  everyLoss: inTrials ? 1 : 7,
  /** Random mornings on which runs meet, are killed or are refused. */
  mornings: inTrials ? 100 : 8,
  /** Of the requests of a reorganisation at which its process dies, one in so many is tried. */
  deathsApart: inTrials ? 1 : 9,
  /** Made-up districts in which an effect of actions is looked for, with and without one. */
  madeDistricts: inTrials ? 1000 : 60,
  /** Accounts that strangers and their owner try at random. */
  attackedAccounts: inTrials ? 200 : 12,
  /** Accounts of a pool that is listed. */
  listedAccounts: inTrials ? 30_000 : 600,
  /** Pairs of a name that exists and one that does not, whose times are compared. One shows that it is done at all. */
  timedPairs: inTrials ? 200 : 1,
};
