import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { z } from 'zod';
import type { Settings } from '../settings.ts';
import type { Deployment } from './deployment.ts';

export interface PageSignInProps {
  /** Address of the page, without a slash at the end. */
  publicUrl: string;
  /** An issuer of the operator's own; undefined for a user pool of the stack's. */
  signIn: Deployment['signIn'];
}

/** What the web stage is told of the sign-in. */
export type SignInEnvironment = Partial<Record<Extract<keyof z.input<typeof Settings>, `SIGN_IN_${string}`>, string>>;

/** Who signs people in to the page: a Cognito user pool of invited users, or an issuer that the operator names. */
export class PageSignIn extends Construct {
  readonly environment: SignInEnvironment;
  /** Of the stack's own; undefined with another issuer. */
  readonly userPool: UserPool | undefined;

  constructor(scope: Construct, id: string, { publicUrl, signIn }: PageSignInProps) {
    super(scope, id);
    if (signIn !== undefined) {
      this.environment = this.#describeIssuer(signIn);
      return;
    }
    this.userPool = this.#addUserPool(publicUrl);
    const client = this.#addClient(this.userPool, publicUrl);
    this.environment = {
      SIGN_IN_ISSUER: this.userPool.userPoolProviderUrl,
      SIGN_IN_CLIENT_ID: client.userPoolClientId,
    };
  }

  #describeIssuer({ issuer, clientId, clientSecretArn, allowed }: NonNullable<Deployment['signIn']>) {
    const secret = clientSecretArn && Secret.fromSecretCompleteArn(this, 'ClientSecret', clientSecretArn);
    return {
      SIGN_IN_ISSUER: issuer,
      SIGN_IN_CLIENT_ID: clientId,
      ...(secret && { SIGN_IN_CLIENT_SECRET: secret.secretValue.unsafeUnwrap() }),
      ...(allowed && { SIGN_IN_ALLOWED: allowed.join(',') }),
    };
  }

  #addUserPool(publicUrl: string): UserPool {
    const pool = new UserPool(this, 'Users', {
      featurePlan: FeaturePlan.LITE,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      // With "optional" Cognito's page never asks, and nobody would have it.
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userInvitation: {
        emailSubject: 'You may read Vigil',
        emailBody: `Open ${publicUrl} and sign in as {username} with the password {####} within seven days. You choose a password of your own then, and need an authenticator app on your phone.`,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // One name in the region for all of AWS: the account's number makes it ours, the stack's name tells stages apart.
    const prefix = `${Stack.of(this).stackName.toLowerCase()}-${Aws.ACCOUNT_ID}`;
    pool.addDomain('Domain', { cognitoDomain: { domainPrefix: prefix } });
    return pool;
  }

  /**
   * Public: a code is worth nothing without the verifier, which only the browser that began the sign-in brings back,
   * sealed. A secret would be one more value in an environment, and add nothing that the exact callback does not.
   */
  #addClient(pool: UserPool, publicUrl: string): UserPoolClient {
    return pool.addClient('Page', {
      generateSecret: false,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [`${publicUrl}/sign-in/callback`],
        logoutUrls: [`${publicUrl}/signed-out`],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      // Nobody keeps Cognito's tokens: they are read once, at the callback.
      accessTokenValidity: Duration.minutes(5),
      idTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
    });
  }
}
