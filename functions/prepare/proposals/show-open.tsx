import type { Answer } from '#functions/http/answer.ts';
import type { OpenAction } from '#functions/http/http-handler.tsx';
import { type OpenedPage, type OpenPageDeps, openedPage } from '#functions/prepare/proposals/opened-page.tsx';
import { parseCount } from '#shared/input/numbers.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { ProposePage } from '#web/proposals/propose-page.tsx';

/** Shows whoever has the code where to propose something, and what the cell has answered. */
export const showOpen: OpenAction<OpenPageDeps> = async (request, deps) => {
  const opened = await openedPage(request, deps);
  if ('status' in opened) return opened;
  const sent = parseCount(request.query['sent'] ?? '');
  const isSent = opened.proposals.some(({ number }) => number === sent);
  return proposeAnswer(opened, isSent && sent ? { sent } : {});
};

interface Said {
  /** The number of the proposal that has just arrived. */
  readonly sent?: number;
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly problem?: 'full' | { readonly minutes: number };
}

/** The page: nothing on it is of other members but what the cell has answered. */
export function proposeAnswer({ code, opening, proposals, cellName, generated }: OpenedPage, said: Said): Answer {
  const { cell, month, until } = opening;
  const answers = proposals.flatMap(({ number, answer }) => (answer ? [{ number, ...answer }] : []));
  return {
    status: 200,
    json: { cell, month, until, answers },
    page: (context) => (
      <ProposePage
        context={{ ...context, ...(generated && { generated }) }}
        {...{ code, month, until, answers, cellName }}
        typed={{}}
        errors={[]}
        {...said}
      />
    ),
  };
}
