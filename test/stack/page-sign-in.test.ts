import { describe, expect, test } from 'vitest';
import { stages } from '../../lib/pipeline.ts';
import { environmentOf, render, resourcesOf, synthesise } from './synthesised-stack.ts';

const template = synthesise();
const only = (type: string) => {
  const [found, ...others] = resourcesOf(template, type);
  if (!found || others.length > 0) throw new Error(`not one ${type}`);
  return found;
};
/** The page has no own name here. */
const PUBLIC_URL = environmentOf(template, 'web').PUBLIC_URL;

describe('without an issuer of the operator’s own', () => {
  test('a user pool holds invited users only, with a strong password and a second factor', () => {
    const { Properties, DeletionPolicy, UpdateReplacePolicy } = only('AWS::Cognito::UserPool');
    expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    expect(Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      UserPoolTier: 'LITE',
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
      DeletionProtection: 'ACTIVE',
      Policies: {
        PasswordPolicy: {
          MinimumLength: 14,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          RequireUppercase: true,
          TemporaryPasswordValidityDays: 7,
        },
      },
    });
    const { InviteMessageTemplate } = Properties.AdminCreateUserConfig as {
      InviteMessageTemplate: { EmailMessage: unknown };
    };
    expect(render(InviteMessageTemplate.EmailMessage)).toMatch(`Open ${PUBLIC_URL} and sign in as {username}`);
  });

  test('the pool keeps its id: under another one, an update would begin with an empty one', () => {
    expect(Object.keys(template.findResources('AWS::Cognito::UserPool'))).toEqual(['SignInUsers1801E146']);
  });

  test('its one client is public, takes codes only, and sends browsers nowhere but to the page', () => {
    const { Properties } = only('AWS::Cognito::UserPoolClient');
    const { CallbackURLs, LogoutURLs, UserPoolId, ...rest } = Properties;
    expect([CallbackURLs, LogoutURLs].map((urls) => (urls as unknown[]).map(render))).toEqual([
      [`${PUBLIC_URL}/sign-in/callback`],
      [`${PUBLIC_URL}/signed-out`],
    ]);
    expect(render(UserPoolId)).toBe('SignInUsers');
    expect(rest).toEqual({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthScopes: ['openid', 'email'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      SupportedIdentityProviders: ['COGNITO'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      AccessTokenValidity: 5,
      IdTokenValidity: 5,
      RefreshTokenValidity: 60,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
    });
  });

  test('its sign-in page has a name that is the account’s and the stage’s own', () => {
    expect(render(only('AWS::Cognito::UserPoolDomain').Properties.Domain)).toBe('vigil-AWS::AccountId');
    const staging = synthesise({ context: { stage: 'staging' } });
    const [domain] = resourcesOf(staging, 'AWS::Cognito::UserPoolDomain');
    expect(render(domain?.Properties.Domain)).toBe('vigil-staging-AWS::AccountId');
  });

  test('the operator is told the pool, to invite people', () => {
    const { UserPoolId } = template.toJSON().Outputs as { UserPoolId: { Value: unknown } };
    expect(render(UserPoolId.Value)).toBe('SignInUsers');
  });

  test('under an own name, browsers are sent there', () => {
    const certificateArn = `arn:aws:acm:eu-west-1:111122223333:certificate/${'0'.repeat(36)}`;
    const named = synthesise({ deployment: { domain: { name: 'monitor.newsroom.org', certificateArn } } });
    const [client] = resourcesOf(named, 'AWS::Cognito::UserPoolClient');
    expect(client?.Properties.CallbackURLs).toEqual(['https://monitor.newsroom.org/sign-in/callback']);
  });
});

describe('the web stage, and no other,', () => {
  const keysOf = (made: typeof template, stage: string) =>
    Object.entries(environmentOf(made, stage)).filter(([key]) => /^(SIGN_IN_|PAGE_TOKEN)/.test(key));

  test('is told the issuer and the client', () => {
    expect(stages.map(({ name }) => [name, Object.fromEntries(keysOf(template, name))])).toEqual(
      stages.map(({ name }) => [
        name,
        name === 'web' ? { SIGN_IN_ISSUER: 'SignInUsers.ProviderURL', SIGN_IN_CLIENT_ID: 'SignInUsersPage' } : {},
      ]),
    );
  });

  test('is told another issuer, and then there is no pool', () => {
    const clientSecretArn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:vigil-client-AbCdEf';
    const issuer = 'https://sign-in.newsroom.org/';
    const signIn = { issuer, clientId: 'vigil', clientSecretArn, allowed: ['@newsroom.org', 'guest@press.org'] };
    const made = synthesise({ deployment: { signIn } });
    expect(Object.fromEntries(keysOf(made, 'web'))).toEqual({
      SIGN_IN_ISSUER: issuer,
      SIGN_IN_CLIENT_ID: 'vigil',
      SIGN_IN_CLIENT_SECRET: `{{resolve:secretsmanager:${clientSecretArn}:SecretString:::}}`,
      SIGN_IN_ALLOWED: '@newsroom.org,guest@press.org',
    });
    expect(keysOf(made, 'read-article')).toEqual([]);
    expect(resourcesOf(made, 'AWS::Cognito::UserPool')).toEqual([]);
    expect(made.toJSON().Outputs).not.toHaveProperty('UserPoolId');
  });

  test.each([
    [{ issuer: 'http://sign-in.newsroom.org', clientId: 'vigil' }, 'signIn.issuer: give the identifier of the issuer'],
    [{ issuer: 'https://sign-in.newsroom.org' }, 'signIn.clientId: give the id'],
    [{ issuer: 'https://i.org', clientId: 'v', allowed: ['newsroom.org'] }, 'signIn.allowed.0: write a mail address'],
    [{ issuer: 'https://i.org', clientId: 'v', allowed: [] }, 'signIn.allowed: name somebody'],
    [{ issuer: 'https://i.org', clientId: 'v', clientSecretArn: 'a secret' }, 'signIn.clientSecretArn: give the whole'],
    [{ issuer: 'https://i.org', clientId: 'v', secret: 'x' }, 'secret'],
  ])('is not told what cannot be: %j', (signIn, problem) => {
    expect(() => synthesise({ deployment: { signIn } })).toThrow(problem);
  });
});

test('the sign-up is open where the deployment says so, and known to the page alone', () => {
  const opened = synthesise({ deployment: { signUp: true } });
  const told = stages.flatMap(({ name }) => {
    const { SIGN_UP } = environmentOf(opened, name);
    return SIGN_UP === undefined ? [] : [[name, SIGN_UP]];
  });
  expect(told).toEqual([['web', 'true']]);
  expect(environmentOf(template, 'web').SIGN_UP).toBeUndefined();
});
