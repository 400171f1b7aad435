import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { printPage, readPage, withPart } from './soak/page.ts';

const markdown = readFileSync(new URL('../docs/reliability.md', import.meta.url), 'utf8');

it('prints the page of reliability as it was read, with a part for each engine and for the costliest questions', () => {
  expect(printPage(readPage(markdown))).toBe(markdown);
  expect([...readPage(markdown).keys()]).toEqual(['embedded', 'neo4j', 'fuzz']);
});

it('replaces the part that was run, and leaves the others', () => {
  const before = readPage(markdown);
  const part = { name: 'neo4j' as const, isHeld: true, section: 'How it went.' };
  const after = readPage(printPage(withPart(before, part)));
  expect(after).toEqual(new Map([...before, ['neo4j', 'How it went.']]));
});
