import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../src/formats/packet/answer-differences.ts';
import { canonical, type Json } from '../../src/formats/packet/canonical-json.ts';
import { type Answer, verifyPacket, writePacket } from '../../src/formats/packet/packet.ts';

const ANSWER: Answer = {
  claim: { id: 'claim:fire', text: 'There was a fire.', standing: 'SINGLE_SOURCE' },
  attributions: [
    { id: 'attribution:post', stance: 'REPORTS', quote: null },
    { id: 'attribution:mayor', stance: 'ASSERTS', quote: 'a fire' },
  ],
  chains: [['attribution:post', 'attribution:mayor'], ['attribution:mayor']],
  documents: [
    { id: 'document:post', title: 'Fire', contentHash: 'sha256:00ff' },
    { id: 'document:interview', title: null, contentHash: null },
  ],
  quotations: [
    { attribution: 'attribution:mayor', document: 'document:interview', text: 'a fire', locator: 'minute 3' },
  ],
  asOf: { recorded: '2026-01-02T03:04:05.678Z', said: '2025-12-31' },
  query: { text: 'query Packet($id: ID!) { node(id: $id) { id } }', variables: { id: 'claim:fire' } },
};

const PACKET = writePacket(ANSWER);

/** The packet with a part of its text changed, in canonical form as before. */
function changed(from: string, to: string): string {
  expect(PACKET.split(from)).toHaveLength(2);
  return canonical(JSON.parse(PACKET.replace(from, to)) as Json);
}

describe('canonical JSON', () => {
  it('is what RFC 8785 gives for its own example', () => {
    const input =
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}';
    expect(canonical(JSON.parse(input))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by UTF-16 code units', () => {
    const value = { '\u20ac': 5, '\r': 1, '\ufb33': 7, '1': 2, '😀': 6, '\u0080': 3, '\u00f6': 4 };
    expect(canonical(value)).toBe('{"\\r":1,"1":2,"\u0080":3,"ö":4,"€":5,"😀":6,"\ufb33":7}');
  });

  it('names the place of what has no canonical form', () => {
    expect(() => canonical({ a: [1, Number.NaN] })).toThrow('a.1 is not a number that JSON allows');
    expect(() => canonical({ a: { b: '\ud800' } })).toThrow('a.b has half of a character');
    expect(() => canonical(Number.POSITIVE_INFINITY)).toThrow('the value is not a number');
  });

  it('is the same for equal values, and gives the value again', () => {
    const backwards = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(backwards);
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, backwards(inner)]),
      );
    };
    const drawn = fc.jsonValue({ stringUnit: 'binary' }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
    fc.assert(
      fc.property(drawn, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(value);
        expect(canonical(backwards(value) as Json)).toBe(canonical(value));
      }),
    );
  });
});

describe('an evidence packet', () => {
  it('is the same bytes for the same answer, in any order of the graph', () => {
    const { query, asOf, quotations, documents, chains, attributions, claim } = ANSWER;
    const [id, text, standing] = [claim.id, claim.text, claim.standing];
    const again: Answer = {
      ...{ query, asOf, quotations, chains, claim: { standing, text, id } },
      attributions: [...attributions].reverse(),
      documents: [...documents].reverse(),
    };
    expect(writePacket(again)).toBe(PACKET);
  });

  it('holds the hash of every document, every quotation and the whole', () => {
    const { answer, format, hashes, sha256 } = JSON.parse(PACKET);
    const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
    expect(format).toBe('claimgraph-evidence-packet/1');
    expect(hashes).toEqual({
      claim: sha('{"id":"claim:fire","standing":"SINGLE_SOURCE","text":"There was a fire."}'),
      documents: {
        'document:interview': sha('{"contentHash":null,"id":"document:interview","title":null}'),
        'document:post': sha('{"contentHash":"sha256:00ff","id":"document:post","title":"Fire"}'),
      },
      quotations: {
        'attribution:mayor': sha(
          '{"attribution":"attribution:mayor","document":"document:interview","locator":"minute 3","text":"a fire"}',
        ),
      },
    });
    expect(sha256).toBe(sha(canonical({ answer, format, hashes })));
  });

  it('fits as it was made, also with a line break at its end', () => {
    const { sha256 } = JSON.parse(PACKET);
    expect(verifyPacket(PACKET, sha256)).toEqual([]);
    expect(verifyPacket(`${PACKET}\n`)).toEqual([]);
  });

  it.each([
    ['"title":"Fire"', '"title":"Smoke"', 'The hash of document document:post does not match.'],
    ['sha256:00ff', 'sha256:00fe', 'The hash of document document:post does not match.'],
    [
      '"text":"a fire"',
      '"text":"a big fire"',
      'The hash of quotation of attribution attribution:mayor does not match.',
    ],
    ['There was a fire.', 'There was no fire.', 'The hash of claim claim:fire does not match.'],
  ])('reports which part was changed: %s', (from, to, problem) => {
    expect(verifyPacket(changed(from, to))).toEqual([problem, 'The hash of the whole packet does not match.']);
  });

  it('reports that something else was changed', () => {
    const whole = ['The hash of the whole packet does not match.'];
    expect(verifyPacket(changed('2025-12-31', '2025-12-30'))).toEqual(whole);
    expect(verifyPacket(changed('"stance":"REPORTS"', '"stance":"DENIES"'))).toEqual(whole);
  });

  it('agrees with a database that puts the same reasons in other words, and not with other numbers', () => {
    const counted = (newsrooms: number, reason: string): Answer => ({
      ...ANSWER,
      claim: { ...ANSWER.claim, independence: { newsrooms, reasons: [reason] } },
    });
    const packet = counted(1, 'It stands whoever withdraws alone.');
    expect(differencesOf(packet, counted(1, 'No single withdrawal would bring it down.'))).toEqual([]);
    expect(differencesOf(packet, counted(2, 'It stands whoever withdraws alone.'))).toEqual([
      '"independence" of claim claim:fire differs in the database.',
    ]);
  });

  it('reports what was removed and what was added', () => {
    const packet = JSON.parse(PACKET);
    packet.answer.documents = packet.answer.documents.filter(({ id }: { id: string }) => id !== 'document:interview');
    packet.answer.documents.push({ id: 'document:forged', contentHash: null });
    packet.answer.attributions.pop();
    expect(verifyPacket(canonical(packet))).toEqual([
      'The document document:forged has no hash.',
      'The document document:interview has a hash, but is not in the packet.',
      'Chain 1 names attribution:post, which is not in the packet.',
      'A quotation names document:interview, which is not in the packet.',
      'The hash of the whole packet does not match.',
    ]);
  });

  it('that was changed and hashed again is found by the original hash', () => {
    const { sha256 } = JSON.parse(PACKET);
    const forged = writePacket({ ...ANSWER, claim: { id: 'claim:fire', text: 'There was no fire.' } });
    expect(verifyPacket(forged)).toEqual([]);
    expect(verifyPacket(forged, sha256)).toEqual(['The hash of the packet is not the one you gave.']);
  });

  it('does not hide what a second key of the same name would say', () => {
    const text = PACKET.replace('"answer":{', '"answer":{"claim":{"id":"claim:other"},');
    expect(verifyPacket(text)).toEqual(['The text is not in canonical form: the file was rewritten.']);
  });

  it('says why a text is no packet', () => {
    expect(verifyPacket('{')).toEqual(['The text is not valid JSON at line 1, column 2.']);
    expect(verifyPacket('null')).toEqual([expect.stringMatching(/^The text is not a packet: /)]);
    expect(verifyPacket(changed('claimgraph-evidence-packet/1', 'claimgraph-evidence-packet/2'))).toEqual([
      expect.stringMatching(/^The text is not a packet: format: /),
    ]);
    expect(verifyPacket('{"a":"\\ud800"}')).toEqual(['The text is not a packet: a has half of a character.']);
  });

  it('is not written if a chain has a dangling reference or an id comes twice', () => {
    expect(() => writePacket({ ...ANSWER, chains: [['attribution:x']] })).toThrow(
      'The packet cannot be written: chain 1 names attribution:x, which is not in the packet',
    );
    const [post] = ANSWER.documents;
    if (!post) throw new Error('no document');
    expect(() => writePacket({ ...ANSWER, documents: [...ANSWER.documents, post] })).toThrow(
      'The packet cannot be written: document:post is in the packet twice',
    );
  });
});
