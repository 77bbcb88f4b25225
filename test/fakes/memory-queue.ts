/** A queue in memory that keeps what it was sent, message by message, in order. */
export function createMemoryQueue<M>(): {
  send(messages: readonly M[]): Promise<void>;
  messages: M[];
} {
  const messages: M[] = [];
  return {
    messages,
    async send(sent) {
      messages.push(...sent);
    },
  };
}
