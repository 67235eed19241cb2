interface CountedLinkProps {
  readonly count: string;
  readonly words: string;
  /** More about them, in small. */
  readonly note?: string;
  readonly href: string;
  /** Somebody waits too long. */
  readonly urgent: boolean;
}

/** A number of things, and the link to exactly those. */
export function CountedLink({ count, words, note, href, urgent }: CountedLinkProps) {
  return (
    <a class={urgent ? 'hot' : undefined} href={href}>
      <b>{count}</b>
      <span>
        {` ${words}`}
        {note && <small> {note}</small>}
      </span>
    </a>
  );
}
