import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseBundle } from '../src/bundle/read-files.ts';
import { openDesk } from './desk.ts';
import { embeddedOnly } from './engines.ts';

/** A table of the page: the case file, and for each column after the names of fields a claim and a said time. */
interface Table {
  readonly file: string;
  readonly columns: readonly { readonly claim: string; readonly said: string | null; readonly cells: Cells }[];
}

type Cells = Readonly<Record<string, string>>;

const PAGE = readFileSync(new URL('../docs/how-it-counts.md', import.meta.url), 'utf8');

const QUERY = `query ($claim: ID!, $asOf: AsOf) {
  claims(filter: {ids: [$claim]}, asOf: $asOf) { nodes {
    attributions { totalCount }
    roots { actor { name } }
    untraced { actor { name } }
    borrowed { actor { name } }
    independence {
      newsrooms ultimateSources { min max } onRecord dependsOn { name } coverage loops { actor { name } }
    }
    standing
    flags { kind }
  } }
}`;

function tablesOf(page: string): Table[] {
  return [...page.matchAll(/(?:^\|.*\|\n)+/gm)].map(([text]) => tableOf(text)).filter((table) => table !== null);
}

function tableOf(text: string): Table | null {
  const rows = text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const [head = [], , ...body] = rows;
  const file = /\((\.\.\/examples\/how-it-counts\/[^)]+)\)/.exec(text)?.[1];
  if (file === undefined) return null;
  const columns = head.slice(1).map((title, index) => ({
    claim: (/`(claim:[^`]+)`/.exec(title) ?? /`(claim:[^`]+)`/.exec(head[0] ?? ''))?.[1] ?? '',
    said: /As of (\S+)/.exec(title)?.[1] ?? null,
    cells: Object.fromEntries(body.map((row) => [(row[0] ?? '').replaceAll('`', ''), row[index + 1] ?? ''])),
  }));
  return { file, columns };
}

function bundleIn(file: string) {
  return parseBundle(JSON.parse(readFileSync(new URL(file, new URL('../docs/', import.meta.url)), 'utf8')));
}

interface Said {
  readonly actor: { readonly name: string };
}

const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(', ') || 'nobody';
const speakers = (all: readonly Said[]) => names(all.map(({ actor }) => actor));
const range = ({ min, max }: { readonly min: number; readonly max: number | null }) => {
  if (max === null) return `${min} or more`;
  return min === max ? String(min) : `${min} to ${max}`;
};

/** What an answer looks like in a cell of the page. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of the query.
function cellsOf({ attributions, roots, untraced, borrowed, independence, standing, flags }: any): Cells {
  const { newsrooms, ultimateSources, onRecord, dependsOn, coverage, loops } = independence;
  return {
    attributions: String(attributions.totalCount),
    roots: speakers(roots),
    untraced: speakers(untraced),
    borrowed: speakers(borrowed),
    loops: loops.map(speakers).join('; ') || 'none',
    newsrooms: String(newsrooms),
    ultimateSources: range(ultimateSources),
    onRecord: String(onRecord),
    dependsOn: names(dependsOn),
    coverage,
    standing,
    flags: [...new Set(flags.map(({ kind }: { kind: string }) => kind))].join(', ') || 'none',
  };
}

describe.each(embeddedOnly)('the cases of "How it counts" on $name', ({ open }) => {
  const tables = tablesOf(PAGE);

  it('are six', () => {
    expect(tables).toHaveLength(6);
  });

  it.each(tables.map((table) => [table.file.split('/').at(-1), table] as const))('%s', async (_name, table) => {
    const desk = await openDesk(open);
    await desk.record(bundleIn(table.file));
    for (const { claim, said, cells } of table.columns) {
      const asOf = said === null ? null : { said };
      const { nodes } = await desk.ask(QUERY, { claim, asOf }).then(({ data, errors }) => {
        expect(errors).toBeUndefined();
        return data.claims;
      });
      const given = cellsOf(nodes[0]);
      const asked = Object.fromEntries(Object.keys(cells).map((name) => [name, given[name]]));
      expect({ claim, said, ...asked }).toEqual({ claim, said, ...cells });
    }
    await desk.close();
  });
});
