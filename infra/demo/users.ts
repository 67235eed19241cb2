import { communes } from '#infra/demo/communes.ts';
import { district } from '#infra/demo/units.ts';
import type { Session } from '#shared/access/session.ts';

export interface DemoUser extends Session {
  readonly password: string;
  readonly email?: string;
}

const password = 'Chi-bo-2026';

/** Nobody owns this domain (RFC 2606). */
const emailOf = (user: string) => `${user}@hiep-hoa.example`;

/**
 * One account of each kind, and one for every commune and working group; some have an e-mail address. They exist in the
 * local system only.
 */
export function demoUsers(): DemoUser[] {
  const { id } = district;
  return [
    { user: 'district', role: 'district', unit: id, password, email: emailOf('district') },
    ...Array.from({ length: 9 }, (_, n) => ({
      user: `group${n + 1}`,
      role: 'group' as const,
      unit: id,
      group: n + 1,
      password,
      email: emailOf(`group${n + 1}`),
    })),
    ...communes.map(([, , slug]) => ({
      user: slug,
      role: 'commune' as const,
      unit: `${id}.${slug}`,
      password,
      ...(slug === 'thanh-van' && { email: emailOf(slug) }),
    })),
    { user: 'thanh-van.thanh-binh', role: 'cell', unit: `${id}.thanh-van.thanh-binh`, password },
  ];
}

/** The accounts that `npm start` prints. */
export const demoSignIns = [
  `Demo sign-ins, all with the password ${password}:`,
  '  district               the district’s organisation board',
  '  group1 … group9        working groups',
  '  thanh-van, thai-son …  a commune, by its slug',
  '  thanh-van.thanh-binh   a cell',
].join('\n');
