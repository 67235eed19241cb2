import type { Account } from '#shared/access/accounts.ts';
import { ONE_TIME_DAYS } from '#shared/access/password.ts';
import { accountTexts } from '#shared/access/texts/accounts.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import { addDays, dayAt, type Instant } from '#shared/period.ts';
import { fullName, parentOf, type Unit } from '#shared/units/units.ts';

/** An account and the one-time password that its owner is handed. */
export interface Slip {
  readonly account: Pick<Account, 'user' | 'role' | 'unit'> & { readonly group?: number | undefined };
  readonly password: string;
}

export interface Printed {
  /** Where people sign in. */
  readonly url: string;
  readonly units: readonly Unit[];
  readonly at: Instant;
}

const t = accountTexts.vi;

/** The slips of accounts on one sheet. */
export function accountSheet(slips: readonly Slip[], printed: Printed): string {
  return [sheetHead, ...slips.map((slip) => slipOf(slip, printed))].join('');
}

/** What the owner of an account is handed, as a part of a sheet. */
export function slipOf({ account, password }: Slip, { url, units, at }: Printed): string {
  const { user, role, unit: id, group } = account;
  const until = formatDay(addDays(dayAt(at), ONE_TIME_DAYS));
  const nameOf = (of: string | undefined) => units.find((unit) => unit.id === of);
  const [unit, above] = [nameOf(id), nameOf(parentOf(id))];
  const names = [unit, role === 'cell' ? above : undefined].flatMap((each) =>
    each ? capitalized(fullName(each)) : [],
  );
  return `<section>
<h1>${escaped(names.join(', ') || id)}</h1>
<p>${escaped([roleLabels.vi[role], group].filter((part) => part !== undefined).join(' '))}</p>
<dl>
<dt>${t.sheetAddress}</dt><dd>${escaped(url)}</dd>
<dt>${t.user}</dt><dd><code>${escaped(user)}</code></dd>
<dt>${t.password}</dt><dd><code class="password">${escaped(password)}</code></dd>
</dl>
<p>${t.sheetHint(until)}</p>
</section>
`;
}

/**
 * What a sheet begins with; slips follow, as many as there are. It is a page that any browser prints on A4, with lines to
 * cut along, and loads nothing, so that no password goes anywhere.
 */
export const sheetHead = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${t.sheetTitle}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
@page { size: A4; margin: 12mm 15mm }
body { font: 12pt/1.4 "Times New Roman", Tinos, serif; margin: 0 }
section { border-bottom: 1px dashed #000; break-inside: avoid; padding: 6mm 0 }
h1 { font-size: 14pt; margin: 0 }
p { margin: 1mm 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 5mm; margin: 2mm 0 }
dd { margin: 0 }
code { font: 13pt monospace }
.password { font-size: 17pt; letter-spacing: 1px }
</style></head>
<body>
`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
