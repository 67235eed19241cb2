export interface Column {
  readonly head: string;
  /** Its share of the table's width, relative to the other columns. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** A line that stands by itself: of a head, a title, or of who signs. */
export interface Line {
  readonly text: string;
  readonly font?: 'bold' | 'italic' | 'boldItalic';
  /** In points; absent: as the text. */
  readonly points?: number;
  readonly underline?: true;
}

/** A part of a document, independent of how it is written: Word and PDF say the same words in the same order. */
export type Block =
  | { readonly heading: string }
  | { readonly text: string }
  /** Smaller text that explains the figures. */
  | { readonly note: string }
  /** Lines to be filled by hand: so many. */
  | { readonly blank: number }
  | { readonly centred: readonly Line[] }
  /**
   * Two columns without lines: who writes and the Party; or who receives or signs on the left and who signs on the right,
   * which is kept on one page. `signed` says how the left one stands.
   */
  | { readonly left: readonly Line[]; readonly right: readonly Line[]; readonly signed?: 'left' | 'center' }
  | {
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      /** Colours behind the cells, which only help the eye; a document for Word has none. */
      readonly shades?: readonly (readonly (string | undefined)[])[];
      /** Of a table that has to fit its page: the size of its letters. */
      readonly points?: number;
    }
  /**
   * `sideways`: on paper that lies, until the next new page. `appendices`: what follows is attached to the letter before,
   * and the file's footer stands on it alone.
   */
  | { readonly page: 'new' | 'sideways' | 'appendices' };

/** Whether a block begins the appendices of a letter. */
export const beginsAppendices = (block: Block): boolean => 'page' in block && block.page === 'appendices';

/** The share of the width that the left of two columns has. */
export const LEFT_COLUMN = 0.42;

export type Table = Extract<Block, { readonly rows: unknown }>;

export const textColumn = (head: string, width: number): Column => ({ head, width, align: 'left' });
export const numberColumn = (head: string, width: number): Column => ({ head, width, align: 'right' });
export const centredColumn = (head: string, width: number): Column => ({ head, width, align: 'center' });
