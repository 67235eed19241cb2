import { expect, it } from 'vitest';
import type { Call } from '#infra/local/iam/aws-endpoint.ts';
import type { Mailbox } from '#infra/local/ses/mailbox.ts';
import { mailFault, sesService } from '#infra/local/ses/ses-service.ts';

const needs = (input: object) =>
  sesService({} as Mailbox).needs({
    input: { FromEmailAddress: 'so-chi-bo@chi-bo.example', ...input },
  } as unknown as Call);

it('a mail needs the right on its sender’s identity, and on the configuration set that it names, as in SES', () => {
  const on = (resource: string) => ({
    action: 'ses:SendEmail',
    resource: `arn:aws:ses:ap-southeast-1:000000000000:${resource}`,
  });
  expect(needs({})).toEqual([on('identity/chi-bo.example')]);
  expect(needs({ ConfigurationSetName: 'Set' })).toEqual([on('identity/chi-bo.example'), on('configuration-set/Set')]);
});

const mail = { subject: 'Nhắc việc', text: 'Kính gửi đồng chí' };
const header = (Name: string, Value: string) => ({ ...mail, headers: [{ Name, Value }] });

it.each<[string, Parameters<typeof mailFault>[0], boolean]>([
  ['a plain one', mail, true],
  ['15 headers', { ...mail, headers: Array.from({ length: 15 }, (_, at) => ({ Name: `X-${at}`, Value: 'x' })) }, true],
  ['16 headers', { ...mail, headers: Array.from({ length: 16 }, (_, at) => ({ Name: `X-${at}`, Value: 'x' })) }, false],
  ['a subject of two lines', { ...mail, subject: 'a\r\nBcc: b' }, false],
  ['a header of 870 letters', header('List-Unsubscribe', 'x'.repeat(870)), true],
  ['a header of 871', header('List-Unsubscribe', 'x'.repeat(871)), false],
  ['a header with marks', header('X-Unit', 'Hiệp Hòa'), false],
  ['40 MB', { ...mail, text: 'x'.repeat(40 * 1024 * 1024) }, false],
])('a mail: %s', (_, given, accepted) => {
  expect(mailFault(given) === undefined).toBe(accepted);
});
