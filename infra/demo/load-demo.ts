import { directoryStore } from '#functions/store/directory-store.ts';
import { tablesOf } from '#infra/admin/target.ts';
import { demoDb } from '#infra/demo/demo-db.ts';
import type { LocalSystem } from '#infra/local/system.ts';
import type { Instant } from '#shared/period.ts';

/** Fills an empty local system with the demo district. It does nothing if the district exists. */
export async function loadDemo(system: Pick<LocalSystem, 'operator' | 'fill'>, now: Instant): Promise<void> {
  const { cells } = tablesOf(system.operator.outputs);
  if ((await directoryStore(demoDb(system).db, cells).districts()).length > 0) return;
  // Most starts find it there, and need not read what makes it up.
  const { enterDemo } = await import('#infra/demo/enter-demo.ts');
  await enterDemo(system, now);
}
