/** What is told of a report that waits on the device; its words are sealed beside it. */
export interface Parcel {
  /** Names this very content: each text that is sent has a new one. */
  readonly version: string;
  /** It has gone out, and its answer is not known: it may be stored already. */
  readonly tried?: boolean;
  /** The server refused it, or the device found mistakes: its owner must look at it, and it is not sent by itself. */
  readonly refused?: boolean;
}

/** What happens to a report that waits. Each event but `kept` is about one version. */
export type ParcelEvent<P extends Parcel> =
  /** Its owner sends it; `over` is the version that the page showed, if it showed one. */
  | { readonly kind: 'kept'; readonly parcel: P; readonly over?: string | undefined }
  /** It goes out now, by itself: only if it comes out of this `tried` and not refused may it be sent. */
  | { readonly kind: 'tried'; readonly version: string }
  /** The server gave a receipt for it. */
  | { readonly kind: 'stored'; readonly version: string }
  | { readonly kind: 'refused'; readonly version: string }
  /** Its owner takes it out. */
  | { readonly kind: 'removed'; readonly version: string };

/**
 * What waits after an event: the whole of the outbox's rules, one report at a time. What is said of another version than
 * the one that waits changes nothing, so that nothing leaves but by a receipt for that very content or by its owner's hand.
 *
 * @returns the same object where nothing changes; `undefined` where nothing waits. A text that its owner sends while a
 *   third version waits, of another tab, is not taken: it must be kept apart
 */
export function nextParcel<P extends Parcel>(waiting: P | undefined, event: ParcelEvent<P>): P | undefined {
  if (event.kind === 'kept') return waiting && waiting.version !== event.over ? waiting : event.parcel;
  if (waiting?.version !== event.version) return waiting;
  switch (event.kind) {
    case 'tried':
      return waiting.refused ? waiting : { ...waiting, tried: true };
    case 'refused':
      return { ...waiting, refused: true };
    case 'stored':
    case 'removed':
      return undefined;
  }
}
