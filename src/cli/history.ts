import { Command } from 'commander';
import type { Engine } from '../engine/engine.ts';
import { withDatabase } from './database.ts';
import { Failure } from './failure.ts';
import { print, printJson } from './terminal.ts';

export function historyCommand(): Command {
  return new Command('history')
    .description(
      'Lists every change of a record, oldest first: when, who, what and why. Also works for a retracted record.',
    )
    .argument('<id>', 'the id of the record')
    .option('--json', 'print the changes as one JSON document, with the content before and after')
    .addHelpText(
      'after',
      `
Examples:
  claimgraph history claim:amnesty
  claimgraph history person:nicolas-maduro --json`,
    )
    .action(history);
}

const QUERY = `query History($id: ID!, $after: String) {
  history(id: $id, first: 200, after: $after) {
    nodes { id sequence at by operation reason before after }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Revision {
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly operation: string;
  readonly reason: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

interface Data {
  readonly history: {
    readonly nodes: readonly Revision[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

async function history(id: string, { json }: { readonly json?: boolean }): Promise<void> {
  const revisions = await withDatabase((engine) => revisionsOf(engine, id));
  if (revisions.length === 0) throw new Failure(`The database has no record with the id ${id}, and never had one.`);
  if (json) printJson({ id, revisions });
  else for (const revision of revisions) print(lineOf(revision));
}

async function revisionsOf(engine: Engine, id: string): Promise<Revision[]> {
  // The GraphQL server is slow to load, and other commands do not need it.
  const { askGraph } = await import('./ask-graph.ts');
  const revisions: Revision[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data }: Awaited<ReturnType<typeof askGraph<Data>>> = await askGraph<Data>(engine, QUERY, { id, after });
    revisions.push(...(data?.history.nodes ?? []));
    more = data?.history.pageInfo.hasNextPage === true;
    after = data?.history.pageInfo.endCursor ?? null;
  }
  return revisions;
}

/** "2026-01-01T00:00:00.000Z  revision:4  CORRECT by maria: The date was wrong." */
function lineOf({ at, id, operation, by, reason }: Revision): string {
  return `${at}  ${id}  ${operation} by ${by}${reason === null ? '' : `: ${reason}`}`;
}
