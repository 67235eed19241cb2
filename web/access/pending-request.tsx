/** A form that an expired session interrupted: its address, and its fields, form-encoded. */
export interface InterruptedForm {
  readonly path: string;
  readonly body: string;
}

/** The request that continues after signing in: a page, or an interrupted form. */
export function PendingRequest({
  next,
  carried,
}: {
  readonly next?: string | undefined;
  readonly carried?: InterruptedForm | undefined;
}) {
  return (
    <>
      {next && <input type="hidden" name="next" value={next} />}
      {carried && (
        <>
          <input type="hidden" name="carriedPath" value={carried.path} />
          <input type="hidden" name="carriedBody" value={carried.body} />
        </>
      )}
    </>
  );
}
