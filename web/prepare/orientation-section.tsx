import { pathTo } from '#shared/access/routes.ts';
import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import type { PrepareProps } from '#web/prepare/prepare-props.ts';

/** The points of the district's orientation for this type of cell, and where all of it and its documents stand. */
export function OrientationSection({ context: { lang }, prepared: { orientation, month } }: PrepareProps) {
  const t = prepareTexts[lang];
  return (
    <section class="noprint">
      <h2>{t.orientation}</h2>
      {orientation.length === 0 && <p>{t.noOrientation}</p>}
      {orientation.length > 0 && (
        <ul class="rows">
          {orientation.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      <p class="actions">
        <a href={pathTo('/guidance', {}, { month })}>{t.wholeOrientation}</a>
      </p>
    </section>
  );
}
