import type { ComponentChildren } from 'preact';

interface AlertProps {
  readonly title: string;
  /** `problem`: something was not done and the reader must act. `notice`: good to know. `done`: it worked. */
  readonly tone?: 'problem' | 'notice' | 'done';
  readonly children?: ComponentChildren;
}

/** Shows what a reader must see first. Screen readers read it aloud at once. */
export function Alert({ title, tone = 'problem', children }: AlertProps) {
  return (
    <div class={`alert ${tone}`} role={tone === 'problem' ? 'alert' : 'status'}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
