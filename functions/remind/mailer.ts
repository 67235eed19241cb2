import { type SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mail } from '#functions/remind/write-mail.ts';

/** `sent`; `refused`: SES certainly did not send it; `unknown`: it may have been sent, as after a lost answer. */
export type MailOutcome = 'sent' | 'refused' | 'unknown';

export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
}

/**
 * Sends by SES.
 *
 * @param from an address of ours
 * @param set the configuration set by which SES counts what becomes of the mail
 */
export function mailerFrom(ses: SESv2Client, { from, set }: { readonly from: string; readonly set: string }): Mailer {
  const ours = { FromEmailAddress: from, ConfigurationSetName: set };
  return {
    async send({ to, subject, text, unsubscribe }) {
      const Content = {
        Simple: {
          Subject: { Data: subject, Charset: 'UTF-8' },
          Body: { Text: { Data: text, Charset: 'UTF-8' } },
          ...(unsubscribe && { Headers: oneClick(unsubscribe) }),
        },
      };
      try {
        await ses.send(new SendEmailCommand({ ...ours, Destination: { ToAddresses: [to] }, Content }));
        return 'sent';
      } catch (error) {
        // The error's message may contain the address, so only its name is logged.
        console.error(JSON.stringify({ message: 'mail not sent', error: error instanceof Error ? error.name : '' }));
        return error instanceof SESv2ServiceException && error.$fault === 'client' ? 'refused' : 'unknown';
      }
    },
  };
}

/** RFC 8058: mail programs show a button that posts to the link. */
function oneClick(link: string) {
  return [
    { Name: 'List-Unsubscribe', Value: `<${link}>` },
    { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
  ];
}
