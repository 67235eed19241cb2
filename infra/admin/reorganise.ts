import type { Accounts } from '#functions/cognito/accounts.ts';
import { type MoveDeps, moveAccounts } from '#functions/cognito/move-accounts.ts';
import type { rollUpStores } from '#functions/rollup/stores.ts';
import { actName, districtsOf } from '#functions/store/reorganisation-act.ts';
import { carryOut, prepareReorganisation, type ReorganiseRefusal } from '#functions/store/reorganise-units.ts';
import { prepareUndo, type UndoRefusal } from '#functions/store/undo-reorganisation.ts';
import { BadFile } from '#infra/admin/bad-file.ts';
import { throwIfRefused } from '#infra/admin/change-refused.ts';
import { type OperatorRecord, operatorOf } from '#infra/admin/operator-record.ts';
import { accountRecord } from '#shared/access/accounts.ts';
import { type Instant, type Month, monthAt, monthsBetween } from '#shared/period.ts';
import type { ReorganisationPlan } from '#shared/units/reorganise/plan.ts';
import { planFaultWords } from '#shared/units/reorganise/texts/plan-faults.ts';
import { previewWords } from '#shared/units/reorganise/texts/reorganisation.ts';
import { districtOf, isWithin, type UnitId } from '#shared/units/units.ts';

export interface ReorganiseDeps extends Omit<MoveDeps, 'reorganisations' | 'recordMove' | 'accounts'> {
  readonly accounts: MoveDeps['accounts'] & Pick<Accounts, 'within'>;
  readonly stores: ReturnType<typeof rollUpStores>;
  readonly record: OperatorRecord;
}

/**
 * Carries out a plan, or says what it would do.
 *
 * @returns what it does, in sentences
 * @throws {BadFile} naming what is wrong with the plan, line by line; nothing is changed then
 */
export async function reorganiseUnits(
  plan: ReorganisationPlan,
  isPreview: boolean,
  reason: string | undefined,
  now: Instant,
  deps: ReorganiseDeps,
): Promise<string> {
  const district = districtOf(plan.acts[0]?.from ?? '');
  await completeReorganisation(district, now, deps);
  const accounts = await deps.accounts.within(district);
  const entry = { by: operatorOf(district), at: now, ...(reason && { reason }) };
  const prepared = await prepareReorganisation(district, plan, accounts, entry, storesOf(deps, now), 'any');
  if (prepared.kind !== 'ready') return refuse(prepared, plan);
  const { act, preview } = prepared;
  const goesAlong = new Set(act.heirs.filter(([, heirs]) => heirs.length > 0).map(([id]) => id));
  const open = (await deps.stores.matters.open(district)).filter(({ unit }) => goesAlong.has(unit)).length;
  const said = previewWords({ ...preview, accounts: act.moves.length, matters: open }, plan.month, 'vi');
  if (isPreview) return [...said, 'Nothing is changed yet.'].join('\n');
  await finish(act, now, deps);
  return [...said, `${actName(act)}: carried out.`].join('\n');
}

/** Undoes the last reorganisation of a district. @throws {BadFile} saying why it cannot be */
export async function undoReorganisation(
  district: UnitId,
  reason: string,
  now: Instant,
  deps: ReorganiseDeps,
): Promise<string> {
  await completeReorganisation(district, now, deps);
  const last = await deps.stores.directory.reorganisations.acts(district);
  const roots = [...new Set([district, ...last.flatMap(districtsOf)])];
  const accounts = (await Promise.all(roots.map((root) => deps.accounts.within(root)))).flat();
  const prepared = await prepareUndo(
    district,
    accounts,
    { by: operatorOf(district), at: now, reason },
    storesOf(deps, now),
  );
  if (prepared.kind !== 'ready') return refuse(prepared);
  await finish(prepared.act, now, deps);
  return `${actName(prepared.undone)}: undone.`;
}

/** Completes what a lost process has left of a reorganisation. */
export async function completeReorganisation(district: UnitId, now: Instant, deps: ReorganiseDeps): Promise<void> {
  await deps.stores.directory.settleReorganisation(district);
  await moveAccounts(district, now, {
    ...deps,
    reorganisations: deps.stores.directory.reorganisations,
    recordMove: ({ from, ...account }) =>
      deps.record(districtOf(account.unit), 'account', accountRecord({ kind: 'move', account })),
  });
}

async function finish(act: Parameters<typeof carryOut>[0], now: Instant, deps: ReorganiseDeps): Promise<void> {
  const outcome = await carryOut(act, storesOf(deps, now));
  if (outcome !== 'done') refuse({ kind: outcome });
  await completeReorganisation(act.district, now, deps);
}

function storesOf(deps: ReorganiseDeps, now: Instant) {
  return {
    ...deps.stores,
    record: (district: UnitId, of: string) => deps.record(district, 'directory', of),
    reported: (units: readonly UnitId[], from: Month) => reported(units, from, now, deps),
  };
}

/** The units of which there are reports or visits since a month. */
async function reported(
  units: readonly UnitId[],
  from: Month,
  now: Instant,
  { stores }: ReorganiseDeps,
): Promise<readonly UnitId[]> {
  const found = new Set<UnitId>();
  for (const month of monthsBetween(from, monthAt(now))) {
    for (const district of new Set(units.map(districtOf))) {
      const [reports, visits] = await Promise.all([
        stores.reports.newestOfMonth(district, month),
        stores.visits.newestOfMonth(district, month),
      ]);
      const named = [...reports.map(({ report }) => report.cell), ...visits.map(({ unit }) => unit)];
      for (const each of named) if (units.some((unit) => isWithin(each, unit))) found.add(each);
    }
  }
  return [...found].sort();
}

function refuse(refusal: ReorganiseRefusal | UndoRefusal, plan?: ReorganisationPlan): never {
  switch (refusal.kind) {
    case 'plan':
      throw new BadFile(refusal.faults.map((fault) => planFaultWords(fault, 'en')).join('\n'));
    case 'faults':
    case 'closed':
      throwIfRefused(refusal, new Map(plan?.acts.map(({ from, line = 0 }) => [from, line])));
      throw new Error('It is refused.');
    case 'changed-since':
      throw new BadFile(`Changed since, so undoing would lose it: ${refusal.units.join(', ')}.`);
    case 'reported':
      throw new BadFile(
        `There are reports under new units: ${refusal.units.join(', ')}. What is wrong is put right by another reorganisation.`,
      );
    case 'reported-already':
      throw new BadFile(
        `There are reports of that month or later: ${refusal.units.join(', ')}. Let the plan begin in a later month.`,
      );
    case 'nothing-to-undo':
      throw new BadFile('There is no reorganisation that counts.');
    case 'busy':
      throw new BadFile('Somebody else reorganises this district at the same time: look, and try again.');
    case 'too-large':
      throw new BadFile('The plan changes too many units at once: divide it.');
  }
}
