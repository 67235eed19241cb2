import { district } from '#infra/demo/units.ts';
import type { Role } from '#shared/access/routes.ts';
import type { Lang } from '#shared/language/lang.ts';
import { fullName, type Unit } from '#shared/units/units.ts';
import { cell, commune } from '#test/web/demo-month.ts';
import type { PageContext } from '#web/context.ts';

/** What a page knows of its reader: nobody who is signed in, or somebody of the demo with this role and unit. */
export function contextOf(lang: Lang, role?: Role, unit: Unit = commune): PageContext {
  const session = role && { user: unit.id.slice(9) || unit.id, role, unitName: fullName(unit), unit: unit.id };
  return {
    lang,
    path: '/months/2025-11?unit=hiep-hoa',
    generated: true,
    ...(session && { session: role === 'group' ? { ...session, group: 3 } : session, csrf: '0123456789abcdef' }),
    script: '/assets/form-DqYpFXzR.js',
  };
}

/** The readers of the examples, in one language. */
export interface Contexts {
  readonly outside: PageContext;
  readonly inCell: PageContext;
  readonly inCommune: PageContext;
  readonly inGroup: PageContext;
  readonly inDistrict: PageContext;
}

/** Nobody, and a reader of each role that there is. */
export function contextsIn(lang: Lang): Contexts {
  return {
    outside: contextOf(lang),
    inCell: contextOf(lang, 'cell', cell),
    inCommune: contextOf(lang, 'commune'),
    inGroup: contextOf(lang, 'group', district),
    inDistrict: contextOf(lang, 'district', district),
  };
}
