/** A body as somebody sends it who wants to keep a function busy. */
export interface HostileBody {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
  /** Whether it is no form of ours; the others are read and then refused by their fields. */
  readonly refused: boolean;
}

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const MULTIPART = 'multipart/form-data; boundary=b';
const part = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n';

/** One body of each kind, each of so many bytes. */
export function hostileBodies(bytes: number): HostileBody[] {
  const fill = (unit: string, frame = 0) => unit.repeat(Math.floor((bytes - frame) / Buffer.byteLength(unit)));
  const half = 'k'.repeat(bytes / 2);
  const kinds: readonly (readonly [name: string, type: string, text: string, refused: boolean])[] = [
    ['a long name for each item', JSON_TYPE, `{"${half}":[${'1,'.repeat(bytes / 4 - 8)}1]}`, true],
    ['a long name for each of few items', JSON_TYPE, `{"${half}":[${'1,'.repeat(1900)}1]}`, true],
    ['arrays in arrays', JSON_TYPE, fill('['), true],
    ['objects in objects, closed', JSON_TYPE, `${'{"a":'.repeat(bytes / 8)}1${'}'.repeat(bytes / 8)}`, true],
    ['values that are none', JSON_TYPE, `{"a":[${fill('null,', 10)}1]}`, true],
    ['a number without end', JSON_TYPE, `{"a":${fill('9', 6)}}`, false],
    ['quotes that open and close', JSON_TYPE, fill('"\\"'), true],
    ['escaped letters', JSON_TYPE, `{"a":"${fill('\\u0041', 8)}"}`, false],
    ['fields without end', FORM, fill('a=1&'), true],
    ['names without end', FORM, fill('a'), true],
    ['separators alone', FORM, fill('&'), false],
    ['percent escapes', FORM, `a=${fill('%41', 2)}`, false],
    ['escapes of nothing', FORM, `a=${fill('%', 2)}`, false],
    ['bytes that mean nothing', FORM, `a=${fill('%F4', 2)}`, false],
    ['marks on one letter', FORM, `a=e${fill('\u0301\u0323', 3)}`, false],
    ['text encoded twice', FORM, `a=${fill('Ã¡', 2)}`, false],
    ['parts without end', MULTIPART, fill(`${part}x\r\n`), true],
    ['lines that look like a boundary', MULTIPART, `${part}${fill('\r\n--', 100)}\r\n--b--`, false],
    ['a head without end', MULTIPART, `--b\r\n${fill('a', 20)}\r\n--b--`, true],
    ['boundaries alone', MULTIPART, fill('--b\r\n'), true],
  ];
  return kinds.map(([name, type, text, refused]) => ({ name, type, body: Buffer.from(text), refused }));
}
