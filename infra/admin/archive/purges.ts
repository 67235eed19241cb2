import type { DraftStore } from '#functions/store/draft-store.ts';
import { UnreadableItem } from '#functions/store/format.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import type { PurgeStore } from '#functions/store/purge-store.ts';
import { itemIn, type RawItem, textOf } from '#functions/store/raw-item.ts';
import { openArchive } from '#infra/admin/archive/manifest.ts';
import { readPart } from '#infra/admin/archive/part-files.ts';
import type { Instant } from '#shared/period.ts';
import { type PurgeStep, purgedIn } from '#shared/reports/purge.ts';
import type { ReportId } from '#shared/reports/report.ts';

/** Words that were taken out once, and must not come back with what is restored: of a report, or of what has another name. */
export type PastPurge = ReportPurge | { readonly name: string; readonly until: Instant };

interface ReportPurge {
  readonly id: ReportId;
  readonly upTo: number;
  /** Words of concerns up to then. */
  readonly until: Instant;
}

export interface PurgeStores {
  readonly purges: Pick<PurgeStore, 'removeFreeText'>;
  readonly matters: Pick<MatterStore, 'removeFreeText'>;
  readonly drafts: Pick<DraftStore, 'removeAll'>;
  /** Removes what was written by then into what has this name: a briefing or summary. @returns of how many revisions */
  readonly words: (name: string, until: Instant) => Promise<number>;
}

/** What a newer archive knows of purges, for one that is older than they are. */
export interface NewerPurges {
  /** Steps by which words of reports were taken out, as they are stored. */
  readonly steps: readonly RawItem[];
  readonly past: readonly PastPurge[];
}

/** @throws {BrokenArchive} if its digests are not right */
export async function newerPurges(path: string): Promise<NewerPurges> {
  const archive = await openArchive(path);
  try {
    const steps: RawItem[] = [];
    const past: PastPurge[] = [];
    for await (const line of readPart(archive.fileOf('purges'))) steps.push(itemIn(line));
    for await (const line of readPart(archive.fileOf('audit'))) past.push(...purgesInAudit(itemIn(line)));
    return { steps, past };
  } finally {
    await archive.close();
  }
}

/** The purges that were carried out, by their steps as they are stored. */
export function carriedOut(items: readonly RawItem[]): ReportPurge[] {
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

/** What an entry of the audit has of a purge: `purged {report id}#{revision}`, or `purged {name} …`. */
export function purgesInAudit(item: RawItem): PastPurge[] {
  const purged = purgedIn({ kind: textOf(item, 'kind'), of: textOf(item, 'of') });
  return purged ? [{ ...purged, until: textOf(item, 'at') }] : [];
}

/** What became of taking words out again. */
export interface PurgedAgain {
  /** Revisions that had words. */
  readonly revisions: number;
  /** Reports whose concerns could not be read: whether words stand there, only a person can see. */
  readonly unread: readonly ReportId[];
}

/** Takes words out again. Doing it twice changes nothing. */
export async function purgeAgain(
  past: readonly PastPurge[],
  { purges, matters, drafts, words }: PurgeStores,
): Promise<PurgedAgain> {
  // Steps know better than the audit until when, and come first.
  const keyOf = (purge: PastPurge) => ('name' in purge ? `${purge.name} ${purge.until}` : `${purge.id}#${purge.upTo}`);
  const each = new Map(past.toReversed().map((purge) => [keyOf(purge), purge]));
  const unread: ReportId[] = [];
  let revisions = 0;
  for (const purge of each.values()) {
    if ('name' in purge) {
      revisions += await words(purge.name, purge.until);
      continue;
    }
    const { id, upTo, until } = purge;
    revisions += await purges.removeFreeText(id, upTo);
    await drafts.removeAll(id);
    await matters.removeFreeText(id, until).catch((error: unknown) => {
      if (!(error instanceof UnreadableItem)) throw error;
      unread.push(id);
    });
  }
  return { revisions, unread };
}

/** What the operator is told of it. */
export function sayPurged({ revisions, unread }: PurgedAgain): string[] {
  return [
    ...(revisions > 0 ? [`Words that had been taken out were there again, of ${revisions} revisions: taken out.`] : []),
    ...unread.map((id) => `A concern of ${id} cannot be read: see yourself whether it has words that were taken out.`),
  ];
}
