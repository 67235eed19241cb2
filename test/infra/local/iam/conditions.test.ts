import { describe, expect, it } from 'vitest';
import { leadingKeys } from '#infra/local/dynamodb/leading-keys.ts';
import { holds, readConditions } from '#infra/local/iam/conditions.ts';

const sessions = readConditions({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['session#*', 'draft#a?'] },
  Null: { 'dynamodb:LeadingKeys': 'false' },
});
const noSeals = readConditions({ 'ForAllValues:StringNotLike': { 'dynamodb:LeadingKeys': ['audit#*', '*#text'] } });
const keys = (...values: readonly string[]) => (values.length > 0 ? { 'dynamodb:LeadingKeys': values } : {});

describe('conditions, as IAM judges them', () => {
  it.each([
    [['session#a'], true],
    [['draft#ab', 'session#'], true],
    [['draft#abc'], false],
    [['session#a', 'guess#b'], false],
    [['SESSION#a'], false],
    [[], false],
  ] as const)('keys like a pattern: %j %s', (values, says) => {
    expect(holds(sessions, keys(...values))).toBe(says);
  });

  it.each([
    [['hiep-hoa'], true],
    [['audit#hiep-hoa'], false],
    [['hiep-hoa', 'hiep-hoa#2026-10#text'], false],
    [[], true], // vacuously, without `Null`
  ] as const)('keys unlike each pattern: %j %s', (values, says) => {
    expect(holds(noSeals, keys(...values))).toBe(says);
  });

  it('others are refused at the start, not ignored', () => {
    expect(() => readConditions({ StringEquals: { 'aws:SourceVpc': 'x' } })).toThrow('StringEquals');
  });
});

describe('the keys that a call names', () => {
  const item = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });
  it.each<[string, Parameters<typeof leadingKeys>[0], readonly string[]]>([
    ['GetItem', { Key: item('a') }, ['a']],
    ['PutItem', { Item: { ...item('a'), other: { S: 'b' } } }, ['a']],
    ['BatchGetItem', { Keys: [item('a'), item('b')] }, ['a', 'b']],
    ['BatchWriteItem', [{ PutRequest: { Item: item('a') } }, { DeleteRequest: { Key: item('b') } }], ['a', 'b']],
    ['Query', { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: 'a' } } }, ['a']],
    [
      'Query by other names',
      {
        KeyConditionExpression: '#s = :s AND #p=:p',
        ExpressionAttributeNames: { '#p': 'pk', '#s': 'sk' },
        ExpressionAttributeValues: { ':p': { S: 'a' }, ':s': { S: 'b' } },
      },
      ['a'],
    ],
    ['Query of old', { KeyConditions: { pk: { AttributeValueList: [{ S: 'a' }] } } }, ['a']],
    ['Scan', {}, []],
  ])('%s', (_, call, values) => {
    expect(leadingKeys(call, 'pk')).toEqual(keys(...values));
  });
});
