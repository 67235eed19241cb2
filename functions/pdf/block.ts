export interface Column {
  readonly head: string;
  /** Its share of the table's width, relative to the other columns. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** A part of a document, independent of how it is drawn. */
export type Block =
  | { readonly heading: string }
  | { readonly text: string }
  /** Smaller text that explains the figures. */
  | { readonly note: string }
  | { readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] };
