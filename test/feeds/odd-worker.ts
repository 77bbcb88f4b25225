import { serveParsingBox } from '../../lib/feeds/serve-parsing-box.ts';

/** A parser for the box's own test: does what its input says. */
export type OddInput = { say: string } | 'throw' | 'throw-text' | 'loop' | 'hoard' | 'answer-function' | Uint8Array;

let inputs = 0;

serveParsingBox((input: OddInput) => {
  inputs += 1;
  if (input === 'throw') throw new TypeError('odd input');
  if (input === 'throw-text') throw 'just text';
  if (input === 'answer-function') return () => inputs;
  if (input === 'loop') for (;;) inputs += 1;
  if (input === 'hoard') {
    const hoard: string[][] = [];
    for (;;) hoard.push(new Array<string>(10_000).fill('x'));
  }
  if (input instanceof Uint8Array) return { bytes: input.byteLength, inputs };
  return { said: (input as { say: string }).say, inputs };
});
