import type { Stack } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { z } from 'zod';
import type { Settings } from '../settings.ts';

const FORBIDDEN: keyof z.input<typeof Settings> = 'ALLOWED_ORIGINS';

/**
 * Makes synthesis fail when any function of the stack has ALLOWED_ORIGINS, however it came there: with it a feed could
 * make the fetcher talk to private addresses.
 */
export function refusePrivateOrigins(stack: Stack): void {
  stack.node.addValidation({
    validate: () =>
      stack.node
        .findAll()
        .filter((construct) => CfnFunction.isCfnFunction(construct))
        .filter((made) => FORBIDDEN in (stack.resolve(made.environment)?.variables ?? {}))
        .map((made) => `${made.node.path} sets ${FORBIDDEN}: the deployed fetcher reaches public addresses only`),
  });
}
