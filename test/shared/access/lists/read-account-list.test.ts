import { describe, expect, it } from 'vitest';
import { readAccountList } from '#shared/access/lists/read-account-list.ts';
import { textCell } from '#shared/input/lists/list-file.ts';
import type { Unit } from '#shared/units/units.ts';
import { month } from '#test/shared/samples.ts';

const from = month('2019-03');
const units: readonly Unit[] = [
  { id: 'hiep-hoa', name: 'Hiệp Hòa', kind: 'huyện', level: 'district', from },
  { id: 'hiep-hoa.thanh-van', name: 'Thanh Vân', kind: 'xã', level: 'commune', from },
  { id: 'hiep-hoa.dong-lo', name: 'Đông Lỗ', kind: 'xã', level: 'commune', from },
  { id: 'hiep-hoa.thanh-van.doai', name: 'Đoài', kind: 'Chi bộ thôn', level: 'cell', from },
  { id: 'hiep-hoa.dong-lo.doai', name: 'Đoài', kind: 'Chi bộ thôn', level: 'cell', from },
];
const read = (...rows: readonly (readonly string[])[]) =>
  readAccountList(
    {
      sheets: [
        {
          name: '',
          merges: [],
          rows: rows.map((cells, at) => ({ number: at + 1, cells: cells.map((text) => textCell(text, [{ text }])) })),
        },
      ],
    },
    units,
  );

describe('a list of accounts', () => {
  it('is read by the words of its head, with roles and units as people call them; passwords stay as they are', () => {
    const rows = read(
      ['DANH SÁCH TÀI KHOẢN'],
      ['STT', 'Tên đăng nhập', 'Vai trò', 'Đơn vị', 'Tổ công tác', 'Mật khẩu', 'Thư điện tử'],
      ['1', ' Thanh-Van-2 ', 'Xã', 'xã Thanh Vân', '', ' mật\u200bkhẩu riêng ', 'vp@xa.example.vn'],
      ['2', 'to-3', 'Tổ công tác', 'Hiệp Hòa', '3', 'x', ''],
    );
    expect(rows?.map(({ number, change, password }) => [number, change, password])).toEqual([
      [
        3,
        {
          kind: 'add',
          account: { user: 'thanh-van-2', role: 'commune', unit: 'hiep-hoa.thanh-van' },
          email: 'vp@xa.example.vn',
        },
        'mật\u200bkhẩu riêng',
      ],
      [4, { kind: 'add', account: { user: 'to-3', role: 'group', unit: 'hiep-hoa', group: 3 }, email: '' }, 'x'],
    ]);
    expect(rows?.[0]?.address('password')).toBe('F3');
  });

  it('says of each row what is wrong, and is none without its head', () => {
    const rows = read(['user', 'role', 'unit'], ['a b', 'xa', 'khong-co'], ['', 'commune', 'hiep-hoa.thanh-van']);
    expect(rows?.map(({ change }) => change)).toEqual([['bad-name', 'no-role', 'unknown-unit'], ['bad-name']]);
    expect(read(['user', 'password'], ['a', 'b'])).toBeUndefined();
  });

  it('names a cell by its commune too, says one thing of a unit, and reads a group as it is called', () => {
    const heads = ['user', 'role', 'unit', 'group'];
    const unitOf = (unit: string) => {
      const [row] = read(heads, ['a', 'Chi bộ', unit, '']) ?? [];
      return row && 'kind' in row.change && row.change.kind === 'add' ? row.change.account.unit : row?.change;
    };
    expect(unitOf('Chi bộ thôn Đoài, xã Đông Lỗ')).toBe('hiep-hoa.dong-lo.doai');
    expect(unitOf('Chi bộ thôn Đoài (xã Thanh Vân)')).toBe('hiep-hoa.thanh-van.doai');
    expect(unitOf('Chi bộ thôn Đoài')).toEqual(['unknown-unit']);
    expect(unitOf('')).toEqual(['no-unit']);
    expect(unitOf('hiep-hoa.dong-lo')).toEqual(['wrong-level']);
    const groups = ['Tổ 3', 'tổ công tác số 3', '3', 'Tổ ba'].map((group) =>
      read(heads, ['a', 'Tổ', 'hiep-hoa', group]),
    );
    expect(groups.map((rows) => rows?.[0]?.change)).toEqual([
      ...Array.from({ length: 3 }, () => expect.objectContaining({ account: expect.objectContaining({ group: 3 }) })),
      ['group-number'],
    ]);
  });

  it('that names a column twice is none: nobody can tell which counts', () => {
    const row = ['a-1', 'commune', 'hiep-hoa.thanh-van', 'b-2'];
    expect(read(['user', 'role', 'unit', 'User'], row)).toBeUndefined();
    expect(read(['user', 'role', 'unit', '', ''], row)).toHaveLength(1);
  });
});
