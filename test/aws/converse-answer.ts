/** What Bedrock answers to a Converse request when the model fills in the form. */
export const converseAnswer = (content: readonly unknown[]) => ({
  output: { message: { role: 'assistant', content } },
  stopReason: 'tool_use',
  usage: { inputTokens: 1480, outputTokens: 62, totalTokens: 1542 },
  metrics: { latencyMs: 420 },
});

export const filledForm = (input: unknown, name = 'judgement') => ({ toolUse: { toolUseId: 'one', name, input } });
