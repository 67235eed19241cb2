import type { Accounts } from '#functions/cognito/accounts.ts';
import { env } from '#functions/env.ts';
import { type NoticeBoard, noticeBoard } from '#functions/http/notice-board.ts';
import { type Sessions, sessionsWith } from '#functions/http/sessions.ts';
import { type Tokens, tokensWith } from '#functions/http/tokens.ts';
import { loadedLater } from '#functions/loaded-later.ts';
import { type AuditStore, auditStore } from '#functions/store/audit-store.ts';
import type { documentClient } from '#functions/store/db.ts';
import { deviceStore } from '#functions/store/device-store.ts';
import { type DirectoryStore, directoryStore } from '#functions/store/directory-store.ts';
import { type DraftStore, draftStore } from '#functions/store/draft-store.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import { noticeStore } from '#functions/store/notice-store.ts';
import { type OwedStore, owedStore } from '#functions/store/owed-store.ts';
import { rightsStore } from '#functions/store/rights-store.ts';
import type { RollUpQueue } from '#functions/store/roll-up-queue.ts';
import { sessionStore } from '#functions/store/session-store.ts';
import { tableName } from '#functions/store/table-name.ts';
import { tokenStore } from '#functions/store/token-store.ts';
import { tokenUseStore } from '#functions/store/token-use-store.ts';

/** What answering browsers takes. */
export interface HttpDeps {
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly audit: Pick<AuditStore, 'append'>;
  /** What the operator tells everybody. */
  readonly notices: NoticeBoard;
  /** Tries at names that nobody has: kept for a day. */
  readonly tried: Pick<AuditStore, 'append'>;
  /** What was typed into forms that came back. */
  readonly drafts: Pick<DraftStore, 'save' | 'remove' | 'refusedOf'>;
  /** What changes owe; where they owe more than an entry of the audit, with what pays that. */
  readonly owed: Pick<OwedStore, 'note' | 'paid' | 'clear'>;
  readonly queue?: Pick<RollUpQueue, 'ask'>;
  readonly matters?: Pick<MatterStore, 'raise'>;
  readonly directory: Pick<DirectoryStore, 'unit' | 'unitsOf' | 'allUnits' | 'groupList'>;
  /** What the distribution may send to be known: while it is rotated, two values. Forms are signed with the first. */
  readonly originSecrets: readonly string[];
  /** Address of the script that closes what a device keeps, on pages of nobody who is signed in. */
  readonly signedOutScript?: string;
  /** Address of the script that enhances the function's pages, where they have one. */
  readonly pageScript?: string;
}

/** What every function that answers browsers works with, from its environment. */
export function httpDeps(db: ReturnType<typeof documentClient>) {
  const signedOutScript = process.env['SIGNED_OUT_SCRIPT'];
  // A session's rights are looked up there every few minutes at most.
  const accounts = loadedLater<Pick<Accounts, 'find' | 'signOut'>>(
    async () => (await import('#functions/http/pool.ts')).accounts,
  );
  const openSessions = sessionStore(db, tableName('transient'));
  const rights = rightsStore(db, tableName('transient'));
  return {
    accounts,
    openSessions,
    rights,
    sessions: sessionsWith({ store: openSessions, rights, accounts }),
    tokens: tokensWith({ store: tokenStore(db, tableName('cells')), uses: tokenUseStore(db, tableName('transient')) }),
    directory: directoryStore(db, tableName('cells')),
    originSecrets: env('ORIGIN_SECRET').split(','),
    ...(signedOutScript && { signedOutScript }),
    audit: auditStore(db, tableName('audit'), Number(env('AUDIT_DAYS'))),
    notices: noticeBoard(noticeStore(db, tableName('transient'))),
    owed: owedStore(db, tableName('owed')),
    tried: auditStore(db, tableName('transient'), 1),
    drafts: draftStore(db, tableName('transient')),
    devices: deviceStore(db, tableName('transient')),
  } satisfies HttpDeps & Readonly<Record<string, unknown>>;
}
