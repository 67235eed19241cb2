import type { LocalSystemOptions } from '#infra/local/system.ts';
import { type DemoSystem, demoSystem } from '#test/bench/demo-system.ts';
import { type MeteredDatabase, meteredDatabase } from '#test/bench/metered-database.ts';

/** The demonstration with a meter before its database; `take` gives what was used since it was last asked. */
export async function meteredDemo(
  options: Pick<LocalSystemOptions, 'report'> = {},
): Promise<{ readonly system: DemoSystem; readonly take: MeteredDatabase['take'] }> {
  let meter: MeteredDatabase | undefined;
  const system = await demoSystem({
    ...options,
    database: async (...given) => {
      meter = await meteredDatabase(...given);
      return meter;
    },
  });
  if (!meter) throw new Error('The system started without its database');
  return { system, take: meter.take };
}
