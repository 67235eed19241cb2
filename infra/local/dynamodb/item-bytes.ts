/** A value as it is sent: `{ S: 'text' }`. */
export type AttributeValue = Readonly<Record<string, unknown>>;
export type Item = Readonly<Record<string, AttributeValue>>;

/**
 * The bytes of an item as DynamoDB counts them against its 400 KB: names and texts in UTF-8, where a Vietnamese letter
 * with marks takes two or three.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function itemBytes(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);
}

function valueBytes(value: AttributeValue): number {
  const [[type, content] = ['NULL', true]] = Object.entries(value);
  switch (type) {
    case 'S':
      return Buffer.byteLength(content as string);
    case 'B':
      return Buffer.byteLength(content as string, 'base64');
    case 'N':
      return Math.ceil((content as string).replace(/\D/g, '').length / 2) + 1;
    case 'SS':
    case 'BS':
    case 'NS':
      return (content as string[]).reduce((sum, each) => sum + valueBytes({ [type.slice(0, 1)]: each }), 0);
    case 'L':
      return (content as AttributeValue[]).reduce((sum, each) => sum + 1 + valueBytes(each), 3);
    case 'M':
      return 3 + Object.keys(content as Item).length + itemBytes(content as Item);
    default:
      return 1;
  }
}
