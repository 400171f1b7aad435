import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, getNamedType, isObjectType, isRequiredArgument, printSchema } from 'graphql';
import relay from 'relay-compiler';
import { afterAll, describe, expect, it } from 'vitest';
import { readContract } from '../src/graphql/schema.ts';

const schema = buildSchema(readContract());
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-relay-'));

/** What a required argument is given, by its type. */
const A_VALUE: Readonly<Record<string, string>> = {
  'ID!': '"event:call"',
  'String!': '"Maduro"',
  '[ID!]!': '["event:call"]',
};

/** A fragment with `@connection` for every field of every object type that is a list with pages. */
function fragments(): string[] {
  const objects = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__'),
  );
  return objects.flatMap((type) => {
    if (!isObjectType(type)) return [];
    const lists = Object.values(type.getFields()).filter(({ type: of }) =>
      getNamedType(of).name.endsWith('Connection'),
    );
    return lists.map(({ name, args }) => {
      const needed = args.filter(isRequiredArgument).map((arg) => `, ${arg.name}: ${A_VALUE[String(arg.type)]}`);
      const fragment = `Lists_${type.name}_${name}`;
      return `graphql\`fragment ${fragment} on ${type.name} {
        ${name}(first: 10${needed.join('')}) @connection(key: "${fragment}_${name}") { edges { node { __typename } } }
      }\`;`;
    });
  });
}

describe('Relay', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('accepts every connection of the contract', () => {
    const texts = fragments();
    expect(texts.length).toBeGreaterThan(30);
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'schema.graphql'), printSchema(schema));
    writeFileSync(join(folder, 'src', 'Lists.js'), texts.join('\n'));
    const config = { src: './src', schema: './schema.graphql', language: 'javascript' };
    writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
    const output = execFileSync(relay, ['relay.config.json'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    expect(output).toMatch(/compiled documents/);
  });
});
