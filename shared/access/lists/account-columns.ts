import type { Role } from '#shared/access/routes.ts';
import type { ListKind } from '#shared/input/lists/read-list.ts';

/** What the columns of a list of accounts may be called: small letters without marks; with marks where those tell. */
export const accountColumns: ListKind = {
  main: 'user',
  words: {
    number: ['stt', 'tt', 'so tt', 'so thu tu', 'no', '#'],
    change: ['change', 'viec', 'thao tac', 'thay doi', 'yeu cau'],
    user: ['user', 'user name', 'username', 'ten dang nhap', 'tai khoan', 'ten tai khoan', 'account', 'login'],
    role: ['role', 'vai tro', 'quyen', 'cap'],
    unit: ['unit', 'unit id', 'ma don vi', 'don vi', 'ten don vi', 'ma', 'id'],
    group: ['group', 'tổ', 'to cong tac', 'so to', 'so to cong tac', 'working group', 'to'],
    password: ['password', 'mat khau', 'mat khau dau', 'mat khau ban dau', 'mat khau lan dau', 'first password'],
    email: ['email', 'e mail', 'thu dien tu', 'dia chi thu dien tu', 'hop thu', 'mail'],
  },
  telling: ['change', 'role', 'unit', 'group', 'password', 'email'],
  repeated: ['change', 'role', 'unit', 'group'],
};

/** What lists call the roles, besides their codes. */
export const roleWords: Readonly<Record<Role, readonly string[]>> = {
  cell: ['chi bộ', 'cấp chi bộ'],
  commune: ['xã', 'cấp xã', 'đảng ủy', 'đảng ủy xã', 'đảng bộ', 'đảng bộ xã', 'phường', 'thị trấn'],
  group: ['tổ', 'tổ công tác'],
  district: ['huyện', 'cấp huyện', 'huyện ủy', 'ban tổ chức', 'ban tổ chức huyện ủy'],
};
