import { expect, it } from 'vitest';
import type { Call } from '#infra/local/iam/aws-endpoint.ts';
import type { Mailbox } from '#infra/local/ses/mailbox.ts';
import { sesService } from '#infra/local/ses/ses-service.ts';

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
