import { pathTo } from '#shared/routes.ts';
import { find, forget, keep } from '#web/client/device.ts';
import { element, t, tell, user } from '#web/client/page.ts';

/** A pause in typing after which the form is kept on the device. */
const PAUSE_MS = 800;

interface DeviceDraft {
  readonly body: string;
  readonly at: number;
}

/** What a form says, without what belongs to the session or the server's own draft. */
export function bodyOf(form: HTMLFormElement): string {
  const fields = new URLSearchParams();
  new FormData(form).forEach((value, name) => {
    if (name !== 'csrf' && name !== 'savedAt') fields.append(name, String(value));
  });
  return fields.toString();
}

/** Fills a form; `false` where it lacks a field, such as a row that was added. */
function fill(form: HTMLFormElement, body: string): boolean {
  let whole = true;
  new URLSearchParams(body).forEach((value, name) => {
    const field = form.elements.namedItem(name) as HTMLInputElement | RadioNodeList | null;
    if (field) field.value = value;
    else whole = false;
  });
  return whole;
}

/** A form's place among those that are kept on the device. */
export interface KeptForm {
  readonly key: string;
  /** To be called once the report is stored, or dropped. */
  readonly forgetDraft: () => Promise<unknown>;
}

/**
 * Keeps a form on the device at every pause, and brings it back after a crash: on the page as the server sends it,
 * never over what somebody has just sent.
 */
export async function keepDraft(form: HTMLFormElement): Promise<KeptForm> {
  const value = (name: string) => new FormData(form).get(name) ?? '';
  const key = [user, form.getAttribute('action'), value('cell'), value('month'), value('kind') || 'regular'].join(' ');
  const fromServer = bodyOf(form);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stored = false;

  const save = () => {
    if (stored) return;
    const draft: DeviceDraft = { body: bodyOf(form), at: Date.now() };
    keep('drafts', key, draft).catch(() => tell('not-kept', element('p', t.notKept)));
  };
  const forgetDraft = () => {
    stored = true;
    clearTimeout(timer);
    return forget('drafts', key).catch(() => undefined);
  };

  const kept = await find<DeviceDraft>('drafts', key).catch(() => undefined);
  if (kept && kept.body !== fromServer && location.pathname === pathTo('/reports/new', {})) {
    if (!fill(form, kept.body)) return showByServer(form, kept.body);
    form.dispatchEvent(new Event('input'));
    const undo = element('button', t.undo, () => void forgetDraft().then(() => location.reload()));
    tell('restored', element('span', t.restored(new Date(kept.at).toLocaleString('vi-VN'))), undo);
  }

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  });
  // The last moment in which a page that is put away can still write.
  addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && timer && save());
  form.addEventListener('submit', ({ submitter }) => {
    if ((submitter as HTMLButtonElement | null)?.value === 'discard') void forgetDraft();
  });
  return { key, forgetDraft };
}

/** The server shows forms with as many rows as were typed. */
function showByServer(form: HTMLFormElement, body: string): Promise<never> {
  fill(form, body);
  for (const [name, value] of [...new URLSearchParams(body), ['press', 'show']]) {
    if (name && !form.elements.namedItem(name)) {
      const field = document.createElement('textarea');
      field.name = name;
      field.value = value ?? '';
      field.hidden = true;
      form.append(field);
    }
  }
  form.submit();
  return new Promise(() => undefined); // the page is being left
}
