import type { ComponentChildren } from 'preact';

interface FiguresTableProps {
  readonly title: string;
  /** The heading of the first column, which names the rows. */
  readonly first: string;
  /** The headings of the other columns. */
  readonly heads: readonly string[];
  /** Below a small tablet a row becomes a block of words: its cells name their column (`data-as`). */
  readonly cards?: boolean;
  /** The table's body, and its foot if it has one. */
  readonly children: ComponentChildren;
}

/** A table of counts with one row per unit or topic. It scrolls in its own box, which the keyboard can reach. */
export function FiguresTable({ title, first, heads, cards = false, children }: FiguresTableProps) {
  return (
    <section class="scroll" aria-label={title} tabindex={0}>
      <table class={cards ? 'data cards counts' : 'data'}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {heads.map((head) => (
              <th key={head} scope="col" class="num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </section>
  );
}
