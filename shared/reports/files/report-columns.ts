import { folded } from '#shared/input/lists/head-row.ts';
import type { ListKind } from '#shared/input/lists/read-list.ts';
import { type FileField, fileFields } from '#shared/reports/files/file-fields.ts';

/** What communes call the columns of their monthly summaries, besides the labels of the form. */
const words: Readonly<Partial<Record<FileField | 'number' | 'name', readonly string[]>>> = {
  number: ['stt', 'tt', 'so tt', 'so thu tu', 'thu tu', 'no', '#'],
  id: ['id', 'ma', 'ma chi bo', 'ma don vi', 'cell id', 'code'],
  name: [
    ...['ten chi bo', 'chi bo', 'ten don vi', 'don vi', 'chi bo truc thuoc', 'ten chi bo truc thuoc', 'to chuc dang'],
    ...['cell', 'party cell', 'cell name', 'name', 'ten'],
  ],
  date: [
    ...['ngay hop', 'ngay sinh hoat', 'ngay sh', 'ngay to chuc', 'ngay gio hop', 'ngay thang', 'ngay'],
    ...['thoi diem hop', 'day of the meeting', 'day', 'date'],
  ],
  kind: ['loai sinh hoat', 'hinh thuc sinh hoat', 'hinh thuc', 'loai hinh sinh hoat', 'loai sh', 'loai', 'kind'],
  startTime: ['gio bat dau', 'bat dau', 'gio hop', 'gio', 'tu gio', 'start', 'start time'],
  durationMinutes: [
    ...['thoi luong', 'thoi gian', 'thoi gian hop', 'thoi gian sinh hoat', 'so phut', 'phut', 'tg', 'tg sh'],
    ...['tong thoi gian', 'duration', 'minutes'],
  ],
  members: [
    ...['dang so', 'tong dang so', 'tong so dang vien', 'tong so dv', 'tong dv', 'tsdv', 'ts dv', 'so dang vien'],
    ...['so dv', 'tong so', 'dang vien', 'members', 'all members'],
  ],
  fullMembers: ['chinh thuc', 'dv chinh thuc', 'dvct', 'dang vien ct', 'full'],
  probationaryMembers: ['du bi', 'dv du bi', 'dvdb', 'dang vien db', 'probationary'],
  exempt: [
    ...['mien sh', 'mien sinh hoat', 'mien', 'duoc mien', 'dv mien sh', 'so mien sh', 'dang vien mien sinh hoat'],
    ...['mien cong tac sinh hoat', 'mien cong tac va sinh hoat', 'so dv mien sh', 'duoc mien sinh hoat', 'exempt'],
  ],
  temporarilyExempt: ['tam mien', 'tam mien sh'],
  away: ['di noi khac', 'chuyen di', 'tam thoi di', 'chuyen sinh hoat tam thoi di', 'sinh hoat noi khac', 'away'],
  suspended: ['dinh chi', 'dinh chi sinh hoat', 'dinh chi sh'],
  specialDuty: ['llvt', 'nhiem vu dac biet', 'llvt lam nhiem vu dac biet'],
  joining: ['chuyen den', 'tam thoi den', 'noi khac den', 'tu noi khac den', 'chuyen sinh hoat tam thoi den'],
  required: [
    ...['phai du', 'so phai du', 'dv phai du', 'tong so phai du', 'so dv phai du', 'so dang vien phai du'],
    ...['trieu tap', 'so trieu tap', 'duoc trieu tap', 'phai sinh hoat', 'phai tham gia', 'required'],
  ],
  present: [
    ...['co mat', 'so co mat', 'dv co mat', 'so dv co mat', 'du hop', 'dv du hop', 'so dv du hop', 'so du hop'],
    ...['tham du', 'tham gia', 'du sinh hoat', 'so dang vien du', 'so dang vien du hop', 'du'],
  ],
  excused: [...['vang co ld', 'vang cld', 'cld', 'co ld', 'co ly do', 'vang co phep', 'co phep', 'vang cp', 'excused']],
  unexcused: [
    ...['vang khong ld', 'vang ko ld', 'vang kld', 'kld', 'khong ld', 'ko ld', 'khong ly do', 'ko ly do'],
    ...['vang khong phep', 'khong phep', 'vang kp', 'vang ko ly do', 'unexcused'],
  ],
  late: ['di muon', 'muon', 'den muon'],
  speakers: ['phat bieu', 'so phat bieu', 'so dv phat bieu', 'so y kien', 'y kien phat bieu', 'y kien', 'luot y kien'],
  resolution: ['nghi quyet', 'ra nghi quyet', 'nq', 'nghi quyet ket luan', 'ket luan', 'nq kl', 'resolution'],
  targetsSet: ['chi tieu de ra', 'so chi tieu de ra', 'so chi tieu', 'chi tieu'],
  targetsMet: ['chi tieu dat', 'so chi tieu dat', 'ket qua chi tieu'],
  committeeMet: ['hop chi uy'],
  points: ['diem tu cham', 'tu cham', 'tu cham diem', 'tong diem', 'diem', 'so diem', 'diem so', 'points', 'score'],
  grade: ['xep loai', 'tu xep loai', 'loai chat luong', 'danh gia', 'grade'],
  rate: ['ty le', 'ti le', 'ty le du', 'ti le du', 'ty le du hop', 'ti le du hop', '%', 'rate'],
  absent: ['vang', 'so vang', 'vang mat', 'tong vang', 'tong so vang', 'absent'],
  remarks: ['ghi chu', 'note', 'notes', 'remarks', 'ly do', 'noi dung', 'noi dung sinh hoat', 'noi dung trong tam'],
};

/** What a month's summary has as its columns: each field by its label in both languages, and as communes say. */
export const reportColumns: ListKind = {
  main: 'name',
  words: Object.fromEntries(
    [...Object.keys(words), ...Object.keys(fileFields)].map((field) => {
      const label = fileFields[field as keyof typeof fileFields]?.label;
      const labels = label ? [folded(label.vi), folded(label.en)] : [];
      return [field, [...new Set([...labels, ...(words[field as FileField] ?? []), field.toLowerCase()])]];
    }),
  ),
  telling: ['date', 'durationMinutes', 'members', 'fullMembers', 'required', 'present', 'excused', 'unexcused'],
  repeated: ['date', 'kind', 'resolution'],
};
