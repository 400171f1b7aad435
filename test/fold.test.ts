import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, searchWords } from '../src/text/fold.ts';

describe('folded text', () => {
  it('has no accents, no case and a blank before each word', () => {
    expect(fold('Nicolás  Maduro')).toBe(' nicolas maduro');
    expect(fold('«¿Amnistía?» – ½ 2.0')).toBe(' amnistia 1 2 2 0');
    expect(fold('Ωδυσσεύς Ćwierć 東京')).toBe(' ωδυσσευσ cwierc 東京');
    expect(fold(' … ')).toBe('');
  });

  it('is found by the beginning of any of its words', () => {
    expect(searchWords('la Amnistía, la AMNISTIA y Trump')).toEqual([' amnistia', ' trump', ' la', ' y']);
    expect(searchWords('')).toEqual(['\u0000']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(searchWords(text).every((word) => fold(text).includes(word))).toBe(fold(text) !== '');
      }),
    );
  });
});
