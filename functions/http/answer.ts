import type { VNode } from 'preact';
import type { OpenSession } from '#functions/http/sessions.ts';
import type { AuditKind } from '#shared/access/audit.ts';
import type { Actor } from '#shared/access/session.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { UnitId } from '#shared/units/units.ts';
import type { PageContext } from '#web/context.ts';

/** What an action answers. A page and its JSON say the same; which of them is sent is the asker's choice. */
export interface Answer {
  readonly status: number;
  readonly page?: (context: PageContext) => VNode;
  readonly json?: unknown;
  /** The origin besides our own to which a form of the page posts. */
  readonly postsTo?: string;
  /** Where a browser goes on by GET, so that a reload sends nothing again; who wants JSON gets the JSON at once. */
  readonly location?: string;
  readonly cookies?: readonly string[];
  /** After signing in: the session that begins. */
  readonly opened?: OpenSession;
  /** After signing in: the form that an expired session interrupted, to be taken now as if it had been sent again. */
  readonly resume?: { readonly path: string; readonly body: Typed };
  /** With a name it is saved, without one it is used. */
  readonly file?: { readonly body: string | Uint8Array; readonly type: string; readonly name?: string };
  /** What goes into the audit before the answer is sent. */
  readonly audit?: readonly ToRecord[];
}

/** Something for the audit; whoever is signed in did it, unless `by` says who. */
export interface ToRecord {
  readonly kind: AuditKind;
  /** What it was about, by its id: never what was typed or read. */
  readonly of?: string;
  readonly by?: Actor;
  /** Where nobody was let in: whose account it was tried at, if it is one. */
  readonly district?: UnitId;
}

/** Sends a browser on. */
export function seeOther(location: string, cookies: readonly string[] = []): Answer {
  return { status: 303, location, cookies };
}

/** Only a path of our own, so that no link of ours sends people elsewhere. */
export function ownPath(path: string | undefined): string {
  return path && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : '/';
}
