import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorSentences } from '#shared/input/texts/errors.ts';
import { langs } from '#shared/language/lang.ts';
import { regimes } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import type { AnyField } from '#shared/reports/field.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { missingElsewhere } from '#shared/reports/texts/missing-elsewhere.ts';
import { mistakeAt } from '#shared/reports/texts/mistakes.ts';
import { namedMistake } from '#shared/reports/texts/named-mistake.ts';

/** How a source asks for a field that must be filled in, or refuses a blank one; the name is a text or a template. */
const asks = [
  /fields\s*\.(?:words|choice|required)\(\s*(['`][^'`]+['`])/g,
  /fields\s*\.(?:day|count)\(\s*(['`][^'`]+['`]),[^;]*?'required'/g,
  /refuse\(\s*(['`][^'`]+['`]), 'required'\)/g,
  /field: (['`][^'`]+['`]), code: 'required'/g,
];

/** `${at}.what` as the first row's: `rows[0].what`. */
const nameOf = (quoted: string) =>
  quoted
    .slice(1, -1)
    .replace(/^\$\{[^}]*\}/, 'rows[0]')
    .replaceAll(/\$\{[^}]*\}/g, 'x');

const sources = ['shared', 'functions'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`),
);
const asked = sources.flatMap((path) => {
  const source = readFileSync(path, 'utf8');
  return asks.flatMap((ask) => [...source.matchAll(ask)].map(([, name = '']) => [nameOf(name), path] as const));
});

describe('a field that must be filled in says what to enter', () => {
  it('is found in the sources', () => {
    expect(asked.map(([name]) => name)).toEqual(expect.arrayContaining(['despite', 'head', 'countedOf', 'heldOn']));
    expect(asked.length).toBeGreaterThan(40);
  });

  it.each(asked)('%s (%s)', (field) => {
    for (const lang of langs)
      expect(mistakeAt({ field, code: 'required' }, lang)).not.toBe(errorSentences[lang].required);
  });

  it('that is a reason for other points, whatever the criterion is called in other forms', () => {
    for (const criterion of regimes.flatMap(criteriaOf)) {
      const error = { field: `reviewReason.${criterion.id}`, code: 'required' } as const;
      for (const lang of langs) expect(mistakeAt(error, lang)).toBe(missingElsewhere[lang].reviewReason);
    }
  });

  it('also in a row of a form that asks for several of a kind', () => {
    for (const part of ['unit', 'date', 'member']) {
      const error = { field: `plans[1].${part}`, code: 'required' } as const;
      expect(mistakeAt(error, 'vi')).not.toBe(errorSentences.vi.required);
    }
  });

  const refused = Object.entries<AnyField>(reportFields).flatMap(([name, field]) =>
    field.kind === 'rows'
      ? Object.entries(field.parts).flatMap(([part, each]) => (each.blank === 'refused' ? [`${name}[0].${part}`] : []))
      : field.blank === 'refused' && name !== 'cell'
        ? [name]
        : [],
  );

  it.each(refused)('%s of a report, in words that need no label', (field) => {
    for (const lang of langs) expect(namedMistake({ field, code: 'required' }, lang)).toBeDefined();
  });
});
