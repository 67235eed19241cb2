import type { ComponentChildren } from 'preact';

interface FormSectionProps {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}

/** A part of the form under the heading that a secretary knows from the paper form. */
export function FormSection({ id, title, hint, children }: FormSectionProps) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </section>
  );
}
