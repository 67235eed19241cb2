import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Whom the stage tells that something is wrong, and from which costs on. */
export interface OnDuty {
  /** Who is woken. */
  readonly alarmMail: string;
  /** Who reads in the morning what could wait so long. */
  readonly morningMail: string;
  /** What a month of the account may cost, in US dollars. */
  readonly monthlyBudget: number;
}

/**
 * Parameters without a default: CloudFormation refuses a first deploy that does not name one, and keeps it afterwards.
 */
export function onDuty(scope: Construct): OnDuty {
  const mail = (id: string, description: string) => {
    const parameter = new CfnParameter(scope, id, {
      description: `${description}: a mail address, which must confirm the subscription`,
      allowedPattern: '[^@\\s]+@[^@\\s]+\\.[^@\\s]+',
    });
    return parameter.valueAsString;
  };
  const budget = new CfnParameter(scope, 'MonthlyBudget', {
    description: 'What a month of the account may cost in US dollars; who reads MorningMail is told before it does',
    type: 'Number',
    minValue: 1,
  });
  return {
    alarmMail: mail('AlarmMail', 'Who is woken by alarms'),
    morningMail: mail('MorningMail', 'Who reads the alarms that wait for the morning'),
    monthlyBudget: budget.valueAsNumber,
  };
}
