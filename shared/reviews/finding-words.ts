import { criterionName } from '#shared/judging/texts/criteria.ts';
import { formatMonth, formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Month } from '#shared/period.ts';
import { resultUnits } from '#shared/reports/result-units.ts';
import type { Finding } from '#shared/reviews/sentinels.ts';
import { sentinelSentences } from '#shared/reviews/texts/sentinels.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What stands out, in a sentence with its figures. */
export function findingWords({ id, seen }: Finding, lang: Lang, nameOf: (unit: UnitId) => string): string {
  const t = sentinelSentences[lang];
  const number = (name: string) => Number(seen[name]);
  const list = (name: string) => (seen[name] ?? []) as readonly string[];
  switch (id) {
    case 'self-mark':
      return t[id](formatPercent(number('self'), lang), formatPercent(number('figures'), lang));
    case 'missed-lines':
      return t[id](
        number('count'),
        list('lines')
          .map((line) => criterionName(line, lang).toLowerCase())
          .join('; '),
      );
    case 'unexcused':
      return t[id](number('unexcused'), number('required'));
    case 'copied-before':
      return t[id](formatMonth(seen['month'] as Month, lang));
    case 'copied-from-others': {
      const [count, cells] = [number('count'), list('cells')];
      return t[id](count, cells.map(nameOf).join(', ') + (count > cells.length ? '…' : ''));
    }
    case 'same-length':
      return t[id](number('minutes'), number('months'));
    case 'members-jump':
      return t[id](number('from'), number('to'));
    case 'result-jump': {
      const unit = resultUnits[seen['unit'] as keyof typeof resultUnits][lang];
      return t[id](formatNumber(number('quantity'), lang), unit, formatNumber(number('usual'), lang));
    }
  }
}
