import type { Accounts } from '#functions/cognito/accounts.ts';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import type { AuditStore } from '#functions/store/audit-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { DraftStore } from '#functions/store/draft-store.ts';
import type { MailChoiceStore } from '#functions/store/mail-choice-store.ts';
import type { SessionStore } from '#functions/store/session-store.ts';
import type { UnsubscribeStore } from '#functions/store/unsubscribe-store.ts';

/** What the administration of a district works with. */
export interface Deps extends HttpDeps {
  readonly directory: DirectoryStore;
  readonly audit: AuditStore;
  readonly accounts: Accounts;
  readonly openSessions: Pick<SessionStore, 'ofUser' | 'endAll'>;
  readonly mailChoices: Pick<MailChoiceStore, 'of' | 'choose'>;
  readonly unsubscribe: Pick<UnsubscribeStore, 'find'>;
  readonly drafts: Pick<DraftStore, 'ofUser'>;
}
