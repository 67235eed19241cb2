import { roleLabels } from '#shared/access/texts/roles.ts';
import { formatInstant } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Revision } from '#shared/reports/report.ts';
import { StateTag } from '#web/reports/state-tag.tsx';

interface DeedProps {
  readonly deed: Pick<Revision, 'state' | 'at' | 'by'>;
  readonly lang: Lang;
}

/** What became of a report in one step, when, and by whom. */
export function Deed({ deed: { state, at, by }, lang }: DeedProps) {
  return (
    <>
      <StateTag state={state} late={false} lang={lang} /> {formatInstant(at)}, {roleLabels[lang][by.role]} ({by.user})
    </>
  );
}
