import { csrf } from '#web/client/csrf.ts';
import type { OutboxItem } from '#web/client/outbox-item.ts';

/** Posts a report as a plain form, so that the server's page says what to do. @param mark what that page's address ends in */
export function openForm({ action, body }: OutboxItem, mark: string): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action + mark;
  const fields = new URLSearchParams(body);
  fields.set('csrf', csrf());
  fields.forEach((value, name) => {
    const field = document.createElement('textarea'); // an input would remove line breaks
    field.name = name;
    field.value = value;
    form.append(field);
  });
  form.hidden = true;
  document.body.append(form);
  form.submit();
}
