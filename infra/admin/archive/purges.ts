import type { DraftStore } from '#functions/store/draft-store.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import type { PurgeStore } from '#functions/store/purge-store.ts';
import { itemIn, type RawItem, textOf } from '#functions/store/raw-item.ts';
import { openArchive } from '#infra/admin/archive/manifest.ts';
import { readPart } from '#infra/admin/archive/part-files.ts';
import type { Instant } from '#shared/period.ts';
import type { PurgeStep } from '#shared/reports/purge.ts';
import { parseReportId, type ReportId } from '#shared/reports/report.ts';

/** Words that were taken out once, and must not come back with what is restored. */
export interface PastPurge {
  readonly id: ReportId;
  readonly upTo: number;
  /** Words of concerns up to then. */
  readonly until: Instant;
}

export interface PurgeStores {
  readonly purges: Pick<PurgeStore, 'removeFreeText'>;
  readonly matters: Pick<MatterStore, 'removeFreeText'>;
  readonly drafts: Pick<DraftStore, 'removeAll'>;
}

/** The steps of purges that a newer archive has, for one that is older than they are. @throws {BadFile} if it is broken */
export async function purgeStepsIn(path: string): Promise<readonly RawItem[]> {
  const archive = await openArchive(path);
  try {
    const steps: RawItem[] = [];
    for await (const line of readPart(archive.fileOf('purges'))) steps.push(itemIn(line));
    return steps;
  } finally {
    await archive.close();
  }
}

/** The purges that were carried out, by their steps as they are stored. */
export function carriedOut(items: readonly RawItem[]): PastPurge[] {
  const steps = items.map((item) => ({
    id: textOf(item, 'id'),
    upTo: Number(item['upTo']?.N),
    step: textOf(item, 'step'),
    at: textOf(item, 'at'),
  })) as Pick<PurgeStep, 'id' | 'upTo' | 'step' | 'at'>[];
  const asked = new Map(steps.filter(({ step }) => step === 'asked').map(({ id, upTo, at }) => [`${id}#${upTo}`, at]));
  return steps
    .filter(({ step }) => step === 'purged')
    .map(({ id, upTo, at }) => ({ id, upTo, until: asked.get(`${id}#${upTo}`) ?? at }));
}

/** What the audit has of a purge: `purged {report id}#{revision}`. */
export function purgeInAudit(item: RawItem): PastPurge | undefined {
  const [, id = '', upTo] = /^purged (.+)#(\d+)$/.exec(textOf(item, 'of')) ?? [];
  if (textOf(item, 'kind') !== 'purge' || !parseReportId(id)) return undefined;
  return { id: id as ReportId, upTo: Number(upTo), until: textOf(item, 'at') };
}

/** Takes words out again. Doing it twice changes nothing. @returns of how many revisions there were any */
export async function purgeAgain(
  past: readonly PastPurge[],
  { purges, matters, drafts }: PurgeStores,
): Promise<number> {
  // Steps know better than the audit until when, and come first.
  const each = new Map(past.toReversed().map((purge) => [`${purge.id}#${purge.upTo}`, purge]));
  let count = 0;
  for (const { id, upTo, until } of each.values()) {
    count += await purges.removeFreeText(id, upTo);
    await matters.removeFreeText(id, until);
    await drafts.removeAll(id);
  }
  return count;
}
