import { communes as communeNames } from '#infra/demo/communes.ts';
import { demoUnits, district } from '#infra/demo/units.ts';
import { demoUsers } from '#infra/demo/users.ts';
import { type Account, accountFaults } from '#shared/access/accounts.ts';
import { type AuditEntry, auditKinds, entryAfter } from '#shared/access/audit.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';
import { day } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell, commune } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { AuditPage } from '#web/access/audit-page.tsx';
import { UserPage } from '#web/access/user-page.tsx';
import { UsersPage } from '#web/access/users-page.tsx';

const units = demoUnits();
const communes = units.filter(({ level }) => level !== 'cell');
const nameOf = (id: UnitId): Unit | undefined => units.find((each) => each.id === id);
const accounts: readonly Account[] = demoUsers().map(({ password: _, ...session }, at) => ({
  ...session,
  enabled: at % 5 !== 4,
  mustChoose: at % 3 === 2,
}));
const made = [
  { user: 'thanh-van', kind: 'reset', password: 'Hk7w-Qn3x-vB9d' },
  { user: 'thanh-van.thanh-binh', kind: 'disable' },
] as const;

const audit: AuditEntry[] = [];
for (let n = 0; n < 40; n += 1) {
  const kind = auditKinds[n % auditKinds.length] ?? 'viewed';
  const [, , slug = ''] = communeNames[n % communeNames.length] ?? [];
  const by = kind === 'refused' ? {} : { by: { user: slug, role: 'commune', unit: `${district.id}.${slug}` } as const };
  const of = kind.startsWith('signed') ? {} : { of: `${cell.id}_2025-11-03_regular` };
  const at = `2025-11-24T0${n % 10}:15:00.000Z`;
  audit.push(entryAfter(audit.at(-1), { kind, at, from: '203.0.113.*', ...by, ...of }));
}

/** The pages on which a district administers accounts and reads the audit. */
export function administrationModels({ inDistrict: context }: Contexts): Examples {
  const listed = { context, communes, nameOf, asksForCode: false };
  const account = accounts.find(({ user }) => user === 'thanh-van') as Account;
  const shown = { context, account, unitName: 'xã Thanh Vân', sessions: 2, own: false };
  return {
    users: () => <UsersPage {...listed} unit={district} accounts={accounts.filter(({ role }) => role !== 'cell')} />,
    'users-done': () => <UsersPage {...listed} unit={commune} accounts={accounts.slice(-2)} made={made} />,
    'users-preview': () => (
      <UsersPage
        {...listed}
        unit={commune}
        accounts={[]}
        preview={{
          changes: [
            {
              kind: 'add',
              account: { user: 'to-3', role: 'group', unit: district.id, group: 3 },
              email: 'to@xa.example.vn',
            },
            { kind: 'reset', user: 'thanh-van' },
          ],
          text: 'Y2hhbmdl',
        }}
      />
    ),
    'users-none': () => <UsersPage {...listed} unit={commune} accounts={[]} asksForCode={true} faults={['bad-file']} />,
    'users-wrong': () => (
      <UsersPage
        {...listed}
        unit={commune}
        accounts={accounts.slice(-2)}
        faults={accountFaults.map((fault) => ({ number: 0, fault }))}
        typed={{ user: 'xã mới', role: 'commune', unit: 'hiep-hoa.khong-co', group: '2', email: 'xa@moi' }}
      />
    ),
    'users-lines': () => (
      <UsersPage
        {...listed}
        unit={commune}
        accounts={accounts.slice(-2)}
        faults={accountFaults.map((fault, at) => ({ number: at + 2, fault }))}
      />
    ),
    user: () => <UserPage {...shown} />,
    'user-reset': () => <UserPage {...shown} made={made[0]} />,
    'user-wrong': () => (
      <UserPage {...shown} wrong={['unknown-unit']} typed={{ role: 'cell', unit: 'hiep-hoa.khong-co' }} />
    ),
    'user-email': () => <UserPage {...shown} account={{ ...account, email: 'vanphong@thanh-van.example.vn' }} />,
    'user-bad-email': () => <UserPage {...shown} wrong={['bad-email']} typed={{ email: 'vanphong' }} />,
    'user-disabled': () => <UserPage {...shown} account={{ ...account, role: 'group', group: 3, enabled: false }} />,
    'user-own': () => <UserPage {...shown} own={true} />,
    audit: () => <AuditPage context={context} day={day('2025-11-24')} entries={audit} whole={true} />,
    'audit-broken': () => (
      <AuditPage context={context} day={day('2025-11-24')} entries={audit.slice(3)} whole={false} />
    ),
    'audit-empty': () => <AuditPage context={context} day={day('2025-11-24')} entries={[]} whole={true} />,
  };
}
