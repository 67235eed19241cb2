import type { Role } from '#shared/access/routes.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { UnitId } from '#shared/units/units.ts';

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
  /** The token that binds a post to the session; every form of a signed-in page carries it. */
  readonly csrf?: string;
  /** Path and query that show this page by GET: the language switch leads there. */
  readonly path: string;
  /** Whether the data is made up for demonstration. If so, the page says so. */
  readonly generated?: boolean;
  /** Address of the script that enhances the form and keeps what waits to be sent. */
  readonly script?: string;
}
