import type * as SealedStore from '#web/client/sealed-store.ts';

type Store = Pick<typeof SealedStore, 'seal' | 'unseal' | 'found' | 'changeOn' | 'nameOf' | 'user'>;
type Sealed = SealedStore.Sealed;

/** Where a full database leaves a draft: web storage has room of its own. */
const placeOf = (name: string) => `draft ${name}`;
const encoded = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const decoded = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** The drafts of forms on a device, sealed. */
export function draftsOf({ seal, unseal, found, changeOn, nameOf, user }: Store) {
  /** What did not fit the database is newer than what stands there. */
  async function aside(plainName: string): Promise<Sealed | undefined> {
    const name = await nameOf('drafts', plainName);
    const [owner, iv = '', sealed = ''] = (localStorage.getItem(placeOf(name)) ?? '').split(' ');
    return owner === user ? { user, name, iv: decoded(iv), sealed: decoded(sealed).buffer } : undefined;
  }

  async function read(name: string): Promise<{ readonly draft: Sealed; readonly body: string } | undefined> {
    const draft = (await aside(name).catch(() => undefined)) ?? (await found('drafts', name));
    return draft && { draft, body: await unseal<string>('drafts', draft) };
  }

  return {
    /** @throws where the device cannot store at all, cannot seal or has no key yet */
    async keepDraft(name: string, body: string): Promise<void> {
      const draft = await seal('drafts', name, body);
      const put = () => changeOn('drafts', name, () => draft);
      try {
        // Pages kept for reading make room for what was typed.
        await put().catch(() => caches.delete('pages').then(put));
        localStorage.removeItem(placeOf(draft.name));
      } catch {
        const { iv, sealed } = draft;
        localStorage.setItem(placeOf(draft.name), [user, encoded(iv), encoded(new Uint8Array(sealed))].join(' '));
      }
    },

    findDraft: async (name: string): Promise<string | undefined> => (await read(name))?.body,

    /** Forgets a draft. @param body if given, only a draft that says this: what was typed since stays */
    async forgetDraft(name: string, body?: string): Promise<void> {
      const kept = await read(name);
      if (!kept || (body !== undefined && kept.body !== body)) return;
      localStorage.removeItem(placeOf(kept.draft.name));
      const isSame = (now?: Sealed) => body === undefined || String(now?.iv) === String(kept.draft.iv);
      await changeOn<Sealed>('drafts', name, (now) => (isSame(now) ? undefined : now));
    },
  };
}
