import { type Duty, pathOfDuty } from '#shared/duties.ts';
import type { Day } from '#shared/period.ts';
import { isOfficial } from '#shared/reminder.ts';
import { dutySentence, mailTexts as t } from '#shared/texts/reminders.ts';

/** A mail as it is handed over. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Writes what waits for somebody: how many of what, until when, and where to see to it. No name, no unit and no word of
 * a report stands in a mail: it goes through others' hands.
 *
 * @param url of the pages, without a path
 */
export function writeMail(to: string, duties: readonly Duty[], day: Day, url: string): Mail {
  const count = duties.reduce((sum, duty) => sum + duty.count, 0);
  const official = duties.some((duty) => isOfficial(duty, day));
  const lines = duties.map((duty) => `- ${dutySentence(duty, 'vi')}\n  ${url}${pathOfDuty(duty)}`);
  return {
    to,
    subject: official ? t.officialSubject(count) : t.subject(count),
    text: [t.greeting, t.lead, lines.join('\n'), t.leads, ...(official ? [t.official] : []), t.why, ''].join('\n\n'),
  };
}
