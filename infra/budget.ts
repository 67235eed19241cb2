import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import type { Stage } from '#infra/stages/read-stage.ts';

/**
 * Tells by mail when the account's month is forecast to cost more than it may, and when four fifths of that are spent.
 * AWS charges nothing for a budget that only notifies. It has no name of ours: names are unique in an account, also
 * between regions.
 */
export function budget(scope: Construct, { morningMail, monthlyBudget }: Stage): void {
  const subscribers = [{ subscriptionType: 'EMAIL', address: morningMail }];
  const above = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
    notification: { notificationType, threshold, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
    subscribers,
  });
  new CfnBudget(scope, 'Budget', {
    budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: monthlyBudget, unit: 'USD' } },
    notificationsWithSubscribers: [above('FORECASTED', 100), above('ACTUAL', 80)],
  });
}
