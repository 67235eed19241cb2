import type { VNode } from 'preact';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import type { OpenSession } from '#functions/http/sessions.ts';
import type { Owed } from '#functions/store/owed-store.ts';
import type { AuditKind } from '#shared/access/audit.ts';
import type { SentForm } from '#shared/access/form-deed.ts';
import type { Actor } from '#shared/access/session.ts';
import type { Month } from '#shared/period.ts';
import type { LeftOut } from '#shared/scorecards/left-out.ts';
import type { UnitId } from '#shared/units/units.ts';
import type { PageContext } from '#web/context.ts';

/** The result of an action. A page and its JSON say the same; the client chooses which one is sent. */
export interface Answer {
  readonly status: number;
  /** One that is rarely shown is loaded with it. */
  readonly page?: (context: PageContext) => VNode | Promise<VNode>;
  /** Or a function that makes it, where that takes what is loaded with it. */
  readonly json?: unknown;
  /** Another origin to which a form of the page posts. */
  readonly postsTo?: string;
  /** Where the browser goes next by GET, so that a reload sends nothing again; JSON clients get the JSON at once. */
  readonly location?: string;
  readonly cookies?: readonly string[];
  /** Headers of this answer alone. */
  readonly headers?: Readonly<Record<string, string>>;
  /** After signing in: the session that starts. */
  readonly opened?: OpenSession;
  /** After signing in: the form that an expired session interrupted; it is handled as if it had been sent again. */
  readonly resume?: SentForm;
  /** A form that the page keeps until its sender has signed in. */
  readonly interrupted?: SentForm;
  /** A file: browsers save it if it has a name, and use it otherwise. */
  readonly file?: { readonly body: string | Uint8Array; readonly type: string; readonly name?: string };
  /** What the page is of: the way to it is shown. `page` names one that is of no month, as its last step. */
  readonly of?: { readonly unit: UnitId; readonly month?: Month; readonly page?: string };
  /** Entries for the audit, which are written before the answer is sent. */
  readonly audit?: readonly ToRecord[];
  /** The page belongs to a practice month, and says so; its addresses lead within that. */
  readonly practice?: NonNullable<PageContext['practice']> & Pick<HttpDeps, 'drafts'>;
  /** What the page names as unreadable. */
  readonly leftOut?: readonly LeftOut[];
  /** What was typed is kept already, as a draft that the form shows. */
  readonly isDraft?: boolean;
  /** What is sent if those cannot be written: it shows only what its sender has typed, so that nothing typed is lost. */
  readonly unrecorded?: Answer;
}

/** An entry for the audit; the signed-in user is its actor unless `by` names another. */
export interface ToRecord {
  readonly kind: AuditKind;
  /** The id of what it was about: never what was typed or read. */
  readonly of?: string;
  readonly by?: Actor;
  /** If nobody was let in: the district of the account that was tried, if there is such an account. */
  readonly district?: UnitId;
  /** Of a change: the note that names the entry, and that is cleared once that stands. */
  readonly owed?: Owed;
  /** Whether all else that the change owes is paid. */
  readonly paid?: boolean;
}

/** Redirects a browser. */
export function seeOther(location: string, cookies: readonly string[] = []): Answer {
  return { status: 303, location, cookies };
}

/** Allows only paths of our own, so that no link of ours leads people elsewhere. */
export function ownPath(path: string | undefined): string {
  return path && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : '/';
}
