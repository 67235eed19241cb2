import { pathTo } from '#shared/access/routes.ts';
import type { PlannedAction } from '#shared/actions/action.ts';
import type { ActionEffect, PooledEffect } from '#shared/actions/effect.ts';
import { actionsTexts } from '#shared/actions/texts/actions.ts';
import { effectTexts, effectVerdict, intervalWords } from '#shared/actions/texts/effect.ts';
import { capitalized, formatNumber, formatPercent } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Fraction } from '#shared/scorecards/scorecard.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface Closed {
  readonly action: PlannedAction;
  readonly unitName: string;
  /** Absent where it cannot be compared, or not yet. */
  readonly effect?: ActionEffect;
}

interface EffectsPageProps {
  readonly context: PageContext;
  readonly pooled: readonly PooledEffect[];
  readonly closed: readonly Closed[];
}

/** Whether actions have worked: all on one figure together, and each that was closed. */
export function EffectsPage({ context, pooled, closed }: EffectsPageProps) {
  const { lang } = context;
  const t = effectTexts[lang];
  return (
    <Document title={t.title} context={context} work>
      <h1>{t.title}</h1>
      <p>{t.explained}</p>
      <p class="hint">{t.all}</p>
      <h2>{t.pooled}</h2>
      {pooled.length === 0 ? <p>{t.none}</p> : <PooledTable pooled={pooled} lang={lang} />}
      {closed.length > 0 && (
        <>
          <h2>{t.closed}</h2>
          <ClosedTable closed={closed} lang={lang} />
        </>
      )}
      <p class="actions">
        <a href={pathTo('/actions', {})}>{actionsTexts[lang].back}</a>
      </p>
    </Document>
  );
}

function PooledTable({ pooled, lang }: { readonly pooled: readonly PooledEffect[]; readonly lang: Lang }) {
  const t = effectTexts[lang];
  return (
    <table class="data cards">
      <thead>
        <tr>
          {[t.indicator, t.actions, t.others, t.gain, t.verdict].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pooled.map(({ indicator, actions, others, estimate }) => (
          <tr key={indicator}>
            <th scope="row">{indicatorLabels[lang][indicator]}</th>
            <td data-as={`${t.actions}: `}>{formatNumber(actions, lang)}</td>
            <td data-as={`${t.others}: `}>{formatNumber(others, lang)}</td>
            <td data-as={`${t.gain}: `}>{estimate ? intervalWords(estimate, lang) : '—'}</td>
            <td data-as={`${t.verdict}: `}>
              <b>{effectVerdict(estimate, lang)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ClosedTable({ closed, lang }: { readonly closed: readonly Closed[]; readonly lang: Lang }) {
  const t = effectTexts[lang];
  return (
    <table class="data cards">
      <thead>
        <tr>
          {[actionsTexts[lang].action, t.own, t.beside, t.gain, t.verdict].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {closed.map(({ action, unitName, effect }) => (
          <tr key={action.id}>
            <th scope="row">
              <a href={pathTo('/actions/{id}', { id: action.id })}>{capitalized(unitName)}</a>
              <div class="muted">{indicatorLabels[lang][action.indicator]}</div>
            </th>
            {effect ? (
              <>
                <td data-as={`${t.own}: `}>
                  {actionsTexts[lang].thenWords(shareWords(effect.before, lang), shareWords(effect.after, lang))}
                </td>
                <td data-as={`${t.beside}: `}>{besideWords(effect, lang)}</td>
                <td data-as={`${t.gain}: `}>{effect.estimate ? intervalWords(effect.estimate, lang) : '—'}</td>
              </>
            ) : (
              <td colspan={3}>{t.notYet}</td>
            )}
            <td data-as={`${t.verdict}: `}>
              <b>{effectVerdict(effect?.estimate, lang)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function shareWords({ numerator, denominator }: Fraction, lang: Lang): string {
  const share = formatPercent(rounded((100 * numerator) / denominator), lang);
  return `${formatNumber(numerator, lang)}/${formatNumber(denominator, lang)} (${share})`;
}

function besideWords({ others: { count, before, after } }: ActionEffect, lang: Lang): string {
  const share = (value: number) => formatPercent(rounded(value), lang);
  return effectTexts[lang].besideWords(share(before), share(after), formatNumber(count, lang));
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
