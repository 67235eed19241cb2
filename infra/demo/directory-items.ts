import { unitItems } from '#functions/store/unit-store.ts';
import { demoUnits, entered } from '#infra/demo/units.ts';

/** The items of the demonstration's units, and apart from them the one by which the district is found. */
export function directoryItems() {
  const { entry = [], others = [] } = Object.groupBy(unitItems(demoUnits(), entered), (item) =>
    item['pk'] === 'districts' ? 'entry' : 'others',
  );
  return { entry, others };
}
