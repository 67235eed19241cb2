import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Doubt } from '#shared/input/doubt.ts';
import { typedJson } from '#shared/input/typed-json.ts';
import { formatNumber } from '#shared/language/format.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { parseReport } from '#shared/reports/parse-report.ts';
import { readQuantity } from '#shared/reports/read-quantity.ts';
import { quantityOf, type ResultUnit, resultUnitCodes, resultUnits, stepsOf } from '#shared/reports/result-units.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { aReport } from '#test/shared/samples.ts';

describe('a quantity as people write it', () => {
  it.each<[string, ResultUnit, number]>([
    ['600', 'road', 600],
    ['600m', 'road', 600],
    ['600 mét đường', 'road', 600],
    [' 2.100 ', 'land', 2100],
    ['2 100 m2', 'land', 2100],
    ['2100m2', 'land', 2100],
    ['2.100 m²', 'land', 2100],
    ['2.100m² đất', 'land', 2100],
    ['45 hộ', 'households', 45],
    ['12,5 công', 'workdays', 12.5],
    ['12.5', 'workdays', 12.5],
    ['1.012,5', 'workdays', 1012.5],
    ['150', 'workdays', 150],
    ['15.000.000đ', 'dong', 15_000_000],
    ['1.500.000.000 đồng', 'dong', 1_500_000_000],
    ['3 vụ việc', 'cases', 3],
    ['６００', 'road', 600],
    ['12,0', 'road', 12],
  ])('%s of %s is %d', (text, unit, quantity) => {
    expect(readQuantity(text, unit)).toBe(quantity);
  });

  it.each<[string, ResultUnit, string]>([
    ['1,5 km', 'road', '1.500'],
    ['1.1km', 'road', '1.100'],
    ['0,3 ha', 'land', '3.000'],
    ['2 sào', 'land', '720'],
    ['15 triệu', 'dong', '15.000.000'],
    ['1,2 tỷ đồng', 'dong', '1.200.000.000'],
    ['500 nghìn', 'dong', '500.000'],
    ['2,100', 'land', '2.100'],
  ])('%s of %s is asked back as %s, and that is then read', (text, unit, understood) => {
    expect(readQuantity(text, unit)).toEqual(new Doubt(understood));
    expect(readQuantity(understood, unit)).toBe(Number(understood.replaceAll('.', '')));
  });

  it.each<[string, ResultUnit]>([
    ['0', 'road'],
    ['-5', 'road'],
    ['khoảng 600', 'road'],
    ['600-700', 'road'],
    ['600 m', 'households'],
    ['600 m2', 'road'],
    ['2100 m', 'land'],
    ['1,5', 'road'],
    ['12,55', 'workdays'],
    ['2.10.0', 'land'],
    ['1e5', 'road'],
    ['', 'road'],
    ['m', 'road'],
    ['Infinity', 'dong'],
  ])('%s of %s is not read', (text, unit) => {
    expect(readQuantity(text, unit)).toBeUndefined();
  });

  it('every quantity is read back from how it is typed, and from how it is shown', () => {
    const quantities = fc
      .constantFrom(...resultUnitCodes)
      .chain((unit) => fc.tuple(fc.constant(unit), fc.integer({ min: 1, max: stepsOf(resultUnits[unit].most, unit) })));
    fc.assert(
      fc.property(quantities, ([unit, steps]) => {
        const quantity = quantityOf(steps, unit);
        const typed = toTyped(aReport({ results: [{ unit, quantity }] }));
        expect(readQuantity(typed['results[0].quantity'] ?? '', unit)).toBe(quantity);
        expect(readQuantity(formatNumber(quantity), unit)).toBe(quantity);
      }),
    );
  });

  it('whatever is typed, it throws nothing and gives no part of a step', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[\d., ]{1,14}(km|m2|triệu|công)?$/));
    fc.assert(
      fc.property(text, fc.constantFrom(...resultUnitCodes), (typed, unit) => {
        const read = readQuantity(typed, unit);
        if (typeof read === 'number') expect(quantityOf(stepsOf(read, unit), unit)).toBe(read);
      }),
    );
  });
});

describe('a result in a report', () => {
  const setting = { today: aReport().date, norms: findRegime };
  const parse = (changes: Record<string, string>) => parseReport({ ...toTyped(aReport()), ...changes }, setting);
  const errors = (changes: Record<string, string>) => {
    const parsed = parse(changes);
    return parsed.ok ? [] : parsed.errors.map(({ field, code }) => [field, code]);
  };

  it('has a unit, a quantity and words', () => {
    const parsed = parse({
      'results[0].unit': 'land',
      'results[0].quantity': '2.100 m2',
      'results[0].what': 'hiến đất mở đường',
      'results[1].unit': 'road',
      'results[1].quantity': '600',
    });
    expect(parsed.ok && parsed.report.results).toEqual([
      { unit: 'land', quantity: 2100, what: 'hiến đất mở đường' },
      { unit: 'road', quantity: 600 },
    ]);
  });

  it('none is absent, as in reports from before results were asked', () => {
    const parsed = parse({ 'results[0].unit': '', 'results[0].quantity': '', 'results[0].what': ' ' });
    expect(parsed.ok && parsed.report).not.toHaveProperty('results');
  });

  it.each<[Record<string, string>, [string, string][]]>([
    [{ 'results[0].quantity': '5' }, [['results[0].unit', 'required']]],
    [{ 'results[0].what': 'x' }, [['results[0].unit', 'required']]],
    [{ 'results[0].unit': 'road' }, [['results[0].quantity', 'required']]],
    [{ 'results[0].unit': 'mile', 'results[0].quantity': '5' }, [['results[0].unit', 'not-a-choice']]],
    [{ 'results[0].unit': 'road', 'results[0].quantity': 'x' }, [['results[0].quantity', 'not-a-quantity']]],
    [{ 'results[0].unit': 'road', 'results[0].quantity': '1,5 km' }, [['results[0].quantity', 'understood']]],
    [{ 'results[0].unit': 'cases', 'results[0].quantity': '1001' }, [['results[0].quantity', 'too-large']]],
  ])('%j is refused at its field', (changes, expected) => {
    expect(errors(changes)).toEqual(expected);
  });

  it('a number in JSON has its decimals behind a point, and is no number of thousands', () => {
    const sent = (quantity: number) =>
      typedJson({ results: [{ unit: 'workdays', quantity }] }) as Record<string, string>;
    const half = parse(sent(2.5));
    expect(half.ok && half.report.results?.[0]?.quantity).toBe(2.5);
    expect(errors(sent(2.125))).toEqual([['results[0].quantity', 'understood']]);
  });
});
