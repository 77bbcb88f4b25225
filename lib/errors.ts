/** No retry can mend it: the message is finished, counted, and an alarm counts it too. */
export class PermanentError extends Error {
  override readonly name: string = 'PermanentError';
}

/** A record, message or configuration entry does not fit its schema. The message names the entry and what is wrong. */
export class InvalidInputError extends PermanentError {
  override readonly name: string = 'InvalidInputError';
}

/** The person used the program wrongly or the machine is in the way: one line that says what to do. Exit code 1; 2 for wrong usage, 130 when it was stopped. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  readonly exitCode: 1 | 2 | 130;
  constructor(message: string, exitCode: 1 | 2 | 130 = 1, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** The other side asks for patience: the message goes back to its queue for this long. */
export class RetryLaterError extends Error {
  override readonly name: string = 'RetryLaterError';
  readonly delaySeconds: number;
  constructor(message: string, delaySeconds: number, options?: ErrorOptions) {
    super(message, options);
    this.delaySeconds = delaySeconds;
  }
}
