import { type Answer, seeOther } from '#functions/http/answer.ts';
import type { Action, OpenAction } from '#functions/http/http-handler.tsx';
import type { Request } from '#functions/http/request.ts';
import type { MailChoiceStore } from '#functions/store/mail-choice-store.ts';
import type { UnsubscribeStore } from '#functions/store/unsubscribe-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { MailChoice, Subscriber } from '#shared/reminders/reminder.ts';
import { districtOf } from '#shared/units/units.ts';
import { UnsubscribePage } from '#web/reminders/unsubscribe-page.tsx';

interface UnsubscribeDeps {
  readonly mailChoices: Pick<MailChoiceStore, 'of' | 'choose'>;
  readonly unsubscribe: Pick<UnsubscribeStore, 'find'>;
}

/** Shows the page behind a mail's link. It changes nothing, because programs that scan mails also open links. */
export const showUnsubscribe: OpenAction<UnsubscribeDeps> = async (request, deps) => {
  const subscribers = await deps.unsubscribe.find(tokenOf(request), request.now);
  if (subscribers.length === 0) return expired;
  const choices = await Promise.all(subscribers.map((each) => deps.mailChoices.of(each)));
  return answer(request, subscribers, choices.includes('on') ? 'on' : 'off');
};

/**
 * Stops or restarts reminders for the owner of the link. It needs no session, since the link itself is the proof, and
 * repeating it changes nothing. Mail programs post here by themselves (RFC 8058) and follow no redirect.
 */
export const unsubscribe: OpenAction<UnsubscribeDeps> = async (request, deps) => {
  const subscribers = await deps.unsubscribe.find(tokenOf(request), request.now);
  if (subscribers.length === 0) return expired;
  const mail = choiceIn(request.body);
  for (const each of subscribers) await deps.mailChoices.choose(each, mail, request.now);
  return {
    ...answer(request, subscribers, mail, true),
    audit: subscribers.map(({ user, unit }) => ({
      kind: 'changed' as const,
      of: `mail#${mail}#${user}`,
      district: districtOf(unit),
    })),
  };
};

/** Makes the same choice for the signed-in user. */
export const chooseReminders: Action<Pick<UnsubscribeDeps, 'mailChoices'>> = async (
  { viewer, body, now, owing },
  { mailChoices },
) => {
  const { user, unit } = viewer;
  const mail = choiceIn(body);
  const owes = { of: `mail#${mail}#${user}` };
  const owed = await owing.note(owes);
  await mailChoices.choose({ user, unit }, mail, now);
  return {
    ...seeOther(pathTo('/account', {})),
    json: { mail },
    audit: await owing.pay([{ owes, owed }]),
  };
};

const tokenOf = ({ query }: Request) => query['token'] ?? '';

/** Reminders restart only if the form says so explicitly. */
const choiceIn = (body: Typed): MailChoice => (body['mail'] === 'on' ? 'on' : 'off');

const expired: Answer = {
  status: 404,
  json: { type: 'urn:problem:expired-link', title: 'Liên kết đã hết hạn', status: 404 },
  page: (context) => <UnsubscribePage context={context} users={[]} mail="on" />,
};

function answer(request: Request, subscribers: readonly Subscriber[], mail: MailChoice, done = false): Answer {
  const users = subscribers.map(({ user }) => user);
  return {
    status: 200,
    json: { users, mail },
    page: (context) => (
      <UnsubscribePage context={context} token={tokenOf(request)} users={users} mail={mail} done={done} />
    ),
  };
}
