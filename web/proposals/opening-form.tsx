import { pathTo } from '#shared/access/routes.ts';
import type { Month } from '#shared/period.ts';
import { proposalsTexts } from '#shared/proposals/texts/proposals.ts';
import type { UnitId } from '#shared/units/units.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { TextField } from '#web/form/text-field.tsx';
import type { LedProposals } from '#web/proposals/led-proposals.ts';

interface OpeningFormProps {
  readonly context: PageContext;
  readonly cell: UnitId;
  readonly month: Month;
  readonly led: LedProposals;
}

/** Opens and closes the page for members, and issues another code. */
export function OpeningForm({ context, cell, month, led }: OpeningFormProps) {
  const { lang } = context;
  const t = proposalsTexts[lang];
  const { typed, errors, mostDays, isOpen, seen } = led;
  const form = { lang, typed: { days: String(mostDays), ...typed }, errors };
  return (
    <form method="post" action={pathTo('/prepare/proposals', {})} autocomplete="off">
      <CsrfField context={context} />
      <input type="hidden" name="cell" value={cell} />
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="seen" value={seen} />
      <TextField form={form} name="days" label={t.days} hint={t.daysHint(mostDays)} kind="count" />
      <p class="send">
        <button type="submit" name="action" value="open">
          {isOpen ? t.longer : t.open}
        </button>
        {isOpen && (
          <>
            {' '}
            <button type="submit" name="action" value="close" class="quiet">
              {t.close}
            </button>{' '}
            <button type="submit" name="action" value="renew" class="quiet">
              {t.renew}
            </button>
          </>
        )}
      </p>
    </form>
  );
}
