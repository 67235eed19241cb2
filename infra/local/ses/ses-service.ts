import { account, region } from '#infra/local/cloudformation/resource-names.ts';
import type { Call, Need, Service } from '#infra/local/iam/aws-endpoint.ts';
import { awsError } from '#infra/local/iam/reply.ts';
import type { Mailbox, Message } from '#infra/local/ses/mailbox.ts';

interface SendEmail {
  readonly FromEmailAddress: string;
  readonly ConfigurationSetName?: string;
  readonly Destination: { readonly ToAddresses: readonly string[] };
  readonly Content: {
    readonly Simple?: {
      readonly Subject: { readonly Data: string };
      readonly Body: { readonly Text?: { readonly Data: string } };
      readonly Headers?: Message['headers'];
    };
  };
}

/** SES rejects this domain, where nobody can have an address (RFC 2606). */
const nowhere = /\.invalid$/;

/** Puts SES behind the AWS endpoint: functions send plain text to one address, from an identity of the template. */
export function sesService(mail: Mailbox): Service {
  return {
    operation: ({ method, url }) =>
      method === 'POST' && url === '/v2/email/outbound-emails' ? 'SendEmail' : undefined,
    needs({ input }: Call): readonly Need[] {
      const { FromEmailAddress, ConfigurationSetName: set } = input as unknown as SendEmail;
      const domain = FromEmailAddress.slice(FromEmailAddress.indexOf('@') + 1);
      const asked = [`identity/${domain}`, ...(set ? [`configuration-set/${set}`] : [])];
      return asked.map((of) => ({ action: 'ses:SendEmail', resource: `arn:aws:ses:${region}:${account}:${of}` }));
    },
    async answer({ input }) {
      const { FromEmailAddress: from, Destination, Content } = input as unknown as SendEmail;
      const [to = '', ...more] = Destination.ToAddresses;
      const { Subject, Body, Headers = [] } = Content.Simple ?? {};
      if (!Subject || !Body?.Text || more.length > 0)
        return refusal('the local system sends plain texts to one address');
      if (nowhere.test(to)) return refusal(`Email address is not verified: ${to}`);
      const MessageId = mail.deliver({ from, to, subject: Subject.Data, text: Body.Text.Data, headers: Headers });
      return { status: 200, body: { MessageId } };
    },
  };
}

function refusal(message: string) {
  return { ...awsError(400, 'MessageRejected', message), headers: { 'x-amzn-errortype': 'MessageRejected' } };
}
