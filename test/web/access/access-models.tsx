import { toTyped } from '#shared/reports/to-typed.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { guidancePath } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { fullReport } from '#test/web/reports/full-report.ts';
import { AccountPage } from '#web/access/account-page.tsx';
import { CodePage } from '#web/access/code-page.tsx';
import { ForgottenPage } from '#web/access/forgotten-page.tsx';
import { NewPasswordPage } from '#web/access/new-password-page.tsx';
import { OthersFormPage } from '#web/access/others-form-page.tsx';
import { RecoverPage } from '#web/access/recover-page.tsx';
import { SendOnPage } from '#web/access/send-on-page.tsx';
import { SignInPage } from '#web/access/sign-in-page.tsx';

const owner = { user: 'thanh-van', unitName: 'xã Thanh Vân' };

/** The pages on which somebody signs in, chooses a password and looks after an account of one's own. */
export function accessModels({ outside, inCommune, inDistrict }: Contexts): Examples {
  return {
    'sign-in': () => <SignInPage context={outside} />,
    'sign-in-wrong': () => (
      <SignInPage context={outside} user="thanh-van" problem="wrong-credentials" next="/receipts" />
    ),
    'sign-in-wait': () => <SignInPage context={outside} user="thanh-van" problem={{ minutes: 4 }} />,
    'sign-in-carried': () => (
      <SignInPage
        context={outside}
        problem="expired"
        carried={{ path: '/reports', body: new URLSearchParams({ ...toTyped(fullReport) }).toString() }}
      />
    ),
    'sign-in-carried-owned': () => (
      <SignInPage
        context={{ ...inDistrict, interrupted: { owner, unitName: 'Chi bộ thôn Đông' } }}
        problem="expired"
        carried={{ path: '/reports', body: 'cell=hiep-hoa.thanh-van.thon-dong&date=03%2F02%2F2026' }}
      />
    ),
    'others-form': () => (
      <OthersFormPage
        context={{ ...inDistrict, interrupted: { owner } }}
        form={{ path: guidancePath, typed: { csrf: 'x', audience: 'all', text: 'Một\nHai' } }}
      />
    ),
    'send-on-unknown': () => (
      <SendOnPage
        context={{ ...inDistrict, interrupted: {} }}
        why="signed-in"
        action={guidancePath}
        typed={{ audience: 'all', text: 'Một\nHai', group: '' }}
      />
    ),
    code: () => <CodePage context={outside} pending="abc" next="/receipts" />,
    'code-wrong': () => <CodePage context={outside} pending="abc" wrong />,
    'code-set-up': () => (
      <CodePage
        context={outside}
        pending="abc"
        secret="JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
        carried={{ path: '/reports', body: 'present=17' }}
      />
    ),
    account: () => (
      <AccountPage
        context={inCommune}
        sessions={[
          { startedAt: '2025-11-24T01:10:00.000Z', seenAt: '2025-11-24T02:40:00.000Z' },
          { startedAt: '2025-11-24T02:00:00.000Z', seenAt: '2025-11-24T02:45:00.000Z' },
        ]}
        mail="on"
        asksForCode={false}
        changed
      />
    ),
    'account-without-mail': () => <AccountPage context={inCommune} sessions={[]} mail="off" asksForCode={false} />,
    'account-wrong-old': () => (
      <AccountPage context={inDistrict} sessions={[]} mail="off" asksForCode problem="wrong-old" />
    ),
    'account-common-password': () => (
      <AccountPage context={inCommune} sessions={[]} mail="off" asksForCode={false} problem="common" />
    ),
    'account-wait': () => (
      <AccountPage context={inCommune} sessions={[]} mail="off" asksForCode={false} problem={{ minutes: 2 }} />
    ),
    'send-on': () => (
      <SendOnPage
        context={inDistrict}
        why="signed-in"
        action={guidancePath}
        typed={{ audience: 'all', text: 'Một\nHai' }}
      />
    ),
    'send-on-unreadable': () => (
      <SendOnPage context={outside} why="unreadable" action="/officers" typed={{ members: 'Nguyễn An' }} />
    ),
    'send-on-unavailable': () => (
      <SendOnPage context={outside} why="unavailable" action="/officers" typed={{ members: 'Nguyễn An' }} />
    ),
    'sign-in-account-changed': () => <SignInPage context={outside} user="thanh-van" problem="account-changed" />,
    'new-password': () => <NewPasswordPage context={outside} user="thanh-van" pending="abc" />,
    'new-password-refused': () => (
      <NewPasswordPage context={outside} user="thanh-van" pending="abc" problem="own-words" next="/receipts" />
    ),
    'new-password-mismatch': () => (
      <NewPasswordPage context={outside} user="thanh-van" pending="abc" problem="mismatch" />
    ),
    'sign-in-changed': () => <SignInPage context={outside} changed />,
    forgotten: () => <ForgottenPage context={outside} />,
    'forgotten-blank': () => <ForgottenPage context={outside} problem="no-name" />,
    'forgotten-wait': () => <ForgottenPage context={outside} user="thanh-van" problem={{ minutes: 4 }} />,
    recover: () => <RecoverPage context={outside} user="thanh-van" />,
    'recover-policy': () => <RecoverPage context={outside} user="thanh-van" code="123456" problem="common" />,
    'recover-mismatch': () => <RecoverPage context={outside} user="thanh-van" code="123456" problem="mismatch" />,
    'recover-wrong-code': () => <RecoverPage context={outside} user="thanh-van" code="12" problem="wrong-code" />,
    'recover-wait': () => <RecoverPage context={outside} user="thanh-van" code="12" problem={{ minutes: 2 }} />,
  };
}
