import { describe, expect, it } from 'vitest';
import type { Typed } from '#shared/input/typed.ts';
import { langs } from '#shared/language/lang.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { findField } from '#shared/reports/find-field.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { contextOf } from '#test/web/contexts.ts';
import { around, controlsOf, type Element, readPage, valuesOf } from '#test/web/read-page.ts';
import { formPage } from '#test/web/reports/form-models.tsx';
import { fullReport } from '#test/web/reports/full-report.ts';

/** The fields that a page asks for, and whether it says that each must be answered: to the eye, and read aloud. */
function askedOn(page: readonly Element[]): Map<string, { seen: boolean; aloud: boolean }> {
  const stars = page.filter(({ attributes }) => attributes['class'] === 'must');
  const frameOf = (element: Element) =>
    around(element).find(({ attributes }) => attributes['class']?.startsWith('field'));
  const rowOf = (element: Element) =>
    around(element).find(({ name, attributes }) => name === 'fieldset' && attributes['class']?.startsWith('row'));
  const asked = controlsOf(page).flatMap((control) => {
    const { name = '', type } = control.attributes;
    if (!findField(name) && !name.startsWith('points.')) return [];
    const says = type === 'radio' ? around(control).find((each) => each.name === 'fieldset') : control;
    // What only reads its label aloud has its star where the eye finds the question: at the head of its row.
    const isUnseen = page.some(
      ({ name: tag, attributes }) =>
        tag === 'label' && attributes['class'] === 'unseen' && attributes['for'] === control.attributes['id'],
    );
    const placeOf = isUnseen && type !== 'radio' ? rowOf : frameOf;
    const seen = stars.some(
      (star) => placeOf(star) !== undefined && placeOf(star) === placeOf(control) && !(isUnseen && frameOf(star)),
    );
    return [[name, { seen, aloud: says?.attributes['aria-required'] === 'true' }] as const];
  });
  return new Map(asked);
}

/** The fields without which the server refuses what the page would send. */
function refusedBlank(sent: Typed, names: readonly string[]): string[] {
  return names.filter((name) => {
    const parsed = parseReport({ ...sent, [name]: '' }, { today: fullReport.date, norms: findRegime });
    return !parsed.ok && parsed.errors.some(({ field, code }) => field === name && code === 'required');
  });
}

const own = (page: readonly Element[]) => {
  const { csrf, month, action, baseRevision, savedAt, ...typed } = valuesOf(page);
  return typed;
};

const typed = toTyped(fullReport);
const dropped = { ...typed, 'followUps[1].status': 'dropped', 'followUps[1].reason': 'Hết kinh phí' };
const states = {
  blank: {},
  'with everything filled': typed,
  'with a dropped task': dropped,
  'with a task of which only the day is typed': { ...typed, 'tasks[0].what': '' },
  'with a concern that has only a topic': { kind: 'regular', 'matters[0].topic': 'DD' },
};

describe.each(langs)('the form in %s', (lang) => {
  const context = contextOf(lang, 'commune');

  it.each(Object.entries(states))('%s marks what is obligatory, and nothing else', (_, state) => {
    const page = readPage(formPage(context, { typed: state }));
    const asked = askedOn(page);
    const names = [...asked.keys()];
    const must = refusedBlank(own(page), names);
    expect(names.filter((name) => asked.get(name)?.seen)).toEqual(must);
    expect(names.filter((name) => asked.get(name)?.aloud)).toEqual(must);
  });

  it('asks for no more than the table of fields refuses when it is blank', () => {
    const page = readPage(formPage(context, { lastMonth: { tasks: [], known: [] } }));
    const refused = Object.entries(reportFields).filter(([, field]) => 'blank' in field && field.blank === 'refused');
    const names = refused.map(([name]) => name).filter((name) => name !== 'cell');
    const asked = askedOn(page);
    expect([...asked.keys()].filter((name) => asked.get(name)?.seen).sort()).toEqual(names.sort());
  });

  it('never lets the browser itself hold the form back', () => {
    const page = readPage(formPage(context, { typed }));
    const holding = ['required', 'pattern', 'min', 'max', 'maxlength', 'step'];
    expect(page.filter(({ attributes }) => holding.some((name) => name in attributes))).toEqual([]);
  });
});
