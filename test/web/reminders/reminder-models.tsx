import type { Contexts } from '#test/web/contexts.ts';
import type { Examples } from '#test/web/examples.ts';
import { UnsubscribePage } from '#web/reminders/unsubscribe-page.tsx';

/** The page that a reminder's last line leads to. */
export function reminderModels({ outside }: Contexts): Examples {
  return {
    unsubscribe: () => (
      <UnsubscribePage context={outside} token="abc" users={['thanh-van', 'thanh-van.thanh-binh']} mail="on" />
    ),
    unsubscribed: () => <UnsubscribePage context={outside} token="abc" users={['thanh-van']} mail="off" done />,
    'unsubscribe-expired': () => <UnsubscribePage context={outside} users={[]} mail="on" />,
  };
}
