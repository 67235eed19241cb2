import type { PasswordProblem } from '#shared/access/password.ts';
import { problemTitles } from '#shared/access/texts/problems.ts';
import { type Bilingual, inEach } from '#shared/language/lang.ts';

/** How long somebody must wait; nobody counts a day in minutes. */
const span = {
  vi: (minutes: number) => (minutes > 90 ? `${Math.ceil(minutes / 60)} giờ` : `${minutes} phút`),
  en: (minutes: number) => {
    const [count, unit] = minutes > 90 ? [Math.ceil(minutes / 60), 'hour'] : [minutes, 'minute'];
    return `${count} ${unit}${count === 1 ? '' : 's'}`;
  },
};

export const signInTexts = inEach({
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  lead: {
    vi: 'Nơi chi bộ, đảng ủy cơ sở báo cáo buổi sinh hoạt và huyện xem bảng tổng hợp.',
    en: 'Where cells and communes report meetings and the district reads the scorecards.',
  },
  user: { vi: 'Tên đăng nhập', en: 'User name' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  submit: { vi: 'Đăng nhập', en: 'Sign in' },
  help: {
    vi: 'Chưa có tài khoản: đề nghị liên hệ Ban Tổ chức cấp trên.',
    en: 'No account: please ask the superior organisation board.',
  },
  forgotten: { vi: 'Quên mật khẩu', en: 'Password forgotten' },
  changedTitle: { vi: 'Đã đổi mật khẩu', en: 'The password is changed' },
  changed: {
    vi: 'Mời đăng nhập bằng mật khẩu mới. Mọi phiên làm việc trước đây của tài khoản đã kết thúc.',
    en: 'Please sign in with the new one. All earlier sessions of the account have ended.',
  },
  problemTitle: { vi: 'Chưa đăng nhập được', en: 'You are not signed in' },
  'wrong-credentials': {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng. Mời nhập lại.',
    en: 'The user name or the password is not right. Please try again.',
  },
  wait: {
    vi: (minutes: number) => `Đã nhập sai nhiều lần. Mời chờ ${span.vi(minutes)} rồi đăng nhập lại.`,
    en: (minutes: number) => `Too many wrong tries. Please wait ${span.en(minutes)} and sign in again.`,
  },
  unavailable: {
    vi: 'Hệ thống đăng nhập đang tạm gián đoạn. Mời thử lại sau ít phút.',
    en: 'Signing in is interrupted. Please try again in a few minutes.',
  },
  expired: {
    vi: 'Phiên làm việc đã hết hạn. Mời đăng nhập lại để tiếp tục.',
    en: 'The session has expired. Please sign in again to go on.',
  },
  'account-changed': {
    vi: 'Tài khoản vừa được thay đổi trong lúc đăng nhập. Mời đăng nhập lại.',
    en: 'The account was changed while you signed in. Please sign in again.',
  },
});

/** An interrupted form, kept on the page, by what interrupted it. */
export const sendOnTexts = {
  vi: {
    'signed-in': {
      title: 'Đã đăng nhập lại',
      lead: 'Nội dung đồng chí vừa nhập vẫn còn nhưng chưa được gửi. Mời bấm “Gửi tiếp”.',
      button: 'Gửi tiếp',
    },
    unavailable: {
      title: problemTitles.vi.unavailable,
      lead: 'Nội dung đồng chí vừa nhập vẫn được giữ trên trang này. Đề nghị chờ ít phút rồi bấm “Gửi lại”.',
      button: 'Gửi lại',
    },
    fault: {
      title: problemTitles.vi.fault,
      lead: 'Lỗi đã được ghi lại. Nội dung đồng chí vừa nhập vẫn được giữ trên trang này. Mời bấm “Gửi lại”; nếu vẫn lỗi, đề nghị báo người vận hành hệ thống kèm thời điểm xảy ra.',
      button: 'Gửi lại',
    },
    unreadable: {
      title: problemTitles.vi.unreadable,
      lead: 'Dữ liệu cần để lưu đã hỏng. Nội dung đồng chí vừa nhập chưa được lưu nhưng vẫn được giữ trên trang này. Đề nghị báo người vận hành hệ thống; khi sửa xong mời bấm “Gửi lại”.',
      button: 'Gửi lại',
    },
  },
  en: {
    'signed-in': {
      title: 'You are signed in again',
      lead: 'What you entered is still here and has not been sent. Please press “Send it now”.',
      button: 'Send it now',
    },
    unavailable: {
      title: problemTitles.en.unavailable,
      lead: 'What you entered is kept on this page. Please wait a few minutes and press “Send again”.',
      button: 'Send again',
    },
    fault: {
      title: problemTitles.en.fault,
      lead: 'The fault has been recorded. What you entered is kept on this page. Please press “Send again”; if it stays, tell the operator when it happened.',
      button: 'Send again',
    },
    unreadable: {
      title: problemTitles.en.unreadable,
      lead: 'What is needed to store it is broken. What you entered was not stored and is kept on this page. Please tell whoever operates the system, and press “Send again” when it is mended.',
      button: 'Send again',
    },
  },
} as const;

export const passwordTexts = inEach({
  title: { vi: 'Đặt mật khẩu mới', en: 'Set a new password' },
  lead: {
    vi: 'Đây là lần đăng nhập đầu tiên. Đồng chí cần đặt mật khẩu của riêng mình.',
    en: 'This is your first sign-in. Please set a password of your own.',
  },
  forUser: { vi: 'Tài khoản', en: 'Account' },
  rules: {
    vi: 'Ít nhất 10 ký tự. Nên ghép bốn, năm từ không liên quan mà chỉ mình nhớ; gõ có dấu, có khoảng trắng đều được. Không dùng tên tài khoản, tên đơn vị.',
    en: 'At least 10 characters. Best are four or five unrelated words that only you remember; accents and blanks are welcome. Not the name of the account or of a unit.',
  },
  password: { vi: 'Mật khẩu mới', en: 'New password' },
  repeat: { vi: 'Nhập lại mật khẩu mới', en: 'New password again' },
  submit: { vi: 'Lưu mật khẩu và vào hệ thống', en: 'Save the password and go on' },
  problemTitle: { vi: 'Mật khẩu chưa được lưu', en: 'The password was not saved' },
});

export const passwordProblemTexts = inEach({
  short: { vi: 'Mật khẩu cần ít nhất 10 ký tự.', en: 'The password has at least 10 characters.' },
  long: { vi: 'Mật khẩu dài quá 256 ký tự.', en: 'The password has at most 256 characters.' },
  'edge-space': {
    vi: 'Mật khẩu không được bắt đầu hoặc kết thúc bằng khoảng trắng.',
    en: 'The password does not begin or end with a blank.',
  },
  control: {
    vi: 'Mật khẩu có ký tự không gõ được từ bàn phím. Đề nghị gõ lại.',
    en: 'The password has characters that no keyboard types. Please type it anew.',
  },
  common: {
    vi: 'Mật khẩu này nhiều người dùng hoặc dễ đoán: dãy phím, ngày tháng, từ quen thuộc kèm số. Đề nghị ghép bốn, năm từ không liên quan với nhau.',
    en: 'Many people use this password, or it is easily guessed: keys in a row, a date, a familiar word with digits. Please put four or five unrelated words together.',
  },
  'own-words': {
    vi: 'Mật khẩu này chỉ gồm tên tài khoản, tên đơn vị hoặc tên hệ thống nên ai cũng đoán được. Đề nghị ghép bốn, năm từ khác, không liên quan với nhau.',
    en: 'This password is made of the name of the account, of a unit or of this service, so anybody can guess it. Please put four or five other, unrelated words together.',
  },
  mismatch: { vi: 'Hai lần nhập mật khẩu không giống nhau.', en: 'The two passwords are not the same.' },
  'not-taken': {
    vi: 'Hệ thống đăng nhập không nhận mật khẩu này. Đề nghị chọn mật khẩu khác, nếu cần thì gõ không dấu.',
    en: 'The sign-in system does not take this password. Please choose another, without accents if need be.',
  },
} as const satisfies Record<PasswordProblem, Bilingual>);

export const forgottenTexts = inEach({
  title: { vi: 'Quên mật khẩu', en: 'Password forgotten' },
  lead: {
    vi: 'Nhập tên đăng nhập. Nếu tài khoản có thư điện tử, hệ thống gửi mã để đặt mật khẩu mới.',
    en: 'Enter the user name. If the account has an e-mail address, a code for a new password is sent there.',
  },
  ask: { vi: 'Gửi mã', en: 'Send the code' },
  help: {
    vi: 'Tài khoản không có thư điện tử: đề nghị liên hệ Ban Tổ chức Huyện ủy để được cấp mật khẩu một lần.',
    en: 'Without an e-mail address: please ask the district organisation board for a one-time password.',
  },
  back: { vi: 'Về trang đăng nhập', en: 'Back to signing in' },
  problemTitle: { vi: 'Chưa thực hiện được', en: 'Nothing was done' },
  'no-name': { vi: 'Cần nhập tên đăng nhập.', en: 'Enter the user name.' },
  wait: {
    vi: (minutes: number) => `Đã thử nhiều lần. Mời chờ ${span.vi(minutes)} rồi thử lại.`,
    en: (minutes: number) => `Too many tries. Please wait ${span.en(minutes)} and try again.`,
  },
  codeTitle: { vi: 'Đặt lại mật khẩu', en: 'Reset the password' },
  askedTitle: { vi: 'Đã nhận yêu cầu', en: 'Your request was received' },
  asked: {
    vi: 'Nếu tài khoản có thư điện tử, mã đã được gửi; nếu không, đề nghị liên hệ Ban Tổ chức Huyện ủy để được cấp mật khẩu một lần.',
    en: 'If the account has an e-mail address, a code was sent; if not, please ask the district organisation board for a one-time password.',
  },
  code: { vi: 'Mã trong thư', en: 'Code from the e-mail' },
  codeHint: { vi: '6 chữ số, có hiệu lực 1 giờ.', en: 'Six digits; they hold for an hour.' },
  wrong: {
    vi: 'Mã không đúng hoặc đã hết hạn: mời nhập mã trong thư mới nhất. Nếu mã đúng thì mật khẩu mới chỉ gồm tên đơn vị của tài khoản: mời chọn mật khẩu khác.',
    en: 'The code is wrong or has expired: please enter the one of the newest e-mail. If it is right, the new password is made of the name of the account’s unit: please choose another.',
  },
  save: { vi: 'Lưu mật khẩu mới', en: 'Save the new password' },
  again: { vi: 'Yêu cầu mã khác', en: 'Ask for another code' },
});

export const codeTexts = inEach({
  title: { vi: 'Nhập mã xác thực', en: 'Enter the code' },
  lead: {
    vi: 'Mở ứng dụng xác thực trên điện thoại và nhập mã 6 số đang hiện.',
    en: 'Open the authenticator app on your telephone and enter the six digits it shows.',
  },
  setUpTitle: { vi: 'Cài đặt xác thực hai bước', en: 'Set up the second step' },
  setUpLead: {
    vi: 'Huyện quy định tài khoản của Ban Tổ chức đăng nhập bằng mật khẩu và mã trên điện thoại.',
    en: 'The district asks its own accounts for a code from a telephone besides the password.',
  },
  install: {
    vi: 'Cài một ứng dụng xác thực (Google Authenticator, Microsoft Authenticator hoặc ứng dụng tương đương).',
    en: 'Install an authenticator app (Google Authenticator, Microsoft Authenticator or the like).',
  },
  enterKey: { vi: 'Thêm tài khoản bằng cách nhập khóa:', en: 'Add an account by entering the key:' },
  enterCode: { vi: 'Nhập mã 6 số mà ứng dụng hiện ra.', en: 'Enter the six digits that the app shows.' },
  code: { vi: 'Mã xác thực', en: 'Code' },
  hint: { vi: '6 chữ số, đổi sau mỗi 30 giây.', en: 'Six digits; they change every 30 seconds.' },
  submit: { vi: 'Tiếp tục', en: 'Go on' },
  problemTitle: { vi: 'Mã chưa đúng', en: 'The code is not right' },
  wrong: {
    vi: 'Mã không đúng hoặc đã hết hạn. Mời nhập mã đang hiện; kiểm tra giờ của điện thoại.',
    en: 'The code is wrong or has expired. Please enter the one shown now, and check the telephone’s clock.',
  },
  help: {
    vi: 'Mất điện thoại: đề nghị tài khoản khác của huyện cấp lại mật khẩu; mã cũ được bỏ.',
    en: 'Telephone lost: another account of the district resets the password, which also drops the old code.',
  },
});

export const ownAccountTexts = inEach({
  title: { vi: 'Tài khoản của tôi', en: 'My account' },
  sessions: { vi: 'Đang đăng nhập ở', en: 'Signed in at' },
  session: {
    vi: (started: string, seen: string) => `Từ ${started}, dùng lần cuối ${seen}`,
    en: (started: string, seen: string) => `Since ${started}, last used ${seen}`,
  },
  hint: {
    vi: 'Nếu quên đăng xuất ở máy khác hoặc nghi có người dùng tài khoản, hãy đăng xuất khỏi mọi nơi; nghi lộ mật khẩu thì đổi mật khẩu ở dưới.',
    en: 'If another machine was left signed in, or somebody else uses the account: sign out everywhere; if somebody may know the password, change it below.',
  },
  device: {
    vi: 'Bản nháp và báo cáo chờ gửi trên máy được khóa theo tài khoản: người đăng nhập sau trên cùng máy không đọc được, đồng chí đăng nhập lại thì mở ra như cũ. Các trang lưu để xem khi không có mạng được đóng khi phiên làm việc kết thúc.',
    en: 'Drafts and waiting reports on a device are sealed to the account: the next user of the device cannot read them, and they open again when you sign in. Pages kept for work without network are closed when the session ends.',
  },
  everywhere: { vi: 'Đăng xuất khỏi mọi nơi', en: 'Sign out everywhere' },
  changePassword: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  changeHint: {
    vi: 'Khi đổi xong, các máy khác đang đăng nhập tài khoản này bị đăng xuất; máy này dùng tiếp.',
    en: 'Once it is changed, other machines on which the account is signed in are signed out; this one goes on.',
  },
  oldPassword: { vi: 'Mật khẩu đang dùng', en: 'Present password' },
  wrongOld: { vi: 'Mật khẩu đang dùng không đúng.', en: 'The present password is not right.' },
  changed: {
    vi: 'Các phiên làm việc khác của tài khoản đã kết thúc.',
    en: 'All other sessions of the account have ended.',
  },
  wait: {
    vi: (minutes: number) => `Đã nhập sai nhiều lần. Mời chờ ${minutes} phút rồi đổi lại.`,
    en: (minutes: number) =>
      `Too many wrong tries. Please wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and change it again.`,
  },
});
