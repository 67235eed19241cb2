import { pathTo } from '#shared/access/routes.ts';
import type { Month } from '#shared/period.ts';
import { replyField } from '#shared/proposals/parse-deed.ts';
import type { Proposal } from '#shared/proposals/proposal.ts';
import { proposalsTexts } from '#shared/proposals/texts/proposals.ts';
import type { UnitId } from '#shared/units/units.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { TextField } from '#web/form/text-field.tsx';
import type { LedProposals } from '#web/proposals/led-proposals.ts';

interface AnswerFormProps {
  readonly context: PageContext;
  readonly cell: UnitId;
  readonly month: Month;
  readonly proposal: Proposal;
  readonly led: LedProposals;
}

/** What the cell says to one proposal: it comes on the agenda, or a reply. */
export function AnswerForm({ context, cell, month, proposal, led }: AnswerFormProps) {
  const { lang } = context;
  const t = proposalsTexts[lang];
  const { number, answer, revision } = proposal;
  const field = replyField(number);
  const form = { lang, typed: { [field]: answer?.reply ?? '', ...led.typed }, errors: led.errors };
  return (
    <form method="post" action={pathTo('/prepare/proposals', {})} autocomplete="off" class="noprint">
      <CsrfField context={context} />
      <input type="hidden" name="cell" value={cell} />
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="seen" value={revision} />
      <TextField form={form} name={field} label={t.reply(number)} hint={t.replyHint} />
      <p class="send">
        <button type="submit" name="action" value="reply">
          {t.sendReply}
        </button>{' '}
        <button type="submit" name="action" value="agenda" class="quiet">
          {t.toAgenda}
        </button>
      </p>
    </form>
  );
}
