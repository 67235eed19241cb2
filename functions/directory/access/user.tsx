import type { Accounts } from '#functions/cognito/accounts.ts';
import type { ChangeDeps, Made } from '#functions/cognito/make-change.ts';
import { changeOnRecord } from '#functions/directory/access/change-on-record.ts';
import { type ClearDeps, clear } from '#functions/directory/access/clear.ts';
import { type UnitsDeps, unitsOf } from '#functions/directory/access/users.tsx';
import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { AuditStore } from '#functions/store/audit-store.ts';
import type { DeviceStore } from '#functions/store/device-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { DraftStore } from '#functions/store/draft-store.ts';
import type { SessionStore } from '#functions/store/session-store.ts';
import { type Account, type AccountFault, accountName, fieldAt, readChange } from '#shared/access/accounts.ts';
import type { AuditEntry } from '#shared/access/audit.ts';
import { can } from '#shared/access/can.ts';
import { accountFaultTexts } from '#shared/access/texts/accounts.ts';
import { dayAt } from '#shared/period.ts';
import { districtOf, fullName } from '#shared/units/units.ts';
import { UserPage } from '#web/access/user-page.tsx';

interface ShowDeps {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly accounts: Pick<Accounts, 'find'>;
  readonly openSessions: Pick<SessionStore, 'ofUser'>;
}

interface ExportDeps {
  readonly audit: Pick<AuditStore, 'day'>;
  readonly openSessions: Pick<SessionStore, 'ofUser'>;
  readonly drafts: Pick<DraftStore, 'ofUser'>;
  readonly devices: Pick<DeviceStore, 'ofUser'>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** How far back in the audit the export of an account reaches. */
const EXPORTED_DAYS = 31;

/** Shows one account, or with `export=json` sends everything stored about it as a file. */
export const showUser: Action<ShowDeps & ExportDeps> = async (request, deps) => {
  const account = await findAccount(request, deps);
  if (!account) return problem('not-found', request.lang);
  return request.query['export'] === 'json' ? exportOf(account, request, deps) : show(200, account, {}, request, deps);
};

/** Resets, hands over, disables, enables or moves an account. */
export const changeUser: Action<ShowDeps & ChangeDeps & ClearDeps & UnitsDeps> = async (request, deps) => {
  const account = await findAccount(request, deps);
  if (!account) return problem('not-found', request.lang);
  const units = await unitsOf(request.viewer.unit, deps);
  const change = readChange({ ...request.body, user: account.user }, new Set(units.map(({ id }) => id)));
  if (!('kind' in change)) return show(422, account, { wrong: change }, request, deps);
  const fault = await clear(change, request.viewer, deps);
  if (fault) return show(422, account, { wrong: [fault] }, request, deps);
  const { made, stored } = await changeOnRecord(change, request, deps);
  const audit = await request.owing.pay([stored]);
  const now = (await deps.accounts.find(account.user)) ?? account;
  return { ...(await show(200, now, { made }, request, deps)), audit };
};

async function findAccount(
  { params, viewer }: SignedIn,
  { accounts }: Pick<ShowDeps, 'accounts'>,
): Promise<Account | undefined> {
  const name = accountName(params['user'] ?? '');
  if (!/^[\p{L}\p{N}._-]{1,64}$/u.test(name)) return undefined;
  const account = await accounts.find(name);
  return account && can(viewer, 'administer', account.unit) ? account : undefined;
}

interface AccountOutcome {
  readonly made?: Made;
  readonly wrong?: readonly AccountFault[];
}

async function show(
  status: 200 | 422,
  account: Account,
  said: AccountOutcome,
  { viewer, lang, body, now }: SignedIn,
  { directory, openSessions }: Omit<ShowDeps, 'accounts'>,
): Promise<Answer> {
  const [unit, sessions] = await Promise.all([directory.unit(account.unit), openSessions.ofUser(account.user, now)]);
  const errors = said.wrong?.map((code) => ({ code, field: fieldAt(code), detail: accountFaultTexts[lang][code] }));
  return {
    status,
    json: errors
      ? { type: 'urn:problem:invalid-accounts', title: 'Chưa thực hiện được', status, errors }
      : { ...account, sessions: sessions.length, ...(said.made && { made: said.made }) },
    page: (context) => (
      <UserPage
        context={context}
        account={account}
        unitName={unit ? fullName(unit) : account.unit}
        sessions={sessions.length}
        own={account.user === viewer.user}
        {...(said.wrong && { typed: body })}
        {...said}
      />
    ),
  };
}

/** An account may be named as its unit is; what was viewed is of units. */
function isAbout({ kind, by, of }: AuditEntry, user: string): boolean {
  return by?.user === user || (kind !== 'viewed' && of?.split(' ').includes(user) === true);
}

/**
 * Everything stored about an account's user. Reports belong to the unit and name only the account, so they are left
 * out.
 */
async function exportOf(
  account: Account,
  { now }: SignedIn,
  { audit, openSessions, drafts, devices }: ExportDeps,
): Promise<Answer> {
  const days = Array.from({ length: EXPORTED_DAYS }, (_, n) =>
    dayAt(new Date(Date.parse(now) - n * DAY_MS).toISOString()),
  );
  const record: AuditEntry[] = [];
  for (const day of days) {
    const entries = await audit.day(districtOf(account.unit), day);
    record.push(...entries.filter((entry) => isAbout(entry, account.user)));
  }
  const sessions = await openSessions.ofUser(account.user, now);
  const stored = {
    account,
    sessions: sessions.map(({ startedAt, seenAt }) => ({ startedAt, seenAt })),
    drafts: await drafts.ofUser(account.user, now),
    devices: await devices.ofUser(account.user),
    record,
  };
  const name = `tai-khoan_${account.user}.json`;
  const file = { body: JSON.stringify(stored, null, 2), type: 'application/json; charset=utf-8', name };
  return { status: 200, file, audit: [{ kind: 'exported', of: name }] };
}
