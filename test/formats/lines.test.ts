import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, linesOf } from '../../src/formats/lines.ts';
import { sourceOf } from './reading.ts';

async function read(content: string | Uint8Array, size?: number, longest?: number): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of linesOf(sourceOf(content, size), longest)) lines.push(line);
  return lines;
}

describe('the lines of a file', () => {
  it('are the same for any chunks of its bytes', async () => {
    const text = '\uFEFFsí\r\n\r\n  \nЖанна 🜁\n\uFEFFend';
    const expected = [
      { number: 1, text: 'sí' },
      { number: 4, text: 'Жанна 🜁' },
      { number: 5, text: '\uFEFFend' },
    ];
    for (let size = 1; size < 40; size++) expect(await read(text, size)).toEqual(expected);
  });

  it('come back with any content', async () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n\uFEFF]/g, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 50 }), async (texts, size) => {
        const expected = texts.flatMap((text, index) => (text.trim() === '' ? [] : [{ number: index + 1, text }]));
        expect(await read(texts.join('\n'), size)).toEqual(expected);
      }),
    );
  });

  it('go on after one that is too long, which is not held in memory', async () => {
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const source = {
      name: 'file',
      async *open() {
        yield new TextEncoder().encode('one\n');
        for (let count = 0; count < 400; count++) {
          yield new Uint8Array(1024 * 1024).fill(0x61);
          most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        }
        yield new TextEncoder().encode('\nthree');
      },
    };
    const lines: Line[] = [];
    for await (const line of linesOf(source)) lines.push(line);
    expect(lines).toEqual([
      { number: 1, text: 'one' },
      { number: 2, problem: 'is longer than 16777216 bytes' },
      { number: 3, text: 'three' },
    ]);
    expect(most).toBeLessThan(200 * 1024 * 1024);
  });

  it('may be as long as the limit', async () => {
    expect(await read('12345\n123456\n1', 2, 5)).toEqual([
      { number: 1, text: '12345' },
      { number: 2, problem: 'is longer than 5 bytes' },
      { number: 3, text: '1' },
    ]);
  });

  it('are reported by number if they are in another encoding', async () => {
    expect(await read(Buffer.from('a\nespa\xf1a\nb', 'latin1'))).toEqual([
      { number: 1, text: 'a' },
      { number: 2, problem: 'is not text in UTF-8' },
      { number: 3, text: 'b' },
    ]);
    expect(await read(Buffer.from('\uFEFFa\nb\nc', 'utf16le'))).toEqual([
      { number: 1, problem: 'the file is in UTF-16 and must be in UTF-8: nothing was read' },
    ]);
  });

  it('are none in an empty file', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('\n\r\n')).toEqual([]);
  });
});
