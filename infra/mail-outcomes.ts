import { type IMetric, Metric, type MetricOptions, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  CloudWatchDimensionSource,
  ConfigurationSet,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/** SES marks each mail with this by itself. */
const SET = 'ses:configuration-set';

type Outcome = 'Bounce' | 'Complaint';

/**
 * What becomes of the mails: SES counts bounces and complaints, and writes to no address again that has bounced for good
 * or complained (the account's suppression list).
 */
export class MailOutcomes extends Construct {
  /** The configuration set that each mail names. */
  readonly name: string;

  constructor(scope: Construct) {
    super(scope, 'MailOutcomes');
    const set = new ConfigurationSet(this, 'Set', {
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
    });
    this.name = set.configurationSetName;
    set.addEventDestination('Counts', {
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
      destination: EventDestination.cloudWatchDimensions([
        { name: SET, source: CloudWatchDimensionSource.MESSAGE_TAG, defaultValue: 'none' },
      ]),
    });
  }

  /** SES asks for this right beside the one on the sender's identity. */
  grantSend(sender: LambdaFunction): void {
    const resource = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.name,
    });
    sender.addToRolePolicy(new PolicyStatement({ actions: ['ses:SendEmail'], resources: [resource] }));
  }

  /** How many mails ended so. */
  number(of: Outcome, options: MetricOptions): IMetric {
    return this.metric(of, { statistic: Stats.SUM, ...options });
  }

  /** How many of a representative number of the latest mails ended so, as SES sees it: a part of 1. */
  rate(of: Outcome, options: MetricOptions): IMetric {
    return this.metric(`Reputation.${of}Rate`, { statistic: Stats.MAXIMUM, ...options });
  }

  private metric(metricName: string, options: MetricOptions): IMetric {
    return new Metric({ namespace: 'AWS/SES', metricName, dimensionsMap: { [SET]: this.name }, ...options });
  }
}
