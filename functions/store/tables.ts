/**
 * The tables: what each is called in the stack, the variable by which a function is told its name, and the output of the
 * stack that says it. What they hold is in `infra/README.md`, what their keys are in `infra/tables.ts`.
 */
export const tables = {
  cells: { id: 'Cells', variable: 'CELLS_TABLE', output: 'CellsTable' },
  meetings: { id: 'Meetings', variable: 'MEETINGS_TABLE', output: 'MeetingsTable' },
  scorecards: { id: 'Scorecards', variable: 'SCORECARDS_TABLE', output: 'ScorecardsTable' },
  matters: { id: 'Matters', variable: 'MATTERS_TABLE', output: 'MattersTable' },
  actions: { id: 'Actions', variable: 'ACTIONS_TABLE', output: 'ActionsTable' },
  audit: { id: 'Audit', variable: 'AUDIT_TABLE', output: 'AuditTable' },
  owed: { id: 'Owed', variable: 'OWED_TABLE', output: 'OwedTable' },
  transient: { id: 'Transient', variable: 'TRANSIENT_TABLE', output: 'TransientTable' },
} as const;

/**
 * What `transient` holds, each with the beginning of its partition keys. A function's role reaches only the kinds that it
 * needs (`infra/functions.ts`).
 */
export const transientKinds = {
  session: 'session#',
  draft: 'draft#',
  guess: 'guess#',
  pending: 'pending#',
  device: 'device#',
  deviceKey: 'device-key#',
  recovery: 'recovery#',
  tried: 'tried#',
  unsubscribe: 'unsubscribe#',
  reminded: 'reminded#',
  proposals: 'proposals#',
  practice: 'practice#',
  tokenUse: 'token-use#',
  notice: 'notice#',
} as const;

export type TransientKind = keyof typeof transientKinds;

/** Partition keys that few may read, beside those that a table is for. */
export const reservedKeys = {
  scorecards: { seals: 'audit#', inputs: '#inputs', waiting: '#waiting' },
  meetings: { freeText: '#text', purges: '#purge', asks: '#asks', tasks: '#tasks' },
} as const;

/** Words in the log of a function that raise an alarm (`infra/alarms.ts`). No other line says them. */
export const alarmingWords = {
  fault: 'unforeseen fault',
  unavailable: 'service unavailable',
  notOnRecord: 'not on record',
  rollUpFailed: 'roll-up failed',
  owedForLong: 'owed for over a day',
  unreadableItem: 'unreadable item',
} as const;

/** What a scheduled function says when it has done its work: an alarm misses these words. No other line says them. */
export const doneWords = {
  nightPlanned: 'night planned',
  morningReminded: 'morning reminded',
  owedSettled: 'owed settled',
} as const;

export type TableKey = keyof typeof tables;

/** What the tables are called in one stage. */
export type TableNames = Readonly<Record<TableKey, string>>;

/**
 * The name of every table, each by what the record says of it.
 *
 * @example tableNamesBy(({ id }) => id).cells //=> 'Cells'
 */
export function tableNamesBy(nameOf: (table: (typeof tables)[TableKey]) => string): TableNames {
  const names = Object.entries(tables).map(([key, table]) => [key, nameOf(table)] as const);
  return Object.fromEntries(names) as unknown as TableNames;
}
