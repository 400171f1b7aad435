import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Id } from '../../src/bundle/value-schemas.ts';
import { escapedId, hashOf, slug, unescapedId } from '../../src/formats/readable-ids.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 60 });

describe('ids of foreign records', () => {
  it('can be read back, for any foreign id', () => {
    fc.assert(
      fc.property(text, (foreign) => {
        const part = escapedId(foreign, 2000) as string;
        expect(unescapedId(part)).toBe(foreign);
        expect(`entity:ftm/${part}`).toMatch(/^[a-z]+:[a-z0-9][A-Za-z0-9._~:/@+-]*$/);
      }),
    );
    expect(escapedId("NK-2~'x y'/é", 99)).toBe('NK-2~7E~27x~20y~27~2F~C3~A9');
    expect(escapedId('abc', 2)).toBeNull();
    expect(escapedId('\ud800', 99)).toBeNull();
  });

  it('are readable where they are made of names, and differ where the names do', () => {
    expect(slug('Mike Pence')).toBe('mike-pence');
    expect(slug('MIKE PENCE')).toBe(`mike-pence-${hashOf(['MIKE PENCE'], 8)}`);
    expect(slug('Étienne')).toBe(`etienne-${hashOf(['Étienne'], 8)}`);
    expect(slug('Жанна')).toBe(hashOf(['Жанна'], 8));
    const names = fc.uniqueArray(fc.oneof(text, fc.constantFrom('A B', 'a b', 'A  B', 'A-B', 'Á B', 'A B.', 'ab', '')));
    fc.assert(
      fc.property(names, (all) => {
        const slugs = all.map(slug);
        expect(new Set(slugs).size).toBe(all.length);
        for (const one of slugs) expect(Id.safeParse(`person:${one}`).success).toBe(true);
      }),
    );
  });
});
