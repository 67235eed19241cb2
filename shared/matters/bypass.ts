import type { Matter } from '#shared/reports/report.ts';

/** Whether a concern went over the heads of those who have to answer; reports had this as a topic before. */
export function isBypass({ topic, bypass }: Pick<Matter, 'topic' | 'bypass'>): boolean {
  return bypass === 'yes' || topic === 'VC';
}
