import type { LocalSystem } from '#infra/local/system.ts';

type Usage = ReturnType<LocalSystem['usage']>;

/**
 * What others do in a function's name, and so is never seen here: Lambda writes its log, reads its queue, and puts events
 * aside with which it failed.
 */
const ofLambda =
  /^(logs:|sqs:SendMessage \S*(Unplanned|Missed)|sqs:(ReceiveMessage|DeleteMessage|ChangeMessageVisibility|GetQueueUrl|GetQueueAttributes) )/;

/** What only the version before asks for, while a deploy shifts calls: `readItems` in `infra/table-grants.ts`. */
const ofVersionBefore = /^dynamodb:GetItem /;

/**
 * Compares what the functions did in all of these tests with what the synthesized policies let them do. A right is used
 * where one of the systems used it.
 *
 * @throws {Error} naming the rights that were granted and never used
 */
export function reportRights(usages: readonly Usage[]): void {
  const textsOf = (usage: Usage, part: 'granted' | 'unused') =>
    usage.flatMap((each) =>
      each[part]
        .filter((right) => !ofLambda.test(right) && !ofVersionBefore.test(right))
        .map((right) => `${each.name}: ${right}`),
    );
  const [first = [], ...others] = usages;
  const granted = textsOf(first, 'granted');
  const unused = textsOf(first, 'unused').filter((right) =>
    others.every((usage) => textsOf(usage, 'unused').includes(right)),
  );
  console.log(`Rights of the functions: ${granted.length} granted, ${unused.length} never used.`);
  if (unused.length > 0) throw new Error(['Rights that no test needed:', ...unused].join('\n  '));
}
