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

/**
 * What SES refuses; a mail's size is what `SendEmail` takes, texts and headers together.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/quotas.html
 * @see https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageHeader.html
 */
const limits = {
  bytes: 40 * 1024 * 1024,
  headers: 15,
  headerName: /^[\x21-\x39\x3b-\x7e]{1,126}$/,
  headerValue: /^[\x20-\x7e]{1,870}$/,
} as const;

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
      const fault = mailFault({ subject: Subject.Data, text: Body.Text.Data, headers: Headers });
      if (fault)
        return {
          ...awsError(400, 'BadRequestException', fault),
          headers: { 'x-amzn-errortype': 'BadRequestException' },
        };
      if (nowhere.test(to)) return refusal(`Email address is not verified: ${to}`);
      const MessageId = mail.deliver({ from, to, subject: Subject.Data, text: Body.Text.Data, headers: Headers });
      return { status: 200, body: { MessageId } };
    },
  };
}

function refusal(message: string) {
  return { ...awsError(400, 'MessageRejected', message), headers: { 'x-amzn-errortype': 'MessageRejected' } };
}

/** Why SES would refuse a mail; `undefined` if it would not. */
export function mailFault({
  subject,
  text,
  headers = [],
}: Pick<Message, 'subject' | 'text' | 'headers'>): string | undefined {
  const whole = [subject, text, ...headers.flatMap(({ Name, Value }) => [Name, Value])].join('');
  if (/[\r\n]/.test(subject)) return 'Header value contains a line break: Subject';
  if (headers.length > limits.headers) return `more than ${limits.headers} headers`;
  const wrong = headers.find(({ Name, Value }) => !limits.headerName.test(Name) || !limits.headerValue.test(Value));
  if (wrong) return `Invalid header: ${wrong.Name}`;
  return Buffer.byteLength(whole) > limits.bytes ? 'Message length is more than 41943040 bytes long' : undefined;
}
