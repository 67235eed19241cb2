import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  type DistributionProps,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib/core';
import { Construct, type IDependable } from 'constructs';
import type { Api } from '#infra/api.ts';
import type { OwnAddress, Settings } from '#infra/stages/settings.ts';
import { suppressDeploymentFindings } from '#infra/suppress-deployment-findings.ts';

interface SiteProps {
  readonly api: Api;
  readonly assets: string;
  /** What the API is told that a request comes from here. */
  readonly originSecret: string;
  readonly address: Settings['address'];
}

/** Serves browsers: pages from the API, never cached; hashed assets from a bucket, cached for good. */
export class Site extends Construct {
  readonly distribution: Distribution;
  /** The upload of what the pages load. */
  readonly scripts: IDependable;
  /** The address of the pages, without a path. */
  readonly url: string;

  constructor(scope: Construct, { api, assets, originSecret, address }: SiteProps) {
    super(scope, 'Site');
    // The cast is needed: CDK's own class does not fit its interface under `exactOptionalPropertyTypes`.
    const bucket = new Bucket(this, 'Assets', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      // Every deploy fills it again from the repository; but what has files cannot be deleted, and a first deploy that
      // fails at a later part would leave a stack that neither goes nor comes.
      removalPolicy: RemovalPolicy.RETAIN,
    }) as IBucket;
    const responseHeadersPolicy = securityHeaders(this);
    this.distribution = new Distribution(this, 'Distribution', {
      ...(address === 'cloudfront' ? {} : ownDomain(this, address)),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_200, // the cheapest class with edge locations near Vietnam
      defaultBehavior: {
        origin: new HttpOrigin(api.host, { customHeaders: { 'x-origin-secret': originSecret } }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        responseHeadersPolicy,
        functionAssociations: [{ function: tellHost(this), eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      // Else CloudFront keeps each page of an error for ten seconds, for whoever asks next: `no-store` it heeds for 404 only.
      errorResponses: errorStatuses.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      additionalBehaviors: {
        '/assets/*': {
          origin: S3BucketOrigin.withOriginAccessControl(bucket, { originAccessControl: accessControl(this) }),
          viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
          responseHeadersPolicy,
        },
      },
    });
    this.url = `https://${address === 'cloudfront' ? this.distribution.domainName : address.domain}`;
    const deployment = new BucketDeployment(this, 'Deployment', {
      sources: [Source.asset(assets)],
      destinationBucket: bucket,
      destinationKeyPrefix: 'assets',
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
      // A page that is open during a deploy still requests the files of the earlier build.
      prune: false,
    });

    this.scripts = deployment;
    suppressDeploymentFindings(deployment, bucket);
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'The bucket holds only the public scripts and styles of the pages.',
    });
    Validations.of(this.distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'Officials travel; who may see what is decided by the sign-in.' },
      { id: 'AwsSolutions-CFR2', reason: 'The API is throttled; a firewall priced a rule a month is a later choice.' },
      { id: 'AwsSolutions-CFR3', reason: 'The API logs every page asked for; the rest are public assets.' },
      { id: 'AwsSolutions-CFR4', reason: "The address is CloudFront's own; a domain of one's own brings the setting." },
    );
  }
}

/** What CloudFront would keep ("Control how long CloudFront caches errors"). */
const errorStatuses = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];

/** Names of CloudFront are the whole account's: CDK's own lack the region, and two of them would be the same. */
function inAccount(scope: Construct, name: string): string {
  const { stackName, region } = Stack.of(scope);
  return `${stackName}-${region}-${name}`;
}

/**
 * The certificate always, the alias only where requests for the domain come: of all distributions only one can have it.
 */
function ownDomain(scope: Construct, { domain, certificate, alias }: OwnAddress): Partial<DistributionProps> {
  return {
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificate),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    ...(alias === 'here' ? { domainNames: [domain] } : {}),
  };
}

function accessControl(scope: Construct): S3OriginAccessControl {
  return new S3OriginAccessControl(scope, 'AccessControl', { originAccessControlName: inAccount(scope, 'assets') });
}

/**
 * Security headers of every answer, also of those that no function made: a file, or the API's own error about a flood
 * or a body that is too large. Pages keep the content security policy of the function, which knows their style.
 */
function securityHeaders(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'SecurityHeaders', {
    responseHeadersPolicyName: inAccount(scope, 'security-headers'),
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'", override: false },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: false },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
    },
  });
}

/**
 * Passes on the host of the address bar, and the client's address. CloudFront calls the API under the API's own host
 * name, but the functions need the site's to tell our forms from forged ones.
 */
function tellHost(scope: Construct): EdgeFunction {
  return new EdgeFunction(scope, 'TellHost', {
    functionName: inAccount(scope, 'tell-host'),
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(`function handler(event) {
  var request = event.request;
  request.headers['x-forwarded-host'] = { value: request.headers.host.value };
  request.headers['x-viewer-address'] = { value: event.viewer.ip };
  return request;
}`),
  });
}
