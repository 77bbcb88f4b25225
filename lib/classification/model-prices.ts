/** What a model asks for a million tokens, in dollars. */
export interface ModelPrices {
  inputDollars: number;
  outputDollars: number;
}

/** In whole millionths of a dollar, rounded up. */
export function microdollarsOf(
  { inputTokens, outputTokens }: { inputTokens: number; outputTokens: number },
  { inputDollars, outputDollars }: ModelPrices,
): number {
  return Math.ceil(inputTokens * inputDollars + outputTokens * outputDollars);
}
