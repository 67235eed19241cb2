import type { Lang } from '#shared/language/lang.ts';
import { lineageTexts } from '#shared/units/texts/lineage.ts';

/** A unit with the address of its page; without one for a reader who may not open it. */
export interface RelatedUnit {
  readonly name: string;
  readonly path?: string;
}

interface LineageNoteProps {
  readonly lang: Lang;
  /** What the unit was before a reform, and what it became after. */
  readonly before?: readonly RelatedUnit[];
  readonly after?: readonly RelatedUnit[];
}

/** Says where a unit comes from and what became of it. */
export function LineageNote({ lang, before = [], after = [] }: LineageNoteProps) {
  const t = lineageTexts[lang];
  return (
    <>
      {before.length > 0 && <Line label={t.before} units={before} />}
      {after.length > 0 && <Line label={t.after} units={after} />}
    </>
  );
}

function Line({ label, units }: { readonly label: string; readonly units: readonly RelatedUnit[] }) {
  return (
    <p class="notice">
      {label}:{' '}
      {units.map(({ name, path }, at) => (
        <>
          {at > 0 && ', '}
          {path ? <a href={path}>{name}</a> : name}
        </>
      ))}
      .
    </p>
  );
}
