/** The account that the embedded services know, and where it lies. */
export const account = { id: '000000000000', region: 'us-east-1', partition: 'aws', stackName: 'Vigil' } as const;

export const arnOf = (service: string, resource: string): string =>
  `arn:${account.partition}:${service}:${account.region}:${account.id}:${resource}`;
