import { UsernameExistsException } from '@aws-sdk/client-cognito-identity-provider';
import type { Accounts } from '#functions/cognito/accounts.ts';
import type { ChangeDeps, Made } from '#functions/cognito/make-change.ts';
import { changeOnRecord } from '#functions/directory/access/change-on-record.ts';
import { type ClearDeps, clear, takenBy } from '#functions/directory/access/clear.ts';
import { type Line, readFile } from '#functions/directory/access/read-file.ts';
import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import type { Stored } from '#functions/http/owing.ts';
import { problem } from '#functions/http/problem.tsx';
import { isUnavailable } from '#functions/http/unavailable.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { type AccountChange, type AccountFault, fieldAt, readChange, userOf } from '#shared/access/accounts.ts';
import { accountFields } from '#shared/access/lists/read-account-list.ts';
import { accountFaultTexts, accountTexts } from '#shared/access/texts/accounts.ts';
import type { Typed } from '#shared/input/typed.ts';
import { districtOf, parentOf, type Unit, type UnitId } from '#shared/units/units.ts';
import type { Faults, PlacedFault } from '#web/access/account-faults.tsx';
import type { AccountsPreview } from '#web/access/accounts-preview.tsx';
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

/**
 * Adds an account; shows what a file would change; or makes the changes that were shown. The browser carries those in
 * between: they are read and checked as any file is.
 */
export const changeUsers: Action<ShowDeps & ChangeDeps & ClearDeps> = async (request, deps) => {
  const { body, viewer } = request;
  const units = await unitsOf(viewer.unit, deps);
  const known: ReadonlySet<UnitId> = new Set(units.map(({ id }) => id));
  const sent = sentBytes(request);
  // A unit of another district gets the same answer as one that does not exist.
  const lines = sent ? readFile(sent, units) : [{ number: 0, change: readChange({ ...body, change: 'add' }, known) }];
  if (typeof lines === 'string') return show(422, viewer.unit, { faults: ['bad-file'] }, request, deps);

  const { cleared, faults } = await clearAll(lines, request, deps);
  const shown = listOf(body['unit'] ?? '', units) ?? viewer.unit;
  if (faults.length > 0) {
    return show(422, shown, { faults, ...(!sent && { typed: body }) }, request, deps);
  }
  if (sent && body['list'] === undefined) {
    const changes = cleared.map(({ change }) => change);
    return show(200, shown, { preview: { changes, text: changesText(changes) } }, request, deps);
  }
  const made: Made[] = [];
  const changes: Stored[] = [];
  const late: PlacedFault[] = [];
  for (const { number, change, cellOf } of cleared) {
    try {
      const { made: done, stored } = await changeOnRecord(change, request, deps);
      made.push(done);
      changes.push(stored);
    } catch (error) {
      // What was made before stands, and is on record: the page says from where on nothing was.
      const fault = await lateFault(error, change, request, deps);
      if (!fault || (fault === 'busy' && made.length === 0)) throw error;
      late.push(placed(number, fault, cellOf));
      if (fault === 'busy') break;
    }
  }
  const audit = await request.owing.pay(changes);
  if (late.length === 0) return { ...(await show(200, shown, { made }, request, deps)), audit };
  const said = { faults: late, ...(made.length > 0 && { made }), ...(!sent && { typed: body }) };
  return { ...(await show(late.some(({ fault }) => fault === 'busy') ? 503 : 422, shown, said, request, deps)), audit };
};

/** What can go wrong with a line after all were found right: somebody has just added its name, or a service is away. */
async function lateFault(
  error: unknown,
  change: AccountChange,
  { viewer }: SignedIn,
  deps: ClearDeps,
): Promise<'made' | 'taken' | 'busy' | undefined> {
  // What was made before is shown with its passwords, whether or not anybody can say whose this one is.
  if (error instanceof UsernameExistsException) {
    return takenBy(userOf(change), viewer, deps).catch(() => 'taken' as const);
  }
  return isUnavailable(error) ? 'busy' : undefined;
}

/** The list of a preview, or a file, if either was sent. */
function sentBytes({ body, file }: SignedIn): Uint8Array | undefined {
  if (body['list'] !== undefined) return Buffer.from(body['list'], 'base64url');
  return file ?? (body['file'] === undefined ? undefined : Buffer.from(body['file']));
}

/** In letters that no browser changes on the way. */
function changesText(changes: readonly AccountChange[]): string {
  const rows = changes.map((change) => {
    const { role = '', unit = '', group = '' } = 'account' in change ? change.account : {};
    const email = 'email' in change ? change.email : '';
    return [change.kind, userOf(change), role, unit, String(group), email].join(';');
  });
  return Buffer.from([accountFields.join(';'), ...rows].join('\n')).toString('base64url');
}

interface Cleared extends Pick<Line, 'number' | 'cellOf'> {
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
  for (const { number, change, cellOf } of lines) {
    if ('kind' in change) {
      const user = userOf(change);
      const fault = seen.has(user) ? 'twice' : await clear(change, viewer, deps);
      seen.add(user);
      if (fault) faults.push(placed(number, fault, cellOf));
      else cleared.push({ number, change, ...(cellOf && { cellOf }) });
    } else faults.push(...change.map((fault) => placed(number, fault, cellOf)));
  }
  return { cleared, faults };
}

function placed(number: number, fault: AccountFault, cellOf: Line['cellOf']): PlacedFault {
  return { number, fault, ...(cellOf && { cell: cellOf(fault) }) };
}

interface AccountsOutcome {
  readonly preview?: AccountsPreview;
  readonly made?: readonly Made[];
  readonly faults?: Faults;
  readonly typed?: Typed;
}

async function show(
  status: 200 | 422 | 503,
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
    of: { unit: id, page: accountTexts[lang].title },
    json: faults
      ? {
          type: 'urn:problem:invalid-accounts',
          title: 'Chưa thực hiện được',
          status,
          errors: faults,
          made: said.made ?? [],
        }
      : { unit: id, accounts, made: said.made ?? [], ...(said.preview && { list: said.preview.text }) },
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
