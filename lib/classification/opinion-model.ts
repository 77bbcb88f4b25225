/** One text put to a model: what to do, and the text as data in a block of its own. */
export interface OpinionPrompt {
  system: string;
  instruction: string;
  /** Between delimiters that cannot occur within. */
  data: string;
  /** Most tokens of the answer. */
  answerTokens: number;
  version: string;
}

/**
 * `answered`: `answer` is whatever the model put into the form, unchecked; undefined when it did not fill it in.
 * `refused`: nothing was billed. `unknown`: it may have been.
 */
export type ModelReply = {
  /** Attempts that may be billed, the answered one among them: all but those that the service says it did not run. */
  billableAttempts: number;
} & (
  | { status: 'answered'; answer: unknown; inputTokens: number; outputTokens: number }
  | { status: 'refused' | 'unknown'; fault: string }
);

/** Two attempts and the pause between them. */
export const OPINION_SECONDS = 10;

export interface OpinionModel {
  /** As Bedrock names it. */
  id: string;
  /** So often a call may go out that was asked for once; each may be billed. */
  mostAttempts: number;
  /** Never throws for what the model or its service does. */
  ask(prompt: OpinionPrompt): Promise<ModelReply>;
}
