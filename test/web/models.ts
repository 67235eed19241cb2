import type { Lang } from '#shared/language/lang.ts';
import { accessModels } from '#test/web/access/access-models.tsx';
import { administrationModels } from '#test/web/access/administration-models.tsx';
import { actionModels } from '#test/web/actions/action-models.tsx';
import { apiModels } from '#test/web/api/api-models.tsx';
import { briefingModels } from '#test/web/briefings/briefing-models.tsx';
import { contextsIn } from '#test/web/contexts.ts';
import { documentModels } from '#test/web/documents/document-models.tsx';
import type { Examples } from '#test/web/examples.ts';
import { guidanceModels } from '#test/web/guidance/guidance-models.tsx';
import { homeModels } from '#test/web/home/home-models.tsx';
import { libraryModels } from '#test/web/library/library-models.tsx';
import { matterModels } from '#test/web/matters/matter-models.tsx';
import { officerModels } from '#test/web/officers/officer-models.tsx';
import { practiceModels } from '#test/web/practice/practice-models.tsx';
import { proposalModels } from '#test/web/proposals/proposal-models.tsx';
import { reminderModels } from '#test/web/reminders/reminder-models.tsx';
import { boardModels } from '#test/web/reports/board-models.tsx';
import { formModels } from '#test/web/reports/form-models.tsx';
import { importModels } from '#test/web/reports/import-models.tsx';
import { purgeModels } from '#test/web/reports/purge-models.tsx';
import { reportModels } from '#test/web/reports/report-models.tsx';
import { reviewModels } from '#test/web/reviews/review-models.tsx';
import { scorecardModels } from '#test/web/scorecards/scorecard-models.tsx';
import { searchModels } from '#test/web/search/search-models.tsx';
import { siteModels } from '#test/web/site/site-models.tsx';
import { summaryModels } from '#test/web/summaries/summary-models.tsx';
import { targetModels } from '#test/web/targets/target-models.tsx';
import { taskModels } from '#test/web/tasks/task-models.tsx';
import { themeModels } from '#test/web/themes/theme-models.tsx';
import { trainingModels } from '#test/web/trainings/training-models.tsx';
import { reorganiseModels } from '#test/web/units/reorganise-models.tsx';
import { unitModels } from '#test/web/units/unit-models.tsx';
import { groupModels } from '#test/web/visits/group-models.tsx';
import { visitModels } from '#test/web/visits/visit-models.tsx';

/** Every page by a name, full and empty. One list feeds every test of the pages. */
export function models(lang: Lang): Examples {
  const contexts = contextsIn(lang);
  return {
    ...accessModels(contexts),
    ...administrationModels(contexts),
    ...apiModels(contexts),
    ...unitModels(contexts),
    ...reorganiseModels(contexts),
    ...homeModels(contexts),
    ...boardModels(contexts),
    ...importModels(contexts),
    ...formModels(contexts),
    ...reportModels(contexts),
    ...reviewModels(contexts),
    ...purgeModels(contexts),
    ...documentModels(contexts),
    ...taskModels(contexts),
    ...matterModels(contexts),
    ...actionModels(contexts),
    ...visitModels(contexts),
    ...groupModels(contexts),
    ...officerModels(contexts),
    ...themeModels(contexts),
    ...targetModels(contexts),
    ...guidanceModels(contexts),
    ...libraryModels(contexts),
    ...trainingModels(contexts),
    ...scorecardModels(contexts),
    ...briefingModels(contexts),
    ...summaryModels(contexts),
    ...proposalModels(contexts),
    ...practiceModels(contexts),
    ...reminderModels(contexts),
    ...searchModels(contexts),
    ...siteModels(contexts),
  };
}
