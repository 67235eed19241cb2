import { formatNumber } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { type Topic, topics } from '#shared/reports/topics.ts';
import { wholeLine } from '#shared/scorecards/matter-lines.ts';
import type { MatterLine, MatterLines } from '#shared/scorecards/scorecard.ts';
import { matterLineTexts, medianWords } from '#shared/scorecards/texts/matter-lines.ts';

interface MattersTableProps {
  readonly matters: MatterLines;
  readonly lang: Lang;
}

const counts = ['opened', 'settled', 'open', 'overdue'] as const;

/** Shows the results of matters by topic. */
export function MattersTable({ matters, lang }: MattersTableProps) {
  const t = matterLineTexts[lang];
  const lines = Object.entries(matters) as [Topic, MatterLine][];
  return (
    <section>
      <h2>{t.title}</h2>
      <section class="scroll" aria-label={t.title} tabindex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t.topic}</th>
              {[...counts, 'half' as const].map((head) => (
                <th key={head} scope="col" class="num">
                  {t[head]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(([topic, line]) => (
              <Row key={topic} head={topics[topic][lang]} line={line} lang={lang} />
            ))}
            <Row head={t.all} line={wholeLine(matters)} lang={lang} />
          </tbody>
        </table>
      </section>
      <p class="hint">{t.note}</p>
    </section>
  );
}

interface RowProps {
  readonly head: string;
  readonly line: MatterLine;
  readonly lang: Lang;
}

function Row({ head, line, lang }: RowProps) {
  return (
    <tr>
      <th scope="row">{head}</th>
      {counts.map((count) => (
        <td key={count} class={count === 'overdue' && line.overdue > 0 ? 'num missed' : 'num'}>
          {formatNumber(line[count], lang)}
        </td>
      ))}
      <td class="num">{medianWords(line.days, lang)}</td>
    </tr>
  );
}
