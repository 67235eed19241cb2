import type { ListKind } from '#shared/input/lists/read-list.ts';

/** What the columns of a list of units may be called: small letters without marks; with marks where those tell. */
export const unitColumns: ListKind = {
  main: 'name',
  words: {
    group: ['group', 'tổ', 'to cong tac', 'so to', 'so to cong tac', 'to so', 'nhom', 'working group'],
    number: ['stt', 'tt', 'so tt', 'so thu tu', 'thu tu', 'no', '#', 'so'],
    // They are not read, but tell a list by its head, and its rows.
    members: ['so dang vien', 'so luong dang vien', 'tong so dang vien', 'dang vien', 'dang so', 'so dv', 'members'],
    remarks: ['ghi chu', 'note', 'notes', 'bi thu', 'ho ten bi thu', 'bi thu chi bo', 'secretary', 'so dien thoai'],
    id: ['id', 'ma', 'ma don vi', 'ma chi bo', 'ma so', 'ma dv', 'unit', 'unit id', 'code', 'ma dinh danh'],
    level: ['level', 'cap', 'cap don vi'],
    kind: ['kind', 'danh xung', 'kieu', 'loai don vi', 'cach goi'],
    type: [
      'type',
      'loai',
      'loai hinh',
      'loai chi bo',
      'loai hinh chi bo',
      'cell type',
      'unit type',
      'phan loai',
      'khoi',
    ],
    from: [
      ...[
        'from',
        'tu',
        'tu thang',
        'tu ngay',
        'bat dau',
        'ngay bat dau',
        'thang bat dau',
        'hoat dong tu',
        'hieu luc tu',
      ],
      ...['thanh lap', 'ngay thanh lap', 'thang thanh lap', 'thoi gian thanh lap', 'ngay thang nam thanh lap'],
      ...[
        'thoi diem thanh lap',
        'tl',
        'since',
        'start',
        'start date',
        'start month',
        'founded',
        'established',
        'valid from',
      ],
    ],
    to: [
      ...['to', 'den', 'den thang', 'den ngay', 'den het', 'het thang', 'ket thuc', 'ngay ket thuc', 'thang ket thuc'],
      ...['giai the', 'ngay giai the', 'thang giai the', 'thang cuoi', 'ngung hoat dong', 'until', 'end', 'end date'],
      ...['end month', 'last month', 'valid to', 'thoi gian giai the'],
    ],
    commune: [
      ...['xa', 'commune', 'xa thi tran', 'xa phuong', 'xa phuong thi tran', 'xa tt', 'phuong', 'thuoc xa', 'ten xa'],
      ...['dang bo', 'dang uy', 'dang bo xa', 'dang uy xa', 'dang bo co so', 'thuoc dang bo', 'truc thuoc'],
      ...[
        'dang bo truc thuoc',
        'truc thuoc dang bo',
        'to chuc co so dang',
        'don vi cap tren',
        'cap tren',
        'parent',
        'ward',
        'don vi',
      ],
    ],
    name: [
      ...['name', 'ten chi bo', 'chi bo', 'cell name', 'party cell', 'cell', 'unit name', 'ten', 'ten to chuc dang'],
      ...['to chuc dang', 'ten goi', 'chi bo truc thuoc', 'ten chi bo truc thuoc', 'ten don vi', 'don vi'],
    ],
  },
  telling: ['level', 'kind', 'type', 'from', 'to', 'commune'],
  repeated: ['kind', 'type', 'from', 'to', 'commune', 'level', 'group'],
};
