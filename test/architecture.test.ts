import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** Rooms from the bottom up: a file imports from its own room and from those before it. */
const LAYERS = [
  ['errors', 'time', 'text'],
  ['rules'],
  ['config', 'engine'],
  ['cypher'],
  ['trace'],
  [
    'flag',
    'contradiction',
    'entity',
    'actor',
    'place',
    'thing',
    'event',
    'document',
    'mention',
    'claim',
    'attribution',
    'revision',
    'timeline',
    'path',
    'search',
    'statistics',
  ],
  ['model'],
  ['ingest'],
  ['change'],
  ['export'],
  ['live'],
  ['web'],
  ['resolvers', 'graphql'],
  ['server'],
  ['cli'],
  ['main'],
];

/** Types that are generated from the contract may be named anywhere above the engine; contexts by resolvers. */
const SHARED = ['graphql/generated.ts', 'graphql/context.ts'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.ts$/.test(file) && !file.endsWith('.d.ts') && !file.startsWith('web/playground/'),
);

/** The files that a file imports; types alone bind nobody, so they count for the direction but not for cycles. */
function importsOf(file: string, only: 'all' | 'values' = 'all'): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const statements = [...text.matchAll(/^(import|export)( type)? [^;]*? from '(\.[^']+)'/gm)];
  const counted = statements.filter(([, , type]) => only === 'all' || !type);
  const specifiers = counted.map((match) => match[3] as string);
  return specifiers.map((specifier) => normalize(relative(SRC, join(SRC, dirname(file), specifier))));
}

function roomOf(file: string): string {
  return file.split('/')[0]?.replace(/\.ts$/, '') ?? file;
}

function layerOf(file: string): number {
  return LAYERS.findIndex((rooms) => rooms.includes(roomOf(file)));
}

describe('the architecture', () => {
  it('has a layer for every file', () => {
    expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
  });

  it('imports one way', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => !SHARED.includes(target) && layerOf(target) > layerOf(file))
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no import cycle', () => {
    const graph = new Map(files.map((file) => [file, importsOf(file, 'values')]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      if (done.has(file) || path.includes(file)) return;
      for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('loads a command only when it is called', () => {
    const loaded = new Set(['main.ts']);
    for (const file of loaded) for (const target of importsOf(file, 'values')) loaded.add(target);
    const program = ['main.ts', 'cli/program.ts', 'cli/failure.ts', 'cli/terminal.ts', 'engine/engine.ts'];
    expect([...loaded].sort()).toEqual(program.sort());
  });

  it('keeps files to 250 lines, without default exports', () => {
    const own = files.filter((file) => file !== 'graphql/generated.ts');
    const text = (file: string) => readFileSync(join(SRC, file), 'utf8');
    expect(own.filter((file) => text(file).split('\n').length > 251)).toEqual([]);
    expect(own.filter((file) => /^export default/m.test(text(file)))).toEqual([]);
  });
});
