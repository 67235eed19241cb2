/** A form that an expired session interrupted: where it was sent and its fields, form-encoded. */
export interface InterruptedForm {
  readonly path: string;
  readonly body: string;
}

/** What follows after signing in: the requested page, or a form that is sent then. */
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
