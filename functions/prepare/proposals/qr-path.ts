import encodeQR from 'qr';

/** A QR code as one path of squares, each of one unit, with the free border that readers need. */
export interface QrPath {
  /** Squares a side, the border among them. */
  readonly size: number;
  readonly path: string;
}

/** Squares left free around the code. @see ISO/IEC 18004, 9.1 */
const BORDER = 4;

/** The QR code of a text: each run of dark squares in a row is one rectangle. */
export function qrPath(text: string): QrPath {
  const rows = encodeQR(text, 'raw', { border: BORDER });
  const path = rows.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return { size: rows.length, path: path.join('') };
}
