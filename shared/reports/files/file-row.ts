import type { Typed } from '#shared/input/typed.ts';

/** Something that a cell says, as it was understood. */
export interface Understood {
  readonly field: string;
  /** `D12`; none for what the sheet does not say. */
  readonly address?: string;
  /** As it stands in the sheet. */
  readonly said: string;
  /** As it is taken. */
  readonly typed: string;
  /** Why it is taken so, where that is not plain. */
  readonly why?: 'presumed' | 'rest-of-required' | 'last-report' | 'whole-members' | 'required-differs' | 'no-value';
}

/** A row of a sheet: one meeting of one cell, before it is a report. */
export interface FileRow {
  /** `8`, or `T11!8`. */
  readonly row: string;
  /** The name in the sheet. */
  readonly said: string;
  /** The cell that it means; blank where that is not known. */
  readonly cell: string;
  /** Where a field's cell stands in the sheet. */
  readonly from: Readonly<Record<string, string>>;
  readonly typed: Typed;
  readonly understood: readonly Understood[];
  /** What the sheet says besides, such as in the column for remarks. */
  readonly remarks: readonly string[];
}
