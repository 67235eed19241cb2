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
  /** The token that binds a POST to the session; every form of a signed-in page has it. */
  readonly csrf?: string;
  /** The path and query that show this page by GET. The language switch links there. */
  readonly path: string;
  /** The data is generated for the demonstration, and the page says so. */
  readonly generated?: boolean;
  /** The address of the script that enhances the form and sends the outbox. */
  readonly script?: string;
}
