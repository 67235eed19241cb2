import { type AccountFault, type AccountField, fieldAt } from '#shared/access/accounts.ts';
import { accountFaultTexts, accountTexts } from '#shared/access/texts/accounts.ts';
import type { Lang } from '#shared/language/lang.ts';
import { Alert } from '#web/components/alert.tsx';

/** A mistake and its place: the page's form or a line of the file. */
export interface PlacedFault {
  /** The line of the file; 0 means the form. */
  readonly number: number;
  readonly fault: AccountFault;
  /** The cell of the file: `C8`. */
  readonly cell?: string;
}
export type Faults = readonly (PlacedFault | 'bad-file')[];

interface AccountFaultsProps {
  readonly lang: Lang;
  readonly faults: Faults;
  /** The fields on the page: a mistake in another field has no link. */
  readonly shown: readonly (AccountField | 'file')[];
}

/** Lists every mistake at the top of the page, each as a link to its field. */
export function AccountFaults({ lang, faults, shown }: AccountFaultsProps) {
  const t = accountTexts[lang];
  return (
    <Alert title={t.wrongTitle}>
      <ul>
        {faults.map((each) => {
          const isOfFile = each === 'bad-file' || each.number > 0;
          const field = isOfFile ? 'file' : fieldAt(each.fault);
          const line = isOfFile && each !== 'bad-file' ? t.line(each.number) : '';
          const says =
            each === 'bad-file' ? t['bad-file'] : line + accountFaultTexts[lang][each.fault] + cellIn(each, lang);
          return <li key={says}>{field && shown.includes(field) ? <a href={`#${field}`}>{says}</a> : says}</li>;
        })}
      </ul>
    </Alert>
  );
}

function cellIn({ cell }: PlacedFault, lang: Lang): string {
  return cell === undefined ? '' : ` (${accountTexts[lang].cell(cell)})`;
}

/** The message at a field of the form: its first mistake. */
export function faultTextAt(field: AccountField, faults: Faults | undefined, lang: Lang): string | undefined {
  const found = faults?.find((each) => each !== 'bad-file' && each.number === 0 && fieldAt(each.fault) === field);
  return found && found !== 'bad-file' ? accountFaultTexts[lang][found.fault] : undefined;
}
