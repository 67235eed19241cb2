import type { Accounts } from '#functions/cognito/accounts.ts';
import { logFault } from '#functions/fault.ts';
import type { Mailer } from '#functions/remind/mailer.ts';
import { writeMail } from '#functions/remind/write-mail.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { type DutyInputStores, loadDutyInputs } from '#functions/store/load-duty-inputs.ts';
import type { MailChoiceStore } from '#functions/store/mail-choice-store.ts';
import type { ReminderStore } from '#functions/store/reminder-store.ts';
import type { UnsubscribeStore } from '#functions/store/unsubscribe-store.ts';
import { seeingBefore } from '#shared/access/can.ts';
import type { Session } from '#shared/access/session.ts';
import { dayAt, type Instant, monthAt } from '#shared/period.ts';
import { type Duty, dutiesOf, dutyKinds, pathOfDuty } from '#shared/reminders/duties.ts';
import { isNonWorking } from '#shared/reminders/non-working-days.ts';
import { mailOn, type Subscriber } from '#shared/reminders/reminder.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';
import { viewerIn } from '#shared/visits/viewer-in.ts';

export interface RemindDeps extends DutyInputStores {
  readonly directory: Pick<DirectoryStore, 'districts' | 'unit' | 'subtree' | 'allUnits' | 'groupList'>;
  readonly accounts: Pick<Accounts, 'addressOf'>;
  /** The accounts of a district that have an address. */
  readonly addressed: (district: UnitId) => Promise<readonly Session[]>;
  readonly reminders: ReminderStore;
  readonly mailChoices: Pick<MailChoiceStore, 'off'>;
  readonly unsubscribe: Pick<UnsubscribeStore, 'add'>;
  readonly mailer: Mailer;
  /** The address of the pages, without a path. */
  readonly url: string;
}

/** How many people got a mail, had got one that day, and could not be sent one. */
export interface Reminded {
  readonly sent: number;
  readonly before: number;
  readonly failed: number;
  /** Districts that could not be read; the others were reminded. */
  readonly unread: readonly UnitId[];
}

/** What one address is told, and the accounts whose reminders its link stops. */
interface Letter {
  readonly duties: readonly Duty[];
  readonly subscribers: readonly Subscriber[];
}

/**
 * Writes to everybody for whom something waits, at most once a day. It notes each address first, so a run after a crash
 * continues with the others, and two runs at once share them. If SES refuses a mail, its address may be tried again.
 */
export async function remind(deps: RemindDeps, now: Instant): Promise<Reminded> {
  const day = dayAt(now);
  const counts = { sent: 0, before: 0, failed: 0 };
  if (isNonWorking(day)) return { ...counts, unread: [] };
  const { letters, unread } = await writeLetters(deps, now);
  for (const [address, { duties, subscribers }] of letters) {
    if (!(await deps.reminders.claim(address, day))) {
      counts.before += 1;
      continue;
    }
    const token = subscribers.length > 0 ? await deps.unsubscribe.add(subscribers, now) : undefined;
    const sent = await deps.mailer.send(writeMail(address, { duties, day, url: deps.url, token }));
    if (sent === 'refused') await deps.reminders.giveBack(address, day);
    counts[sent === 'sent' ? 'sent' : 'failed'] += 1;
  }
  return { ...counts, unread };
}

/** Writes one letter for each address, also if several accounts share it. */
async function writeLetters(
  deps: RemindDeps,
  now: Instant,
): Promise<{ readonly letters: ReadonlyMap<string, Letter>; readonly unread: readonly UnitId[] }> {
  const letters = new Map<string, Letter>();
  const unread: UnitId[] = [];
  for (const district of await deps.directory.districts()) {
    const own = await lettersOf(district, deps, now).catch((error: unknown) => {
      logFault('not reminded', district, error);
      unread.push(district);
      return [];
    });
    for (const [address, letter] of own) {
      const { duties, subscribers } = letters.get(address) ?? { duties: [], subscribers: [] };
      letters.set(address, {
        duties: distinct([...duties, ...letter.duties]),
        subscribers: [...subscribers, ...letter.subscribers],
      });
    }
  }
  return { letters, unread };
}

async function lettersOf(district: UnitId, deps: RemindDeps, now: Instant): Promise<[string, Letter][]> {
  const recipients = await deps.addressed(district);
  if (recipients.length === 0) return [];
  const units = await deps.directory.allUnits(district);
  const forebears = lineageOf(units).forebearsOf([district], monthAt(now));
  const elsewhere = forebears.filter(({ id }) => districtOf(id) !== district);
  const [facts, list, off] = await Promise.all([
    loadDutyInputs(district, Object.values(dutyKinds).flat(), now, deps, elsewhere),
    deps.directory.groupList(district),
    deps.mailChoices.off(district),
  ]);
  if (!facts) throw new Error(`The list of districts names ${district}, which is not in the directory`);
  const letters: [string, Letter][] = [];
  for (const account of recipients) {
    const { user, unit } = account;
    const mail = off.has(user) ? 'off' : 'on';
    const viewer = seeingBefore(viewerIn(monthAt(now), account, list), units, monthAt(now));
    const all = dutiesOf(viewer, facts, now);
    const duties = mailOn(dayAt(now), all, mail);
    if (duties.length === 0) continue;
    // Only the pool knows the address, and whether the account still may what the list says.
    const found = await deps.accounts.addressOf(user);
    if (!found?.enabled || found.unit !== unit) continue;
    const subscribers = mail === 'on' ? [{ user, unit }] : [];
    letters.push([found.email.toLowerCase(), { duties, subscribers }]);
  }
  return letters;
}

function distinct(duties: readonly Duty[]): readonly Duty[] {
  return [...new Map(duties.map((duty) => [`${duty.kind} ${pathOfDuty(duty)}`, duty])).values()];
}
