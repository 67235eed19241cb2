import { prepareTexts } from '#shared/prepare/texts/prepare.ts';
import type { PrepareProps } from '#web/prepare/prepare-props.ts';

/** The lines to fill by hand at the meeting: on paper alone. */
export function ByHand({ context: { lang } }: PrepareProps) {
  const t = prepareTexts[lang];
  return (
    <section class="onpaper">
      <h2>{t.byHand}</h2>
      <p>{t.handCounts.split(';').map((count) => `${count} _____  `)}</p>
      {[1, 2, 3].map((n) => (
        <p key={n}>
          {t.newTask} {n} ______________________________ {t.who} ____________ {t.due} ________
        </p>
      ))}
    </section>
  );
}
