import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** Rooms from the bottom up: a file imports from its own room and from those before it. */
const LAYERS = [
  ['contract'],
  ['errors', 'time', 'text', 'collections'],
  ['bundle'],
  ['formats'],
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
  ['store'],
  ['derive'],
  ['change'],
  ['import'],
  ['live'],
  ['web'],
  ['resolvers', 'graphql'],
  ['server'],
  ['cli'],
  ['main'],
];

/** The types of the contract, which are generated from `schema/`. */
const GENERATED = 'contract.ts';

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.ts$/.test(file) && !file.endsWith('.d.ts') && !file.startsWith('web/playground/'),
);

/** The files that a file imports: `all`, also for types alone or when it runs, or only what it `loads` with itself. */
function importsOf(file: string, which: 'all' | 'loads' = 'all'): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const statements = [...text.matchAll(/^(?:import|export)( type)? [^;]*? from '(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm)];
  const counted = statements.filter(([, type, stated]) => which === 'all' || (!type && stated));
  const specifiers = counted.map(([, , stated, called]) => (stated ?? called) as string);
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
        .filter((target) => layerOf(target) > layerOf(file))
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lets formats know records only, and derived data no format', () => {
    const reach = (room: string, ...allowed: readonly string[]) =>
      files
        .filter((file) => roomOf(file) === room)
        .flatMap((file) => importsOf(file).map((target) => [file, target] as const))
        .filter(([, target]) => !allowed.includes(roomOf(target)));
    expect(reach('formats', 'formats', 'bundle', 'contract', 'time', 'text')).toEqual([]);
    const above = files.filter((file) => ['store', 'derive', 'change'].includes(roomOf(file)));
    expect(above.filter((file) => importsOf(file).some((target) => roomOf(target) === 'formats'))).toEqual([]);
  });

  it('keeps Cypher out of the import pipeline', () => {
    const cypher = /\b(MATCH|UNWIND|MERGE|RETURN) /;
    const importing = files.filter((file) => roomOf(file) === 'import');
    expect(importing.filter((file) => cypher.test(readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
  });

  it('has no import cycle, types included', () => {
    const graph = new Map(files.map((file) => [file, importsOf(file)]));
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
    const loaded = new Set(['main.ts', 'cli/program.ts']);
    for (const file of loaded) for (const target of importsOf(file, 'loads')) loaded.add(target);
    const program = [
      'main.ts',
      'cli/open-files.ts',
      'cli/program.ts',
      'cli/failure.ts',
      'cli/terminal.ts',
      'engine/engine.ts',
      'engine/storage-failure.ts',
      'text/visible.ts',
    ];
    expect([...loaded].sort()).toEqual(program.sort());
  });

  it('writes to a terminal in one place, which makes text visible; the log of the server goes the same way', () => {
    const writing = files.filter((file) =>
      /process\.std(out|err)|\bconsole\.\w+\(|writeSync\([12],/.test(readFileSync(join(SRC, file), 'utf8')),
    );
    // The last one runs where claimgraph is made, not where it is used.
    expect(writing.sort()).toEqual(['cli/terminal.ts', 'formats/write-json-schemas.ts', 'server.ts']);
    expect(readFileSync(join(SRC, 'server.ts'), 'utf8').match(/process\.stderr/g)).toHaveLength(1);
  });

  it('keeps files to 250 lines, without default exports', () => {
    const own = files.filter((file) => file !== GENERATED);
    const text = (file: string) => readFileSync(join(SRC, file), 'utf8');
    expect(own.filter((file) => text(file).split('\n').length > 251)).toEqual([]);
    expect(own.filter((file) => /^export default/m.test(text(file)))).toEqual([]);
  });

  it('keeps functions to 40 lines', () => {
    const long = files.flatMap((file) => {
      const source = ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.ES2023, true);
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        const line = (position: number) => source.getLineAndCharacterOfPosition(position).line;
        const lines = line(node.getEnd()) - line(node.getStart(source)) + 1;
        if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && lines > 40) {
          found.push(`${file}: ${node.name?.getText(source)} has ${lines} lines`);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
    expect(long).toEqual([]);
  });
});
