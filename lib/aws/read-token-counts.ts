import type { TokenUsage } from '@aws-sdk/client-bedrock-runtime';
import { z } from 'zod';

const TokenCounts = z.object({ inputTokens: z.int().min(0), outputTokens: z.int().min(0) });
type TokenCounts = z.infer<typeof TokenCounts>;

/** What an answer says that it took; undefined where it does not, or in other than whole tokens: the client lets all through. */
export const readTokenCounts = (usage: TokenUsage | undefined): TokenCounts | undefined =>
  TokenCounts.safeParse(usage).data;
