import { Aws, Fn } from 'aws-cdk-lib';

/**
 * The origin secret: the distribution sends it with each request, and functions believe a client's address only with
 * it. It is the stack's own id, which CloudFormation generates and only the operators see.
 */
export const originSecret: string = Fn.select(2, Fn.split('/', Aws.STACK_ID));
