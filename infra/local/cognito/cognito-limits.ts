import { InvalidParameterError } from 'cognito-local/lib/errors.js';
import type { UserPool } from 'cognito-local/lib/services/userPoolService.js';

/**
 * What Cognito refuses and cognito-local does not. How often it may be asked is not limited here.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
const limits = {
  username: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u,
  /** Of an attribute whose schema says nothing else. */
  valueLength: 2048,
  /** Of one answer. */
  page: 60,
} as const;

export interface AccountCall {
  readonly Username?: string;
  readonly UserAttributes?: readonly { readonly Name: string; readonly Value?: string }[];
  readonly Limit?: number;
  readonly NextToken?: string;
}

const creates = 'AdminCreateUser';
const updates = new Set(['AdminUpdateUserAttributes', 'UpdateUserAttributes']);

/** @throws {InvalidParameterError} for a name or an attribute that the pool's schema does not take */
export function checkAccount(operation: string, call: AccountCall, { SchemaAttributes = [] }: UserPool): void {
  if (call.Limit !== undefined && (call.Limit < 0 || call.Limit > limits.page)) {
    throw new InvalidParameterError(`1 validation error detected: Value '${call.Limit}' at 'limit' is no page`);
  }
  if (call.Username !== undefined && !limits.username.test(call.Username)) {
    throw new InvalidParameterError("1 validation error detected: Value at 'username' failed to satisfy constraint");
  }
  if (operation !== creates && !updates.has(operation)) return;
  for (const { Name, Value = '' } of call.UserAttributes ?? []) {
    const schema = SchemaAttributes.find((each) => each.Name === Name);
    if (!schema) {
      throw new InvalidParameterError(
        `Attributes did not conform to the schema: Type for attribute {${Name}} could not be determined`,
      );
    }
    if (updates.has(operation) && schema.Mutable === false) {
      throw new InvalidParameterError(`user.${Name}: Attribute cannot be updated.`);
    }
    const { MinLength = '0', MaxLength = limits.valueLength } = schema.StringAttributeConstraints ?? {};
    const { length } = [...Value];
    if (length < Number(MinLength) || length > Math.min(Number(MaxLength), limits.valueLength)) {
      throw new InvalidParameterError(
        `Attributes did not conform to the schema: ${Name}: String must be between ${MinLength} and ${MaxLength} characters`,
      );
    }
  }
}

/** Cuts a list of accounts into pages, as Cognito does: cognito-local answers with all. */
export function inPages(reply: object, { Limit, NextToken = '0' }: AccountCall): object {
  if (!('Users' in reply) || !Array.isArray(reply.Users)) return reply;
  const from = Number(NextToken);
  const to = from + (Limit || limits.page);
  return { ...reply, Users: reply.Users.slice(from, to), ...(to < reply.Users.length && { NextToken: `${to}` }) };
}
