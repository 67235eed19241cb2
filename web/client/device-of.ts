import type { Lang } from '#shared/language/lang.ts';
import { outboxTexts } from '#shared/reports/texts/outbox.ts';
import { draftsOf } from '#web/client/drafts-of.ts';
import { keepForms } from '#web/client/keep-forms.ts';
import { openForm } from '#web/client/open-form.ts';
import { outboxOf, type ParcelStore } from '#web/client/outbox-of.ts';
import type * as SealedStore from '#web/client/sealed-store.ts';
import type { send } from '#web/client/send.ts';

/** What a device keeps, and sends when it can. It is loaded apart from its store, and shares nothing with it. */
export function deviceOf(store: typeof SealedStore, post: typeof send) {
  const { seal, changeOn, waiting } = store;
  const parcels: ParcelStore<SealedStore.Sealed> = {
    seal: (id, item) => seal('outbox', id, item),
    change: (id, next) => changeOn('outbox', id, next),
    waiting,
  };
  const texts = outboxTexts[document.documentElement.lang as Lang];
  return { ...draftsOf(store), ...outboxOf(parcels, post), keepForms, openForm, texts };
}
