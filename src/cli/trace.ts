import { Command } from 'commander';
import { withDatabase } from './database.ts';
import { Failure } from './failure.ts';
import { print, printJson } from './terminal.ts';
import type { AsOf, TraceAnswer, TracedClaim } from './trace-query.ts';

interface TraceOptions {
  readonly asOfSaid?: string;
  readonly asOfRecorded?: string;
  readonly undated?: boolean;
  readonly json?: boolean;
}

export function traceCommand(): Command {
  return new Command('trace')
    .description(
      'Shows a claim, its standing, how many independent sources it has and why, and the chains from every report back ' +
        'to the sources on whose word it rests.',
    )
    .argument('<claim>', 'the id of the claim')
    .option('--as-of-said <date>', 'only what had certainly been said by the end of this date (2025-11-30, 2025-11)')
    .option('--undated', 'with --as-of-said: also what has no date and may have been said by then')
    .option('--as-of-recorded <time>', 'the graph as of this moment (2025-12-01T12:00:00Z)')
    .option('--json', 'print the answer of the GraphQL server')
    .addHelpText(
      'after',
      `
Examples:
  claimgraph trace claim:amnesty
  claimgraph trace claim:amnesty --as-of-said 2025-11-30 --undated
  claimgraph trace claim:amnesty --json`,
    )
    .action(trace);
}

async function trace(claim: string, { asOfSaid, asOfRecorded, undated, json }: TraceOptions): Promise<void> {
  const asOf: AsOf = {
    ...(asOfSaid && { said: asOfSaid }),
    ...(asOfRecorded && { recorded: asOfRecorded }),
    ...(undated && { undated: 'INCLUDE' }),
  };
  // The GraphQL server is slow to load, and other commands do not need it.
  const { askTrace } = await import('./trace-query.ts');
  const { traceText } = await import('./trace-text.ts');
  await withDatabase(async (engine) => {
    const answer = await askTrace(engine, claim, Object.keys(asOf).length > 0 ? asOf : null);
    const found = claimIn(answer, claim);
    if (json) printJson(answer);
    else print(...traceText(found));
  });
}

function claimIn({ data }: TraceAnswer, id: string): TracedClaim {
  const found = data?.claims.nodes[0];
  if (found) return found;
  const type = data?.node?.__typename;
  if (type === undefined) throw new Failure(`The database has no record with the id ${id}.`);
  if (type !== 'Claim')
    throw new Failure(`${id} is not a claim but a record of type ${type}; only claims can be traced.`);
  throw new Failure(`Nobody had said ${id} by then, as far as dates show; --undated includes what has no date.`);
}
