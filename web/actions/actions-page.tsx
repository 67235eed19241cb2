import { Fragment } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import type { ActionList } from '#shared/actions/choose-actions.ts';
import type { Proposal } from '#shared/actions/propose.ts';
import { actionListLabels, actionsTexts } from '#shared/actions/texts/actions.ts';
import { capitalized, formatNumber } from '#shared/language/format.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import { ActionTable, type ListedAction } from '#web/actions/action-table.tsx';
import { ProposalTable } from '#web/actions/proposal-table.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

type List = ActionList | 'proposed';

interface ActionsPageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  readonly list: List;
  /** Whether the reader may see how well actions worked. */
  readonly mayCompare: boolean;
  /** How many each list has; those that the reader has not are absent. */
  readonly counts: Readonly<Partial<Record<List, number>>>;
  /** The only figure shown, if one is chosen. */
  readonly indicator?: IndicatorId;
  /** The communes that can be chosen; none on the list of one. */
  readonly units: readonly Unit[];
  /** The figures that can be chosen. */
  readonly indicators: readonly IndicatorId[];
  readonly actions: readonly ListedAction[];
  readonly proposals: readonly Proposal[];
  readonly page: number;
  readonly pages: number;
}

const lists = ['open', 'overdue', 'proposed', 'closed'] as const;

/** What is done about the figures of a unit and below, filtered by links and one form. */
export function ActionsPage(props: ActionsPageProps) {
  const { context, unit, list, mayCompare, counts, indicator, units, indicators, actions, proposals, page, pages } =
    props;
  const { lang } = context;
  const t = actionsTexts[lang];
  const number = (count: number) => formatNumber(count, lang);
  const chosen = { unit: unit.id, ...(indicator && { indicator }) };
  const to = (changes: Readonly<Record<string, string>>) => pathTo('/actions', {}, { ...chosen, ...changes });
  const titleOf = (each: List) => (each === 'proposed' ? t.proposed : actionListLabels[lang][each]);
  const rows = list === 'proposed' ? proposals : actions;
  return (
    <Document title={t.title} context={context} work>
      <h1>{t.title}</h1>
      <p class="lead">
        <b>{capitalized(unit.name)}.</b> {t.lead(number(counts.open ?? 0), number(counts.overdue ?? 0))}
      </p>
      <p class="hint">{t.explained}</p>
      <nav aria-label={t.lists}>
        <p class="actions">
          {lists.map((each) => {
            const count = counts[each];
            if (count === undefined) return null;
            const label = `${titleOf(each)} (${number(count)})`;
            return (
              <Fragment key={each}>
                {each === list ? <b aria-current="true">{label}</b> : <a href={to({ state: each })}>{label}</a>}{' '}
              </Fragment>
            );
          })}
          {mayCompare && <a href={pathTo('/actions', {}, { view: 'effect' })}>{t.effect}</a>}
        </p>
      </nav>
      {indicators.length > 0 && (
        <form class="find" method="get" action={pathTo('/actions', {})} aria-label={t.filterTitle}>
          <input type="hidden" name="state" value={list} />
          {units.length > 0 ? (
            <Choice name="unit" label={t.unit} all={[unit.id, t.everyUnit]} chosen={unit.id}>
              {units.map((each) => [each.id, capitalized(fullName(each))])}
            </Choice>
          ) : (
            <input type="hidden" name="unit" value={unit.id} />
          )}
          <Choice name="indicator" label={t.indicator} all={['', t.everyIndicator]} chosen={indicator ?? ''}>
            {indicators.map((each) => [each, indicatorLabels[lang][each]])}
          </Choice>
          <button type="submit">{t.filter}</button>
        </form>
      )}
      <h2>{titleOf(list)}</h2>
      {list === 'proposed' && <p class="hint">{t.proposedHint}</p>}
      {rows.length === 0 && <p>{list === 'proposed' ? t.noProposal : t.none}</p>}
      {list !== 'proposed' && rows.length > 0 && (
        <ActionTable actions={actions} list={{ ...chosen, state: list }} lang={lang} />
      )}
      {list === 'proposed' && rows.length > 0 && <ProposalTable proposals={proposals} lang={lang} />}
      {pages > 1 && (
        <p class="actions">
          {page > 1 && <a href={to({ state: list, page: String(page - 1) })}>{t.less}</a>}{' '}
          {`${number(page)}/${number(pages)}`}{' '}
          {page < pages && <a href={to({ state: list, page: String(page + 1) })}>{t.more}</a>}
        </p>
      )}
    </Document>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly all: readonly [string, string];
  readonly chosen: string;
  readonly children: readonly (readonly [string, string])[];
}

function Choice({ name, label, all, chosen, children }: ChoiceProps) {
  return (
    <div>
      <label for={name}>{label}</label>{' '}
      <select id={name} name={name}>
        {[all, ...children].map(([value, words]) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
