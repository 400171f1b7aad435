import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { checkCommand } from './check.ts';
import { exportCommand } from './export.ts';
import { exitOf, messageOf } from './failure.ts';
import { historyCommand } from './history.ts';
import { importCommand } from './import.ts';
import { packetCommand } from './packet.ts';
import { seedCommand } from './seed.ts';
import { serveCommand } from './serve.ts';
import { note, printJson, styled } from './terminal.ts';
import { traceCommand } from './trace.ts';
import { verifyCommand } from './verify.ts';

const PACKAGE = new URL('../../package.json', import.meta.url);

/** Every command has its file; one that is added stands here as well. */
const COMMANDS = [
  serveCommand,
  seedCommand,
  checkCommand,
  importCommand,
  exportCommand,
  traceCommand,
  historyCommand,
  packetCommand,
  verifyCommand,
];

/** Options that are answered without a command. */
const ABOUT = ['-h', '--help', '-V', '--version'];

/** Runs the program with the arguments after its name, and sets the exit code. */
export async function runProgram(args: readonly string[]): Promise<void> {
  try {
    await program().parseAsync(withCommand(args), { from: 'user' });
  } catch (error) {
    process.exitCode = exitOf(error);
    if (error instanceof CommanderError) return;
    const message = messageOf(error);
    if (args.includes('--json')) printJson({ error: { message } });
    note(styled(process.stderr)('red', message));
  }
}

/** Without a command the program serves, as `claimgraph` and `claimgraph --port 8080`. */
function withCommand([first, ...rest]: readonly string[]): string[] {
  if (first === undefined) return ['serve'];
  return first.startsWith('-') && !ABOUT.includes(first) ? ['serve', first, ...rest] : [first, ...rest];
}

function program(): Command {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };
  const whole = new Command('claimgraph')
    .description('Who reported what, on whose word: serve, fill and ask a graph of claims and their attributions.')
    .version(version)
    .addHelpText(
      'after',
      `
The database is set by environment variables: NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE for a Neo4j,
else CLAIMGRAPH_DATA for the folder of the embedded one (./data).

Exit codes: 0 done, 1 the input or the database was at fault, 2 called wrongly, 130 interrupted.

Examples:
  claimgraph                                start the server
  claimgraph check reports.ndjson           say what is wrong with a file
  claimgraph import reports.ndjson          store what it holds
  claimgraph export --out graph.gexf        write it all in another format
  claimgraph trace claim:amnesty            who stands behind a claim
  claimgraph packet claim:amnesty           its evidence, with hashes`,
    );
  for (const command of COMMANDS) whole.addCommand(command());
  for (const command of [whole, ...whole.commands]) {
    command.exitOverride().showHelpAfterError('Run it with --help to see how it is used.');
  }
  return whole;
}
