import { pathTo } from '#shared/access/routes.ts';
import type { Day } from '#shared/period.ts';
import { type Duty, pathOfDuty } from '#shared/reminders/duties.ts';
import { isOfficial } from '#shared/reminders/reminder.ts';
import { dutySentence, mailTexts as t } from '#shared/reminders/texts/reminders.ts';

/** A mail, ready to be sent. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The link that stops reminders; absent if this mail cannot be stopped. */
  readonly unsubscribe?: string;
}

interface Written {
  readonly duties: readonly Duty[];
  readonly day: Day;
  readonly url: string;
  readonly token: string | undefined;
}

/**
 * Writes what waits for somebody: how many of each kind, until when, and a link. A mail passes through other hands, so
 * it contains no name, no unit and no free text.
 *
 * @param url the address of the pages, without a path
 * @param token the token of the link that stops reminders
 */
export function writeMail(to: string, { duties, day, url, token }: Written): Mail {
  const count = duties.reduce((sum, duty) => sum + duty.count, 0);
  const official = duties.some((duty) => isOfficial(duty, day));
  const lines = duties.map((duty) => `- ${dutySentence(duty, 'vi')}\n  ${url}${pathOfDuty(duty)}`);
  const unsubscribe = token && `${url}${pathTo('/unsubscribe', {}, { token })}`;
  return {
    to,
    subject: official ? t.officialSubject(count) : t.subject(count),
    text: `${[
      t.greeting,
      t.lead,
      lines.join('\n'),
      t.leads,
      ...(official ? [t.official] : []),
      t.why,
      ...(unsubscribe ? [`${t.unsubscribe}\n${unsubscribe}`] : []),
    ].join('\n\n')}\n`,
    ...(unsubscribe && { unsubscribe }),
  };
}
