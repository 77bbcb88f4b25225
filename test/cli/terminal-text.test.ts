import { describe, expect, it } from 'vitest';
import { terminalText } from '../../lib/cli/terminal-text.ts';

describe('terminalText', () => {
  it.each([
    ['a colour and a cleared screen', 'Trial \u001b[31mopens\u001b[2J', 'Trial [31mopens[2J'],
    ['a window title', '\u001b]0;owned\u0007Trial', ']0;ownedTrial'],
    ['a command of one character', 'Trial\u009b5m', 'Trial5m'],
    ['a line written over', 'Trial\r\u0008\u007fopens', 'Trialopens'],
    ['a reversed line', 'Trial \u202Esnepo\u202C', 'Trial snepo'],
  ])('takes the power from %s', (_, text, expected) => {
    expect(terminalText(text)).toBe(expected);
  });

  it('leaves tables, isolates and the joiners of Persian as they are', () => {
    const table = 'lang\ttitle\nfa\t\u2068خانواده\u200cهای اعدام\u200cشدگان\u2069\n';
    expect(terminalText(table)).toBe(table);
  });
});
