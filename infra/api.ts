import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, type HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IMetric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Stack, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { ApiIntegration } from '#infra/api-integration.ts';
import { type RoutedFunction, routes } from '#shared/access/routes.ts';

/** The HTTP API: it sends each route of `shared/access/routes.ts` to its function. */
export class Api extends Construct {
  /** The host that CloudFront uses as its origin. */
  readonly host: string;
  private readonly http: HttpApi;

  constructor(scope: Construct, functions: Readonly<Record<RoutedFunction, IFunction>>) {
    super(scope, 'Api');
    const integrations = {
      web: new ApiIntegration('Web', functions.web),
      scorecards: new ApiIntegration('Scorecards', functions.scorecards),
      directory: new ApiIntegration('Directory', functions.directory),
      guidance: new ApiIntegration('Guidance', functions.guidance),
      prepare: new ApiIntegration('Prepare', functions.prepare),
      steering: new ApiIntegration('Steering', functions.steering),
    };
    // The `web` function answers unknown paths with a page; API Gateway would send two words of JSON.
    const api = new HttpApi(this, 'Http', { createDefaultStage: false, defaultIntegration: integrations.web });
    for (const [key, { function: name }] of Object.entries(routes)) {
      const [method, path] = key.split(' ') as [HttpMethod, string];
      api.addRoutes({ path, methods: [method], integration: integrations[name] });
    }
    for (const integration of Object.values(integrations)) integration.permit(api);
    new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      // 50 reports a second are promised; each takes eight requests from signing in to its receipt. The rest is room for
      // those who only look, and far below what a flood could cost.
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', { retention: RetentionDays.THREE_MONTHS }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(accessLogLine)),
      },
    });
    this.http = api;
    const { region, urlSuffix } = Stack.of(this);
    this.host = `${api.apiId}.execute-api.${region}.${urlSuffix}`;

    Validations.of(api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'The session is a cookie on plain HTML pages: the functions check it, role and unit, before all else.',
    });
  }

  requests(options: MetricOptions): IMetric {
    return this.http.metricCount(options);
  }

  /** Answers with a status of 500 and above, also those that no function could give. */
  serverErrors(options: MetricOptions): IMetric {
    return this.http.metricServerError(options);
  }

  /** Milliseconds from the request to the answer. */
  latency(options: MetricOptions): IMetric {
    return this.http.metricLatency(options);
  }
}

/**
 * The access log has no address and no user: only which route was requested and with what result. An address may be a
 * secret by itself, such as the code with which members propose what to discuss.
 */
const accessLogLine = {
  at: '$context.requestTime',
  request: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  error: '$context.integrationErrorMessage',
};
