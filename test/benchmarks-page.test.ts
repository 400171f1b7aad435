import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { printPage, readPage, withPart } from './bench/page.ts';

const markdown = readFileSync(new URL('../docs/benchmarks.md', import.meta.url), 'utf8');

it('prints the page of benchmarks as it was read, so that a run replaces its own part only', () => {
  expect(printPage(readPage(markdown))).toBe(markdown);
});

it('replaces the numbers, the aims, the section and the run of the part that was measured', () => {
  const part = {
    name: 'imports' as const,
    numbers: ['One number.'],
    aims: [],
    section: 'How it went.',
    run: 'Written today.\n\nAlone on the machine.',
  };
  const before = readPage(markdown);
  const after = readPage(printPage(withPart(before, part)));
  expect(after.get('imports')).toEqual({
    numbers: ['- One number. ([imports](#imports))'],
    aims: [],
    section: 'How it went.',
    run: '[imports](#imports): Written today.\n\nAlone on the machine.',
  });
  expect(after.get('reads')).toEqual(before.get('reads'));
  expect(after.get('cascade')).toEqual(before.get('cascade'));
});
