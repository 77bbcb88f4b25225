import { describe, expect, it } from 'vitest';
import { outsidersText, terminalText } from '../../lib/cli/terminal-text.ts';

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

describe('outsidersText', () => {
  it('takes isolates, unseen characters, returns and piled marks out of a title, and leaves Persian as it is', () => {
    const hostile = 'Trial\u2066 opens\u2069\r\u200b\u{E0041} a\u0301\u0301\u0301\u0301\u0301\u0301';
    expect(outsidersText(hostile)).toBe('Trial opens  a\u0301\u0301\u0301\u0301');
    expect(outsidersText('خانواده\u200cهای اعدام\u200cشدگان')).toBe('خانواده\u200cهای اعدام\u200cشدگان');
  });
});
