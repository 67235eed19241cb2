import { describe, expect, it } from 'vitest';
import { readAccountList } from '#shared/access/lists/read-account-list.ts';
import { textCell } from '#shared/input/lists/list-file.ts';
import type { Unit } from '#shared/units/units.ts';
import { month } from '#test/shared/samples.ts';

const from = month('2019-03');
const units: readonly Unit[] = [
  { id: 'hiep-hoa', name: 'Hiệp Hòa', kind: 'huyện', level: 'district', from },
  { id: 'hiep-hoa.thanh-van', name: 'Thanh Vân', kind: 'xã', level: 'commune', from },
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

  it('that names a column twice is none: nobody can tell which counts', () => {
    const row = ['a-1', 'commune', 'hiep-hoa.thanh-van', 'b-2'];
    expect(read(['user', 'role', 'unit', 'User'], row)).toBeUndefined();
    expect(read(['user', 'role', 'unit', '', ''], row)).toHaveLength(1);
  });
});
