import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { labelOf } from '#shared/reports/texts/fields.ts';
import { fullName, type Group, type Unit, type UnitId } from '#shared/units/units.ts';
import { type Assignment, groupSize, memberName } from '#shared/visits/groups.ts';
import { groupsTexts } from '#shared/visits/texts/groups.ts';
import { memoTexts } from '#shared/visits/texts/memo.ts';
import { Alert } from '#web/components/alert.tsx';
import { MonthNav } from '#web/components/month-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { AssignGroupsForm } from '#web/visits/assign-groups-form.tsx';
import { MembersForm } from '#web/visits/members-form.tsx';

interface GroupsPageProps {
  readonly context: PageContext;
  readonly month: Month;
  readonly previousMonth?: Month;
  readonly nextMonth?: Month;
  /** The groups that the reader sees. */
  readonly groups: readonly Group[];
  readonly communes: readonly Unit[];
  /** Set on the page of one group, with all its assignments of all times. */
  readonly one?: { readonly group: Group; readonly assignments: readonly Assignment[] };
  /** Set where the reader may edit the groups. */
  readonly editing?: { readonly baseRevision: number; readonly typed: Typed };
  readonly errors: readonly FieldError[];
  readonly stale: boolean;
  readonly done: boolean;
}

/** A district's working groups in a month, or one of them, with their members and communes. */
export function GroupsPage(props: GroupsPageProps) {
  const { context, month, previousMonth, nextMonth, groups, communes, one, editing, errors, stale, done } = props;
  const { lang } = context;
  const t = groupsTexts[lang];
  const title = `${one ? one.group.name : t.title}, ${formatMonth(month, lang)}`;
  const form = { lang, typed: editing?.typed ?? {}, errors };
  const named = new Map(communes.map((commune) => [commune.id, capitalized(fullName(commune))]));
  const nameOf = (field: string) => named.get(field.slice('group.'.length)) ?? labelOf(field, lang, () => '');
  return (
    <Document title={title} context={context} typing={stale || errors.length > 0} wide>
      <h1>{title}</h1>
      {stale && <Alert title={t.stale} />}
      <RowMistakes form={form} title={t.errors} nameOf={nameOf} />
      {done && <Alert title={t.stored} tone="done" />}
      <MonthNav
        lang={lang}
        previous={previousMonth}
        next={nextMonth}
        to={(other) => pathTo('/groups', {}, { month: other, ...(one && { group: String(one.group.number) }) })}
      />
      {one ? (
        <One
          {...one}
          isEntered={groups.some(({ number }) => number === one.group.number)}
          hasMemo={nextMonth !== undefined && context.session?.role !== 'commune'}
          {...{ month, named, lang }}
        />
      ) : (
        <All groups={groups} month={month} named={named} lang={lang} />
      )}
      {editing && !one && (
        <>
          <Without groups={groups} named={named} lang={lang} />
          <p class="actions">
            <a href={pathTo('/groups', {}, { group: String((groups.at(-1)?.number ?? 0) + 1) })}>{t.add}</a>
          </p>
          {groups.length > 0 && <AssignGroupsForm {...{ context, form, groups, communes, ...editing }} />}
        </>
      )}
      {editing && one && <MembersForm {...{ context, form, ...editing }} number={one.group.number} />}
    </Document>
  );
}

interface PartProps {
  readonly lang: PageContext['lang'];
  readonly named: ReadonlyMap<UnitId, string>;
}

type AllProps = PartProps & Pick<GroupsPageProps, 'groups' | 'month'>;

function All({ groups, month, named, lang }: AllProps) {
  const t = groupsTexts[lang];
  if (groups.length === 0) return <p>{t.no}</p>;
  return (
    <table class="data cards">
      <caption>{t.table}</caption>
      <thead>
        <tr>
          <th scope="col">{t.group}</th>
          <th scope="col">{t.head}</th>
          <th scope="col">{t.size}</th>
          <th scope="col">{t.communes}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ number, name, communes, members = [] }) => (
          <tr key={number}>
            <th scope="row">
              <a href={pathTo('/groups', {}, { group: String(number), month })}>{name}</a>
            </th>
            <td data-as={`${t.head}: `}>
              {members[0] ? memberName(members[0]) : <span class="missed">{t.none}</span>}
            </td>
            <td data-as={`${t.size}: `}>{members.length}</td>
            <td data-as={`${t.communes}: `}>{namesOf(communes, named) || <span class="missed">{t.none}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Lists the communes without a working group. */
function Without({ groups, named, lang }: PartProps & Pick<GroupsPageProps, 'groups'>) {
  const taken = new Set(groups.flatMap(({ communes }) => communes));
  const without = [...named].filter(([id]) => !taken.has(id)).map(([, name]) => name);
  if (without.length === 0) return null;
  return (
    <p>
      <b>{groupsTexts[lang].without}:</b> <span class="missed">{without.join('; ')}</span>
    </p>
  );
}

interface OneProps extends PartProps, NonNullable<GroupsPageProps['one']>, Pick<GroupsPageProps, 'month'> {
  /** Whether the district has entered the group; without that it has no visits. */
  readonly isEntered: boolean;
  /** Whether the month has begun, and the reader is one of those for whom the memo is. */
  readonly hasMemo: boolean;
}

function One({ group: { number, members = [] }, isEntered, hasMemo, assignments, month, named, lang }: OneProps) {
  const t = groupsTexts[lang];
  const [head, ...others] = members;
  const isOff = members.length > 0 && (members.length < groupSize.least || members.length > groupSize.most);
  return (
    <>
      <p class="actions">
        {isEntered && <a href={pathTo('/visits', {}, { month, group: String(number) })}>{t.visits}</a>}{' '}
        {isEntered && hasMemo && (
          <a href={pathTo('/visits', {}, { view: 'memo', month, group: String(number) })}>{memoTexts[lang].link}</a>
        )}{' '}
        <a href={pathTo('/groups', {}, { month })}>{t.all}</a>
      </p>
      <h2>{t.members}</h2>
      {head ? (
        <ul class="rows">
          <li>
            {memberName(head)} <b>({t.head})</b>
          </li>
          {others.map((member) => (
            <li key={memberName(member)}>{memberName(member)}</li>
          ))}
        </ul>
      ) : (
        <p class="missed">{t.none}</p>
      )}
      {isOff && <p class="notice">{t.off(members.length)}</p>}
      <h2>{t.communes}</h2>
      {assignments.length === 0 && <p class="missed">{t.none}</p>}
      <ul class="rows">
        {assignments.map(({ commune, from, to }) => (
          <li key={`${commune} ${from}`}>
            {named.get(commune) ?? commune}{' '}
            <span class="muted">{t.span(formatMonth(from, lang), to && formatMonth(to, lang))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function namesOf(communes: readonly UnitId[], named: ReadonlyMap<UnitId, string>): string {
  return communes.map((commune) => named.get(commune) ?? commune).join('; ');
}
