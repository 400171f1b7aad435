import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { exitOf, linesOf, messageOf } from './failure.ts';
import { COMMAND_LINE_OUTPUT, noteError, printJson } from './terminal.ts';

const PACKAGE = new URL('../../package.json', import.meta.url);

/** A command in the list of commands. Its module is loaded only when it is used, because that is slow. */
interface Entry {
  readonly parameters?: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** All commands. Each has its own file. */
const COMMANDS: Readonly<Record<string, Entry>> = {
  serve: {
    summary: 'start the server (the default command)',
    load: async () => (await import('./serve.ts')).serveCommand(),
  },
  seed: {
    summary: 'load the seed article into the database',
    load: async () => (await import('./seed.ts')).seedCommand(),
  },
  check: {
    parameters: '<files...>',
    summary: 'report what is wrong with files, without writing anything',
    load: async () => (await import('./check.ts')).checkCommand(),
  },
  import: {
    parameters: '<files...>',
    summary: 'store the records of files',
    load: async () => (await import('./import.ts')).importCommand(),
  },
  recompute: {
    summary: 'renew what an older version stored of standings and findings',
    load: async () => (await import('./recompute.ts')).recomputeCommand(),
  },
  export: {
    summary: 'write all records, in one of many formats',
    load: async () => (await import('./export.ts')).exportCommand(),
  },
  trace: {
    parameters: '<claim>',
    summary: 'show who is behind a claim, as a tree',
    load: async () => (await import('./trace.ts')).traceCommand(),
  },
  history: {
    parameters: '<id>',
    summary: 'show every change of a record',
    load: async () => (await import('./history.ts')).historyCommand(),
  },
  packet: {
    parameters: '<claim>',
    summary: 'put all evidence for a claim into one file that can be verified',
    load: async () => (await import('./packet.ts')).packetCommand(),
  },
  verify: {
    parameters: '<file>',
    summary: 'check whether an evidence packet was changed',
    load: async () => (await import('./verify.ts')).verifyCommand(),
  },
};

/** The options that need no command. */
const ABOUT = ['-h', '--help', '-V', '--version'];

/** Runs the program with the arguments after its name, and sets the exit code. */
export async function runProgram(args: readonly string[]): Promise<void> {
  try {
    const complete = withCommand(args);
    await (await program(complete)).parseAsync(complete, { from: 'user' });
  } catch (error) {
    process.exitCode = exitOf(error);
    if (error instanceof CommanderError) return;
    if (args.includes('--json')) printJson({ error: { message: messageOf(error) } });
    noteError(linesOf(error));
  }
}

/** The arguments with a command: `serve` is the default, for `claimgraph` and `claimgraph --port 8080`. */
function withCommand([first, ...rest]: readonly string[]): string[] {
  if (first === undefined) return ['serve'];
  return first.startsWith('-') && !ABOUT.includes(first) ? ['serve', first, ...rest] : [first, ...rest];
}

async function program(args: readonly string[]): Promise<Command> {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };
  const root = new Command('claimgraph')
    .description('Who reported what, on whose word: serve, fill and ask a graph of claims and their attributions.')
    .version(version)
    .addHelpText(
      'after',
      `
Environment variables set the database: NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE for Neo4j, else
CLAIMGRAPH_DATA for the folder of the embedded database (./data).

Exit codes: 0 done, 1 problem with the input or the database, 2 wrong arguments, 130 interrupted.

Examples:
  claimgraph                                start the server
  claimgraph check reports.ndjson           report what is wrong with a file
  claimgraph import reports.ndjson          store its records
  claimgraph export --out graph.gexf        write all records in another format
  claimgraph trace claim:amnesty            who is behind a claim
  claimgraph packet claim:amnesty           its evidence, with hashes`,
    );
  for (const [name, entry] of Object.entries(COMMANDS)) root.addCommand(await commandOf(name, entry, args));
  for (const command of [root, ...root.commands]) {
    command.configureOutput(COMMAND_LINE_OUTPUT).exitOverride().showHelpAfterError('Use --help to see how it works.');
  }
  return root;
}

/** The loaded command if the arguments name it, as in `check …` or `help check`; else only its entry in the list. */
async function commandOf(
  name: string,
  { parameters, summary, load }: Entry,
  args: readonly string[],
): Promise<Command> {
  if (args.includes(name)) return load();
  const listed = new Command(name).summary(summary);
  return parameters === undefined ? listed : listed.arguments(parameters);
}
