import { matchPath } from '#shared/access/routes.ts';
import { deedWords } from '#shared/access/texts/deeds.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { Lang } from '#shared/language/lang.ts';
import { isUnitId, type UnitId } from '#shared/units/units.ts';

/** A form on its way: the address to which it is posted, and its fields. */
export interface SentForm {
  readonly path: string;
  readonly typed: Typed;
}

/**
 * What a form is about to do, in words; `undefined` if its address takes no form.
 *
 * @param unitName the name of the unit that `unitIn` finds, where the reader may know it; otherwise its id is shown
 */
export function formDeed(form: SentForm, lang: Lang, unitName?: string): string | undefined {
  const match = matchPath('POST', form.path);
  const { typed } = form;
  const day = typed['date'] ?? partsOf(form)[1];
  const when = day ?? typed['month'] ?? match?.params['month'] ?? asked(form, 'month') ?? '';
  const facts = { unit: unitName ?? unitIn(form) ?? '', when: asRead(when), typed, params: match?.params ?? {} };
  return match && deedWords(match.route, facts, lang);
}

/** The unit that a form is about: named by a field, by the address, or by the id of a report. */
export function unitIn(form: SentForm): UnitId | undefined {
  return [form.typed['cell'], form.typed['unit'], asked(form, 'unit'), partsOf(form)[0]].find(
    (id) => typeof id === 'string' && isUnitId(id),
  ) as UnitId | undefined;
}

/** A parameter of the address; units and months are written there as they are. */
const asked = ({ path }: SentForm, name: string) => new RegExp(`[?&]${name}=([^&]*)`).exec(path)?.[1];

/** The parts of the id of a report, a matter or a visit: its unit, its day, and more. */
function partsOf({ path, typed }: SentForm): readonly string[] {
  const id = matchPath('POST', path)?.params['id'] ?? typed['report'] ?? typed['visit'] ?? '';
  return id.includes('_') ? id.split('_') : [];
}

/** A day or a month as people read it; what was typed stays as it is. */
const asRead = (when: string) => (/^\d{4}(-\d\d)+$/.test(when) ? when.split('-').reverse().join('/') : when);
