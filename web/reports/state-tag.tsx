import type { Lang } from '#shared/language/lang.ts';
import { stateLabels } from '#shared/reports/texts/states.ts';

/** Each state has its own shape, so that readers can tell states apart quickly, even in black and white. */
const shapes = { missing: '○', notDue: '…', submitted: '●', late: '◐', returned: '«', confirmed: '✓' } as const;

interface StateTagProps {
  readonly state: 'missing' | 'notDue' | 'submitted' | 'returned' | 'confirmed';
  readonly late: boolean;
  readonly lang: Lang;
}

/**
 * Shows the state of a cell or report by word and shape. A late report stays late after it is returned or confirmed.
 */
export function StateTag({ state, late, lang }: StateTagProps) {
  const shown = state === 'submitted' && late ? 'late' : state;
  const labels = stateLabels[lang];
  return (
    <span class={`tag ${shown}`}>
      <span aria-hidden="true">{shapes[shown]}</span> {labels[shown]}
      {late && shown !== 'late' && shown !== 'missing' && ` (${labels.late.toLowerCase()})`}
    </span>
  );
}
