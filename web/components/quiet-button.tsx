interface QuietButtonProps {
  readonly onClick: () => void;
  readonly children: string;
}

/** A button that only a script can press. */
export function QuietButton({ onClick, children }: QuietButtonProps) {
  return (
    <button type="button" class="quiet" onClick={onClick}>
      {children}
    </button>
  );
}
