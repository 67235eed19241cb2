import type { TrackedAction } from '#shared/actions/action.ts';
import { actionsTexts } from '#shared/actions/texts/actions.ts';
import { capitalized } from '#shared/language/format.ts';
import type { UnitId } from '#shared/units/units.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface ActionsPageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  readonly actions: readonly TrackedAction[];
}

/** What is done about the figures of a unit and below. */
export function ActionsPage({ context, unit, actions }: ActionsPageProps) {
  const t = actionsTexts[context.lang];
  return (
    <Document title={t.title} context={context} work>
      <h1>{t.title}</h1>
      <p class="lead">
        <b>{capitalized(unit.name)}.</b> {actions.length === 0 && t.none}
      </p>
    </Document>
  );
}
