import { describe, expect, it } from 'vitest';
import { heldField, parseOfficerRecord, typedOfficerRecord } from '#shared/officers/officer-record.ts';
import { aUnit, day, month } from '#test/shared/samples.ts';

const commune = 'hiep-hoa.thanh-van';
const cells = ['thanh-binh', 'thanh-an'].map((name) => aUnit(`${commune}.${name}`));
const [binh, an] = cells.map(({ id }) => id) as [string, string];
const setting = { commune, month: month('2021-02'), cells, today: day('2021-02-20') };
const oriented = heldField(binh, 'orientedOn');
const attended = heldField(binh, 'attendedOn');

describe('a record of a month', () => {
  it('has the days of each cell, and leaves out a cell without any', () => {
    const typed = { [oriented]: '31/01/2021', [attended]: '03/02/2021', [heldField(an, 'attendedOn')]: ' ' };
    const parsed = parseOfficerRecord(typed, setting);
    expect(parsed).toEqual({
      ok: true,
      record: {
        commune,
        month: '2021-02',
        cells: { [binh]: { orientedOn: '2021-01-31', attendedOn: '2021-02-03' } },
      },
    });
    if (parsed.ok) expect(parseOfficerRecord(typedOfficerRecord(parsed.record), setting)).toEqual(parsed);
  });

  it('stays as it is for a cell of which the form does not ask', () => {
    const kept = { [binh]: { orientedOn: day('2021-02-01') }, [an]: { attendedOn: day('2021-02-02') } };
    const parsed = parseOfficerRecord({ [oriented]: '', [attended]: '' }, { ...setting, kept });
    expect(parsed).toMatchObject({ ok: true, record: { cells: { [an]: { attendedOn: '2021-02-02' } } } });
    expect(parsed.ok && Object.keys(parsed.record.cells)).toEqual([an]);
  });

  it('may be taken back', () => {
    expect(parseOfficerRecord({}, setting)).toMatchObject({ ok: true, record: { cells: {} } });
  });

  it.each([
    [{ [oriented]: '31/02/2021' }, `${oriented} not-a-day`],
    [{ [attended]: '21/02/2021' }, `${attended} day-in-future`],
    [{ [attended]: '31/01/2021' }, `${attended} day-outside-month`],
    [{ [oriented]: '31/12/2020' }, `${oriented} day-outside-month`],
    [{ [oriented]: '04/02/2021', [attended]: '03/02/2021' }, `${oriented} oriented-after-meeting`],
    [
      { 'held.hiep-hoa.chau-minh.ngo-xa.orientedOn': '01/02/2021' },
      'held.hiep-hoa.chau-minh.ngo-xa.orientedOn unknown-field',
    ],
  ])('%j is refused', (typed, error) => {
    const parsed = parseOfficerRecord(typed, setting);
    expect(parsed.ok ? [] : parsed.errors.map(({ field, code }) => `${field} ${code}`)).toEqual([error]);
  });
});
