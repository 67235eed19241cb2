/**
 * The mark of a question that must be answered. It stands beside the label, so that the label stays the question's
 * name; what is read aloud is `aria-required` at the control, which no browser enforces by itself.
 */
export function Must({ must }: { readonly must: boolean }) {
  return must ? (
    <b class="must" aria-hidden="true">
      {' *'}
    </b>
  ) : null;
}
