import type { ComponentChildren } from 'preact';

interface AlertProps {
  readonly title: string;
  /** `problem`: something was not done and the reader must act. `notice`: good to know. `done`: it worked. */
  readonly tone?: 'problem' | 'notice' | 'done';
  /** Whether it answers a form: then the keyboard stands here, with scripts and without. */
  readonly focused?: boolean;
  readonly children?: ComponentChildren;
}

/** A message that the reader must see first. Screen readers read it at once. */
export function Alert({ title, tone = 'problem', focused = false, children }: AlertProps) {
  return (
    <div
      class={`alert ${tone}`}
      role={tone === 'problem' ? 'alert' : 'status'}
      {...(focused && { tabindex: -1, autofocus: true })}
    >
      <h2>{title}</h2>
      {children}
    </div>
  );
}
