import { Aws, Fn } from 'aws-cdk-lib';

/**
 * What the distribution sends with each request and nobody else knows, so that the functions believe it, and only it,
 * where a request came from: the stack's own id, which CloudFormation makes up and tells its operators alone.
 */
export const originSecret: string = Fn.select(2, Fn.split('/', Aws.STACK_ID));
