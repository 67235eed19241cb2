import type { AccountFault, accountChanges } from '#shared/access/accounts.ts';
import { ONE_TIME_DAYS } from '#shared/access/password.ts';
import { type Bilingual, inEach } from '#shared/language/lang.ts';

export const accountTexts = inEach({
  title: { vi: 'Tài khoản', en: 'Accounts' },
  lead: {
    vi: 'Mỗi tài khoản thuộc một đơn vị và chỉ thấy số liệu của đơn vị đó. Mọi thay đổi được ghi vào nhật ký.',
    en: 'Each account belongs to a unit and sees that unit only. Every change is put on record.',
  },
  reorganise: { vi: 'Sắp xếp đơn vị', en: 'Reorganise units' },
  audit: { vi: 'Nhật ký truy cập', en: 'Access record' },
  tokens: { vi: 'Mã cho máy', en: 'Machine tokens' },
  units: { vi: 'Danh bạ đơn vị', en: 'Units' },
  shown: { vi: 'Đơn vị', en: 'Unit' },
  show: { vi: 'Xem', en: 'Show' },
  list: { vi: 'Danh sách tài khoản', en: 'List of accounts' },
  none: { vi: 'Chưa có tài khoản nào.', en: 'No account yet.' },
  user: { vi: 'Tên đăng nhập', en: 'User name' },
  userHint: {
    vi: 'Chữ, số và các dấu . _ - ; không dùng họ tên người.',
    en: 'Letters, digits and . _ - ; no personal name.',
  },
  role: { vi: 'Vai trò', en: 'Role' },
  unit: { vi: 'Mã đơn vị', en: 'Unit id' },
  unitHint: {
    vi: 'Ví dụ hiep-hoa.thanh-van cho xã, hiep-hoa.thanh-van.thanh-binh cho chi bộ.',
    en: 'For example hiep-hoa.thanh-van for a commune, hiep-hoa.thanh-van.thanh-binh for a cell.',
  },
  group: { vi: 'Số tổ công tác', en: 'Number of the working group' },
  email: { vi: 'Thư điện tử (nếu có)', en: 'E-mail address (if any)' },
  emailHint: {
    vi: 'Để chủ tài khoản tự đặt lại mật khẩu khi quên. Chỉ lưu trong hệ thống đăng nhập.',
    en: 'So that a forgotten password can be reset by its owner. Kept by the sign-in system only.',
  },
  noEmail: { vi: 'Không có', en: 'None' },
  state: { vi: 'Tình trạng', en: 'State' },
  active: { vi: 'Đang dùng', en: 'In use' },
  mustChoose: { vi: 'Chờ đặt mật khẩu', en: 'Password to be chosen' },
  disabled: { vi: 'Đã khóa', en: 'Disabled' },
  addTitle: { vi: 'Thêm tài khoản', en: 'Add an account' },
  addHint: {
    vi: 'Hệ thống sinh mật khẩu dùng một lần; chủ tài khoản tự đặt mật khẩu khi đăng nhập lần đầu.',
    en: 'A one-time password is made; the owner chooses another at the first sign-in.',
  },
  fileTitle: { vi: 'Nhập từ tệp', en: 'From a file' },
  fileHint: {
    vi: 'XLSX hoặc CSV. Dòng tiêu đề có tên đăng nhập, vai trò, mã đơn vị, tổ công tác, thư điện tử (hoặc user;role;unit;group;email). Thêm cột change nếu không chỉ thêm tài khoản: add, move, email, reset, hand-over, disable hoặc enable. Tối đa 100 dòng; được xem trước; có dòng sai thì không dòng nào được ghi. Cột mật khẩu không dùng: hệ thống sinh mật khẩu dùng một lần.',
    en: 'XLSX or CSV. The head row has user;role;unit;group;email. A column change says add, move, email, reset, hand-over, disable or enable; without it accounts are added. At most 100 lines, shown before they are taken; where one is wrong none is. A column of passwords is not read: one-time passwords are made.',
  },
  file: { vi: 'Tệp danh sách', en: 'File' },
  sendFile: { vi: 'Xem trước', en: 'Preview' },
  doneTitle: { vi: 'Đã thực hiện', en: 'Done' },
  doneOnce: {
    vi: `Mật khẩu dùng một lần chỉ hiện ở đây. Đề nghị giao tận tay chủ tài khoản; có hiệu lực ${ONE_TIME_DAYS} ngày.`,
    en: `One-time passwords are shown here only. Hand them to the owners; they hold for ${ONE_TIME_DAYS} days.`,
  },
  password: { vi: 'Mật khẩu dùng một lần', en: 'One-time password' },
  sheetTitle: { vi: 'Phiếu giao tài khoản', en: 'Slips for new accounts' },
  sheetAddress: { vi: 'Địa chỉ', en: 'Address' },
  sheetHint: {
    vi: (until: string) =>
      `Mật khẩu dùng được một lần, đến hết ngày ${until}. Khi đăng nhập lần đầu, đồng chí tự đặt mật khẩu mới, rồi hủy phiếu này. Quá hạn, đề nghị đơn vị quản lý tài khoản cấp lại.`,
    en: (until: string) =>
      `The password is for one sign-in, until ${until}. At the first sign-in choose your own and destroy this slip. Once it has run out, ask whoever administers the account for another.`,
  },
  change: { vi: 'Việc đã làm', en: 'What was done' },
  wrongTitle: { vi: 'Chưa thực hiện được', en: 'Nothing was done' },
  line: { vi: (number: number) => `Dòng ${number}: `, en: (number: number) => `Line ${number}: ` },
  cell: { vi: (address: string) => `ô ${address}`, en: (address: string) => `cell ${address}` },
  previewTitle: { vi: 'Xem trước', en: 'Preview' },
  previewLead: {
    vi: (count: number) => `Tệp có ${count} việc, chưa việc nào được thực hiện.`,
    en: (count: number) => `${count} changes in the file; none has been made yet.`,
  },
  makeAll: { vi: 'Thực hiện tất cả', en: 'Make all of them' },
  'bad-file': {
    vi: 'Tệp chưa đúng hoặc không đọc được: cần dòng tiêu đề có tên đăng nhập, vai trò, mã đơn vị, tổ công tác và từ 1 đến 100 dòng; từ Excel, đề nghị lưu tệp dạng XLSX hoặc CSV UTF-8.',
    en: 'Not a right file, or it could not be read: it has the head line change;user;role;unit;group and 1 to 100 lines; from Excel, save it as XLSX or CSV UTF-8.',
  },
  'wrong-lines': {
    vi: 'Tệp có dòng sai, nêu ở đầu trang. Đề nghị sửa rồi chọn lại tệp.',
    en: 'Lines of it are wrong, as named at the top. Please mend them and choose the file again.',
  },
  resetTitle: { vi: 'Cấp lại mật khẩu', en: 'Reset the password' },
  resetHint: {
    vi: 'Khi chủ tài khoản quên mật khẩu hoặc mất điện thoại. Mọi phiên đang mở bị đóng; mã xác thực cũ được bỏ.',
    en: 'When the owner has forgotten it or lost the telephone. All open sessions end; the old code is dropped.',
  },
  renewTitle: { vi: 'Cấp lại mật khẩu dùng một lần', en: 'Renew one-time passwords' },
  renewHint: {
    vi: (count: number) =>
      `${count} tài khoản trong danh sách chưa đặt mật khẩu. Mật khẩu dùng một lần hết hạn sau ${ONE_TIME_DAYS} ngày; cấp lại thì mật khẩu trên phiếu cũ không dùng được nữa. Được xem trước.`,
    en: (count: number) =>
      `${count} accounts of the list wait for their first password. A one-time password runs out after ${ONE_TIME_DAYS} days; once renewed, the one before holds no more. Shown before it is done.`,
  },
  handOverTitle: { vi: 'Bàn giao cho người khác', en: 'Hand over to another person' },
  handOverHint: {
    vi: 'Khi người phụ trách thay đổi. Người trước không vào được nữa: mật khẩu, mã xác thực, thư điện tử và các máy đã dùng của người đó bị bỏ, mọi phiên đang mở bị đóng. Báo cáo và bản nháp ở lại với tài khoản. Giao mật khẩu dùng một lần cho người mới.',
    en: 'When another officer takes over. The one before can no longer get in: password, code, e-mail address and known devices are dropped, all open sessions end. Reports and drafts stay with the account. Give the one-time password to the new officer.',
  },
  factorTitle: { vi: 'Xác thực hai bước', en: 'Second step' },
  factorOn: {
    vi: 'Đang bắt buộc: tài khoản của Ban Tổ chức đăng nhập bằng mật khẩu và mã trên điện thoại.',
    en: 'Required: accounts of the district sign in with the password and a code from a telephone.',
  },
  factorOff: {
    vi: 'Chưa bắt buộc. Khi bật, tài khoản của Ban Tổ chức cài mã trên điện thoại ở lần đăng nhập sau.',
    en: 'Not required. Once on, accounts of the district set up a code at their next sign-in.',
  },
  turnOn: { vi: 'Bắt buộc xác thực hai bước', en: 'Require the second step' },
  turnOff: { vi: 'Thôi bắt buộc', en: 'Require it no longer' },
  moveTitle: { vi: 'Chuyển đơn vị hoặc vai trò', en: 'Move to another unit or role' },
  emailTitle: { vi: 'Đổi thư điện tử', en: 'Change the e-mail address' },
  disableTitle: { vi: 'Khóa tài khoản', en: 'Disable the account' },
  disableHint: {
    vi: 'Tài khoản không đăng nhập được nữa; mọi phiên đang mở bị đóng ngay.',
    en: 'It can no longer sign in; all open sessions end at once.',
  },
  enableTitle: { vi: 'Mở khóa tài khoản', en: 'Enable the account' },
  storedTitle: { vi: 'Dữ liệu đang lưu về tài khoản', en: 'What is stored about the account' },
  storedHint: {
    vi: 'Tệp JSON: tài khoản, phiên đang mở, bản nháp và nhật ký 31 ngày gần nhất.',
    en: 'A JSON file: the account, open sessions, drafts, and the record of the last 31 days.',
  },
  download: { vi: 'Tải về', en: 'Download' },
  sessions: { vi: 'Phiên đang mở', en: 'Open sessions' },
  back: { vi: 'Về danh sách tài khoản', en: 'Back to the accounts' },
  own: {
    vi: 'Đây là tài khoản đang dùng; việc thay đổi do tài khoản khác của huyện thực hiện.',
    en: 'This is the account in use; another account of the district changes it.',
  },
});

export const changeLabels = inEach({
  add: { vi: 'Thêm tài khoản', en: 'Add the account' },
  move: { vi: 'Chuyển tài khoản', en: 'Move the account' },
  email: { vi: 'Đổi thư điện tử', en: 'Change the e-mail address' },
  reset: { vi: 'Cấp lại mật khẩu', en: 'Reset the password' },
  'hand-over': { vi: 'Bàn giao tài khoản', en: 'Hand the account over' },
  disable: { vi: 'Khóa tài khoản', en: 'Disable the account' },
  enable: { vi: 'Mở khóa tài khoản', en: 'Enable the account' },
} as const satisfies Record<(typeof accountChanges)[number], Bilingual>);

export const accountFaultTexts = inEach({
  'no-change': {
    vi: 'Cột change phải là add, move, email, reset, hand-over, disable hoặc enable.',
    en: 'The change is one of add, move, email, reset, hand-over, disable, enable.',
  },
  'bad-name': {
    vi: 'Tên đăng nhập chỉ gồm chữ, số và các dấu . _ - ; bắt đầu bằng chữ hoặc số; không quá 64 ký tự.',
    en: 'A user name begins with a letter or digit, and has at most 64 letters, digits and . _ -.',
  },
  'no-role': {
    vi: 'Vai trò phải là district, group, commune hoặc cell.',
    en: 'The role is one of district, group, commune, cell.',
  },
  'wrong-level': { vi: 'Đơn vị không cùng cấp với vai trò.', en: 'The unit is no unit for the role.' },
  'no-unit': { vi: 'Thiếu đơn vị.', en: 'The unit is missing.' },
  'unknown-unit': {
    vi: 'Không có đơn vị này, hoặc có nhiều đơn vị cùng tên: đề nghị ghi mã đơn vị, hoặc tên chi bộ kèm tên xã.',
    en: 'There is no such unit, or several are called so: write the unit’s id, or a cell’s name with its commune’s.',
  },
  'group-number': {
    vi: 'Tài khoản của tổ công tác cần số của tổ; tài khoản khác để trống.',
    en: 'A group’s account has the group’s number, and no other has one.',
  },
  'bad-email': {
    vi: 'Cần nhập một địa chỉ thư điện tử, ví dụ vanphong@xa.gov.vn.',
    en: 'Enter an e-mail address, for example office@commune.gov.vn.',
  },
  twice: { vi: 'Tên đăng nhập có hai lần trong tệp.', en: 'The user name stands there twice.' },
  taken: { vi: 'Tên đăng nhập này đã có người dùng.', en: 'The user name is taken.' },
  made: {
    vi: 'Tài khoản này đã có. Nếu đồng chí vừa thêm mà chưa ghi được mật khẩu, mời mở tài khoản và cấp lại mật khẩu.',
    en: 'This account exists. If you have just added it and did not note its password, open it and reset the password.',
  },
  busy: {
    vi: 'Hệ thống đang bận: từ dòng này trở đi chưa thực hiện. Đề nghị gửi lại các dòng đó sau ít phút.',
    en: 'The system is busy: from this line on nothing was done. Send those lines again in a few minutes.',
  },
  'unknown-account': { vi: 'Huyện không có tài khoản này.', en: 'The district has no such account.' },
  'own-account': {
    vi: 'Không tự thay đổi được tài khoản đang dùng.',
    en: 'The account in use cannot be changed by itself.',
  },
} as const satisfies Record<AccountFault, Bilingual>);
