import { UsernameExistsException } from '@aws-sdk/client-cognito-identity-provider';
import type { Accounts } from '#functions/cognito/accounts.ts';
import type { Made } from '#functions/cognito/make-change.ts';
import { changeOnRecord, type RecordedChangeDeps } from '#functions/directory/access/change-on-record.ts';
import { type ClearDeps, clear } from '#functions/directory/access/clear.ts';
import { type Line, readFile } from '#functions/directory/access/read-file.ts';
import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { type AccountChange, fieldAt, readChange, userOf } from '#shared/access/accounts.ts';
import { accountFaultTexts } from '#shared/access/texts/accounts.ts';
import type { Typed } from '#shared/input/typed.ts';
import { districtOf, parentOf, type Unit, type UnitId } from '#shared/units/units.ts';
import type { Faults, PlacedFault } from '#web/access/account-faults.tsx';
import { UsersPage } from '#web/access/users-page.tsx';

export interface UnitsDeps {
  readonly directory: Pick<DirectoryStore, 'subtree'>;
}

type ShowDeps = UnitsDeps & {
  readonly directory: Pick<DirectoryStore, 'asksForCode'>;
  readonly accounts: Pick<Accounts, 'within'>;
};

/** Shows a unit's accounts: for the district all except cells' accounts, for a commune its own and its cells'. */
export const showUsers: Action<ShowDeps> = async (request, deps) => {
  const id = namedUnit(request.viewer, 'administer', request.query['unit'] ?? request.viewer.unit);
  return id ? show(200, id, {}, request, deps) : problem('not-found', request.lang);
};

/** Adds an account, or makes the changes of a file. */
export const changeUsers: Action<ShowDeps & RecordedChangeDeps & ClearDeps> = async (request, deps) => {
  const { body, viewer } = request;
  const { file } = body;
  const units = await unitsOf(viewer.unit, deps);
  const known: ReadonlySet<UnitId> = new Set(units.map(({ id }) => id));
  // A unit of another district gets the same answer as one that does not exist.
  const lines =
    file === undefined ? [{ number: 0, change: readChange({ ...body, change: 'add' }, known) }] : readFile(file, known);
  if (!lines) return show(422, viewer.unit, { faults: ['bad-file'] }, request, deps);

  const { cleared, faults } = await clearAll(lines, request, deps);
  const shown = listOf(body['unit'] ?? '', units) ?? viewer.unit;
  if (faults.length > 0) {
    return show(422, shown, { faults, ...(file === undefined && { typed: body }) }, request, deps);
  }
  const made: Made[] = [];
  const late: PlacedFault[] = [];
  for (const { number, change } of cleared) {
    try {
      made.push(await changeOnRecord(change, request, deps));
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
      late.push({ number, fault: 'taken' }); // somebody has just added the same name
    }
  }
  if (late.length === 0) return show(200, shown, { made }, request, deps);
  const rest = made.length > 0 ? { made } : {};
  return show(422, shown, { faults: late, ...rest, ...(file === undefined && { typed: body }) }, request, deps);
};

interface Cleared {
  readonly number: number;
  readonly change: AccountChange;
}

async function clearAll(
  lines: readonly Line[],
  { viewer }: SignedIn,
  deps: ClearDeps,
): Promise<{ readonly cleared: Cleared[]; readonly faults: PlacedFault[] }> {
  const cleared: Cleared[] = [];
  const faults: PlacedFault[] = [];
  const seen = new Set<string>();
  for (const { number, change } of lines) {
    if ('kind' in change) {
      const user = userOf(change);
      const fault = seen.has(user) ? 'twice' : await clear(change, viewer, deps);
      seen.add(user);
      if (fault) faults.push({ number, fault });
      else cleared.push({ number, change });
    } else faults.push(...change.map((fault) => ({ number, fault })));
  }
  return { cleared, faults };
}

interface AccountsOutcome {
  readonly made?: readonly Made[];
  readonly faults?: Faults;
  readonly typed?: Typed;
}

async function show(
  status: 200 | 422,
  id: UnitId,
  said: AccountsOutcome,
  { viewer, lang }: SignedIn,
  deps: ShowDeps,
): Promise<Answer> {
  const [units, all, asksForCode] = await Promise.all([
    unitsOf(viewer.unit, deps),
    deps.accounts.within(id),
    deps.directory.asksForCode(viewer.unit),
  ]);
  const unit = units.find((each) => each.id === id);
  if (!unit) return problem('not-found', lang);
  const accounts = unit.level === 'district' ? all.filter(({ role }) => role !== 'cell') : all;
  const faults = said.faults?.map((each) =>
    each === 'bad-file'
      ? { code: each }
      : {
          line: each.number,
          field: fieldAt(each.fault),
          code: each.fault,
          detail: accountFaultTexts[lang][each.fault],
        },
  );
  return {
    status,
    json: faults
      ? {
          type: 'urn:problem:invalid-accounts',
          title: 'Chưa thực hiện được',
          status,
          errors: faults,
          made: said.made ?? [],
        }
      : { unit: id, accounts, made: said.made ?? [] },
    page: (context) => (
      <UsersPage
        context={context}
        unit={unit}
        communes={units.filter(({ level }) => level !== 'cell')}
        accounts={accounts}
        asksForCode={asksForCode}
        nameOf={(each) => units.find((one) => one.id === each)}
        {...said}
      />
    ),
  };
}

/** The list that contains a unit's accounts. A cell's accounts are in its commune's list. */
function listOf(id: UnitId, units: readonly Unit[]): UnitId | undefined {
  const unit = units.find((each) => each.id === id);
  return unit?.level === 'cell' ? parentOf(id) : unit?.id;
}

/** Every unit of the district, even one that has ended, since its account may still be moved. */
export function unitsOf(unit: UnitId, { directory }: UnitsDeps): Promise<Unit[]> {
  return directory.subtree(districtOf(unit));
}
