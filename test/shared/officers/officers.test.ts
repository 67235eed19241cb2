import { describe, expect, it } from 'vitest';
import { officerMonthOf, parseOfficers, typedOfficers } from '#shared/officers/officers.ts';
import { aUnit, day, facts } from '#test/shared/samples.ts';

const commune = 'hiep-hoa.thanh-van';
const cells = ['thanh-binh', 'thanh-an', 'dong'].map((name) => aUnit(`${commune}.${name}`));
const [binh, an] = cells.map(({ id }) => id) as [string, string];

describe('a list', () => {
  const typed = {
    members: ' Bí thư Đảng ủy\r\n\nTrưởng  Công an\nBí thư Đảng ủy',
    [`charge.${binh}`]: 'Trưởng Công an',
  };

  it('has its members one a line, each once, and one of them for a cell', () => {
    const parsed = parseOfficers(typed, commune, cells);
    expect(parsed).toEqual({
      ok: true,
      list: { commune, members: ['Bí thư Đảng ủy', 'Trưởng Công an'], charges: { [binh]: 'Trưởng Công an' } },
    });
    if (parsed.ok) expect(parseOfficers(typedOfficers(parsed.list), commune, cells)).toEqual(parsed);
  });

  it('leaves a cell to nobody whose member is taken out', () => {
    expect(parseOfficers({ ...typed, members: 'Bí thư Đảng ủy' }, commune, cells)).toMatchObject({
      list: { charges: {} },
    });
  });

  it('keeps the member of a cell of which the form does not ask', () => {
    const kept = { [binh]: 'Bí thư Đảng ủy', [an]: 'Trưởng Công an', [`${commune}.dong`]: 'Chủ tịch Hội Nông dân' };
    // The third is not listed any more, the first is asked for and left to nobody.
    expect(parseOfficers({ ...typed, [`charge.${binh}`]: '' }, commune, cells, kept)).toMatchObject({
      list: { charges: { [an]: 'Trưởng Công an' } },
    });
  });

  it.each([
    [{ members: ' ' }, 'members required'],
    [{ members: Array.from({ length: 41 }, (_, n) => `Ủy viên ${n}`).join('\n') }, 'members too-large'],
    [{ 'charge.hiep-hoa.chau-minh.ngo-xa': 'Trưởng Công an' }, 'charge.hiep-hoa.chau-minh.ngo-xa unknown-field'],
  ])('%j is refused', (changes, error) => {
    const parsed = parseOfficers({ ...typed, ...changes }, commune, cells);
    expect(parsed.ok ? [] : parsed.errors.map(({ field, code }) => `${field} ${code}`)).toEqual([error]);
  });
});

describe('a month', () => {
  const list = { members: ['Bí thư', 'Phó Bí thư', 'Trưởng Công an'], charges: { [binh]: 'Bí thư', [an]: 'Bí thư' } };

  it('shows cells without a member, members without a cell, and what was not reported as unknown', () => {
    const reports = [
      facts({ cell: binh, oriented: 'yes', attendedBy: 'both' }),
      facts({ cell: an, oriented: 'no', attendedBy: 'group' }),
      facts({ cell: an, kind: 'thematic', oriented: 'yes', attendedBy: 'commune' }),
    ];
    expect(officerMonthOf(list, cells, reports)).toEqual({
      cells: [
        { cell: cells[0], member: 'Bí thư', oriented: true, attended: true },
        { cell: cells[1], member: 'Bí thư', oriented: false, attended: false },
        { cell: cells[2] },
      ],
      membersWithoutCell: ['Phó Bí thư', 'Trưởng Công an'],
    });
  });

  it('a day that the commune recorded goes before what the cell says', () => {
    const reports = [facts({ cell: binh, oriented: 'no', attendedBy: 'none' }), facts({ cell: an, oriented: 'yes' })];
    const record = { cells: { [binh]: { orientedOn: day('2021-02-01') }, [an]: { attendedOn: day('2021-02-03') } } };
    expect(officerMonthOf(list, cells, reports, record).cells).toEqual([
      { cell: cells[0], member: 'Bí thư', oriented: true, orientedOn: '2021-02-01', attended: false },
      { cell: cells[1], member: 'Bí thư', oriented: true, attended: true, attendedOn: '2021-02-03' },
      { cell: cells[2] },
    ]);
  });

  it('without a list has no member anywhere', () => {
    expect(officerMonthOf(undefined, cells, [])).toEqual({
      cells: cells.map((cell) => ({ cell })),
      membersWithoutCell: [],
    });
  });
});
