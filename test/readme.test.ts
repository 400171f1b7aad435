import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadSeed } from '../src/ingest/seed.ts';
import { asking } from './ask.ts';
import { engines } from './engines.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

function block(language: string): string {
  const found = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)?.[1];
  if (!found) throw new Error(`README.md has no ${language} block`);
  return found;
}

describe.each(engines)('the README on $name', ({ open }) => {
  it('shows the real answer to its query', async () => {
    const engine = await open();
    await loadSeed(engine);
    const { data, errors } = await (await asking(engine))(block('graphql'));
    expect(errors).toBeUndefined();
    expect({ data }).toEqual(JSON.parse(block('json')));
    await engine.close();
  });
});
