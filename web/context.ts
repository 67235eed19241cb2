import type { VNode } from 'preact';
import type { Role } from '#shared/access/routes.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Notice } from '#shared/notices/notice.ts';
import type { Instant } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';
import type { SentFields } from '#web/refill-forms.ts';

/** A step on the way to a page: a unit or a month; without an address where the reader is. */
export interface Crumb {
  readonly name: string;
  readonly path?: string;
}

/** What every page receives in addition to its model: the reader, the language, its own address. */
export interface PageContext {
  readonly lang: Lang;
  /** Absent on pages before sign-in. */
  readonly session?: {
    readonly user: string;
    readonly role: Role;
    readonly unitName: string;
    readonly unit: UnitId;
    readonly group?: number;
  };
  /** The token that binds a POST to the session; every form of a signed-in page has it. */
  readonly csrf?: string;
  /** On the way through signing in: what is known of the interrupted form. Without an owner, nobody knows whose it is. */
  readonly interrupted?: {
    readonly owner?: { readonly user: string; readonly unitName: string };
    /** The name of the unit that it is about, where its owner may know it. */
    readonly unitName?: string;
  };
  /** The path and query that show this page by GET. The language switch links there. */
  readonly path: string;
  /** Where the page is, from the reader's own unit down; absent on pages that are of no unit. */
  readonly crumbs?: readonly Crumb[];
  /** Names what the page should show and could not read. */
  readonly leftOut?: VNode;
  /** What the operator tells everybody now. */
  readonly notice?: Notice;
  /** The page belongs to a practice month, which is counted nowhere: when that is gone. */
  readonly practice?: { readonly until: Instant };
  /** What the reader typed into forms that came back with mistakes, where something may be of this page. */
  readonly typedBefore?: readonly SentFields[];
  /** The data is generated for the demonstration, and the page says so. */
  readonly generated?: boolean;
  /** The address of the page's script: `web/client/main.tsx`, or `signed-out.ts` where nobody is signed in. */
  readonly script?: string;
}
