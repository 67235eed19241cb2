import type { Recovery } from '#functions/cognito/recovery.ts';
import type { SecondFactor } from '#functions/cognito/second-factor.ts';
import type { SignIn } from '#functions/cognito/sign-in.ts';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { DraftStore } from '#functions/store/draft-store.ts';
import type { GuessStore } from '#functions/store/guess-store.ts';
import type { GuidanceStore } from '#functions/store/guidance-store.ts';
import type { MailChoiceStore } from '#functions/store/mail-choice-store.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import type { OfficerStore } from '#functions/store/officer-store.ts';
import type { PendingStore } from '#functions/store/pending-store.ts';
import type { PurgeStore } from '#functions/store/purge-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { RollUpQueue } from '#functions/store/roll-up-queue.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { SessionStore } from '#functions/store/session-store.ts';
import type { ThematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';

/** What the actions of the pages and forms work with. */
export interface Deps extends HttpDeps {
  readonly directory: DirectoryStore;
  readonly reports: ReportStore;
  readonly purges: Pick<PurgeStore, 'add' | 'steps'>;
  readonly thematicPlans: ThematicPlanStore;
  readonly visits: VisitStore;
  readonly officers: OfficerStore;
  readonly matters: MatterStore;
  readonly guidance: Pick<GuidanceStore, 'ofMonth'>;
  readonly scorecards: Pick<ScorecardStore, 'current'>;
  readonly drafts: DraftStore;
  readonly mailChoices: Pick<MailChoiceStore, 'of'>;
  /** Address of the script of the service worker. */
  readonly workerScript: string;
  readonly queue: RollUpQueue;
  readonly signIn: SignIn;
  readonly recovery: Recovery;
  readonly openSessions: Pick<SessionStore, 'ofUser' | 'endAll'>;
  readonly guesses: GuessStore;
  readonly secondFactor: SecondFactor;
  readonly pending: PendingStore;
}
