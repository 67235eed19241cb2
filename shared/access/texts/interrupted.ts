import { inEach } from '#shared/language/lang.ts';

/** The texts about a form that signing in interrupted. */
export const interruptedTexts = inEach({
  keptTitle: { vi: 'Nội dung vừa nhập vẫn được giữ', en: 'What you entered is kept' },
  kept: {
    vi: 'Biểu mẫu đang gửi dở được giữ nguyên trên trang này và sẽ được gửi đi ngay sau khi đăng nhập. Không cần nhập lại.',
    en: 'The form you were sending is kept on this page and will be sent as soon as you have signed in. No need to type it again.',
  },
  deed: { vi: (deed: string) => `Việc sẽ làm: ${deed}.`, en: (deed: string) => `What it does: ${deed}.` },
  owner: {
    vi: (user: string, unit: string) =>
      `Biểu mẫu này của tài khoản ${user} (${unit}). Chỉ khi đăng nhập bằng tài khoản đó, biểu mẫu mới được gửi.`,
    en: (user: string, unit: string) =>
      `This form is of the account ${user} (${unit}). It is sent only if that account signs in.`,
  },
  unknownTitle: { vi: 'Không rõ biểu mẫu của tài khoản nào', en: 'Nobody knows whose form this is' },
  unknown: {
    vi: 'Biểu mẫu này không kèm dấu hiệu của phiên làm việc nào, có thể được tạo ở nơi khác. Chỉ gửi nếu đúng là đồng chí đã nhập.',
    en: 'It carries no sign of a session and may have been made elsewhere. Send it only if you filled it in.',
  },
  unknownKept: {
    vi: 'Biểu mẫu được giữ nguyên. Sau khi đăng nhập, hệ thống cho xem lại trước khi gửi.',
    en: 'It is kept as it is. After signing in you will see it before it is sent.',
  },
  otherAccount: {
    vi: (user: string) => `Đang đăng nhập bằng tài khoản khác (${user}); biểu mẫu chưa được gửi.`,
    en: (user: string) => `Another account (${user}) is signed in; the form was not sent.`,
  },
  othersTitle: { vi: 'Biểu mẫu chưa được gửi', en: 'The form was not sent' },
  others: {
    vi: (user: string, unit: string) => `Biểu mẫu gửi dở là của tài khoản ${user} (${unit}).`,
    en: (user: string, unit: string) => `The interrupted form is of the account ${user} (${unit}).`,
  },
  youAre: {
    vi: (user: string, unit: string) =>
      `Đồng chí đang đăng nhập bằng tài khoản ${user} (${unit}), nên biểu mẫu không được gửi và không lưu vào tài khoản này.`,
    en: (user: string, unit: string) =>
      `You are signed in as ${user} (${unit}), so it was not sent, and nothing of it is stored under this account.`,
  },
  signInAs: {
    vi: (user: string) => `Đăng nhập bằng tài khoản ${user} để gửi`,
    en: (user: string) => `Sign in as ${user} to send it`,
  },
  goOn: { vi: 'Bỏ biểu mẫu này và tiếp tục', en: 'Drop the form and go on' },
  drop: { vi: 'Không gửi, về trang chính', en: 'Do not send it' },
});
