import type { Lang } from '#shared/language/lang.ts';
import { stateLabels } from '#shared/reports/texts/states.ts';

/** A shape for each state, so that it can be told apart in black and white and at a glance. */
const shapes = { missing: '○', submitted: '●', late: '◐', returned: '↩', confirmed: '✓' } as const;

interface StateTagProps {
  readonly state: 'missing' | 'submitted' | 'returned' | 'confirmed';
  readonly late: boolean;
  readonly lang: Lang;
}

/** The state of a cell or a report by word and shape. What is late stays late when it is returned or confirmed. */
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
