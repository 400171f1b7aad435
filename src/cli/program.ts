import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { exitOf, messageOf } from './failure.ts';
import { note, printJson, styled } from './terminal.ts';

const PACKAGE = new URL('../../package.json', import.meta.url);

/** A command as the list of commands shows it. What it needs is much to load, and no other command needs it. */
interface Entry {
  readonly takes?: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Every command has its file; one that is added stands here as well. */
const COMMANDS: Readonly<Record<string, Entry>> = {
  serve: {
    summary: 'start the server (what happens without a command)',
    load: async () => (await import('./serve.ts')).serveCommand(),
  },
  seed: {
    summary: 'load the seed article into the database',
    load: async () => (await import('./seed.ts')).seedCommand(),
  },
  check: {
    takes: '<files...>',
    summary: 'say what is wrong with files, and write nothing',
    load: async () => (await import('./check.ts')).checkCommand(),
  },
  import: {
    takes: '<files...>',
    summary: 'store what files hold',
    load: async () => (await import('./import.ts')).importCommand(),
  },
  export: {
    summary: 'write what the database holds, in many formats',
    load: async () => (await import('./export.ts')).exportCommand(),
  },
  trace: {
    takes: '<claim>',
    summary: 'show who stands behind a claim, as a tree',
    load: async () => (await import('./trace.ts')).traceCommand(),
  },
  history: {
    takes: '<id>',
    summary: 'show how a record came to be what it is',
    load: async () => (await import('./history.ts')).historyCommand(),
  },
  packet: {
    takes: '<claim>',
    summary: 'put all evidence for a claim into one file that can be verified',
    load: async () => (await import('./packet.ts')).packetCommand(),
  },
  verify: {
    takes: '<file>',
    summary: 'say whether an evidence packet is as it was made',
    load: async () => (await import('./verify.ts')).verifyCommand(),
  },
};

/** Options that are answered without a command. */
const ABOUT = ['-h', '--help', '-V', '--version'];

/** Runs the program with the arguments after its name, and sets the exit code. */
export async function runProgram(args: readonly string[]): Promise<void> {
  try {
    const complete = withCommand(args);
    await (await program(complete)).parseAsync(complete, { from: 'user' });
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

async function program(args: readonly string[]): Promise<Command> {
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
  for (const [name, entry] of Object.entries(COMMANDS)) whole.addCommand(await commandOf(name, entry, args));
  for (const command of [whole, ...whole.commands]) {
    command.exitOverride().showHelpAfterError('Run it with --help to see how it is used.');
  }
  return whole;
}

/** The whole command where the arguments name it, as `check …` or `help check`; else what the list shows of it. */
async function commandOf(name: string, { takes, summary, load }: Entry, args: readonly string[]): Promise<Command> {
  if (args.includes(name)) return load();
  const listed = new Command(name).summary(summary);
  return takes === undefined ? listed : listed.arguments(takes);
}
