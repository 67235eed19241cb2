import { digestOf } from '#shared/digest.ts';
import type { FollowUp, Matter, Report, Task } from '#shared/reports/report.ts';

/** The free text of a report. It is stored apart, expires on its own, and may be purged; figures never need it. */
export interface FreeText {
  readonly focus?: string;
  readonly resolutionText?: string;
  readonly deductionNote?: string;
  readonly tasks: readonly Pick<Task, 'what' | 'who'>[];
  readonly followUps: readonly Pick<FollowUp, 'task' | 'reason'>[];
  readonly matters: readonly Pick<Matter, 'summary' | 'proposal'>[];
}

/** A report without its free text: all that judging and counting need. */
export type ReportFigures = Omit<Report, keyof FreeText> & {
  readonly tasks: readonly Omit<Task, 'what' | 'who'>[];
  readonly followUps: readonly Omit<FollowUp, 'task' | 'reason'>[];
  readonly matters: readonly Omit<Matter, 'summary' | 'proposal'>[];
};

/** Parts a report; `joinWords` puts it together again. */
export function splitFreeText(report: Report): { readonly facts: ReportFigures; readonly words: FreeText } {
  const { focus, resolutionText, deductionNote, tasks, followUps, matters, ...rest } = report;
  return {
    facts: {
      ...rest,
      tasks: tasks.map(({ what, who, ...facts }) => facts),
      followUps: followUps.map(({ task, reason, ...facts }) => facts),
      matters: matters.map(({ summary, proposal, ...facts }) => facts),
    },
    words: {
      ...(focus !== undefined && { focus }),
      ...(resolutionText !== undefined && { resolutionText }),
      ...(deductionNote !== undefined && { deductionNote }),
      tasks: tasks.map(({ what, who }) => ({ what, ...(who !== undefined && { who }) })),
      followUps: followUps.map(({ task, reason }) => ({ task, ...(reason !== undefined && { reason }) })),
      matters: matters.map(({ summary, proposal }) => ({ summary, ...(proposal !== undefined && { proposal }) })),
    },
  };
}

/** The whole report. Where the words have expired, tasks and matters keep their facts and say nothing. */
export function joinFreeText(facts: ReportFigures, words: FreeText | undefined): Report {
  const { tasks, followUps, matters, ...texts } = words ?? { tasks: [], followUps: [], matters: [] };
  return {
    ...facts,
    ...texts,
    tasks: facts.tasks.map((each, at) => ({ ...each, ...(tasks[at] ?? { what: '' }) })),
    followUps: facts.followUps.map((each, at) => ({ ...each, ...(followUps[at] ?? { task: '' }) })),
    matters: facts.matters.map((each, at) => ({ ...each, ...(matters[at] ?? { summary: '' }) })),
  };
}

/** The digest of a report's content. It covers the words by their own digest, so that it can be checked without them. */
export function reportDigest(facts: ReportFigures, wordsDigest: string): string {
  return digestOf({ facts, words: wordsDigest });
}
