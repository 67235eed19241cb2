interface QuietButtonProps {
  readonly onClick: () => void;
  readonly children: string;
}

/** A button for scripts: it does not submit a form. */
export function QuietButton({ onClick, children }: QuietButtonProps) {
  return (
    <button type="button" class="quiet" onClick={onClick}>
      {children}
    </button>
  );
}
