import { Command } from 'commander';
import { writePacket } from '../formats/packet/packet.ts';
import { withDatabase } from './database.ts';
import { usage } from './failure.ts';
import { openOutput } from './output.ts';
import { capturesIn } from './page-captures.ts';
import { isoOf, recordTime } from './record-time.ts';
import { note, print, printJson } from './terminal.ts';

interface Options {
  readonly asOfSaid?: string;
  readonly undated?: boolean;
  readonly asOfRecorded?: string;
  readonly captures?: string;
  readonly out?: string;
  readonly json?: boolean;
}

export function packetCommand(): Command {
  return new Command('packet')
    .description(
      'Writes an evidence packet: a claim, its chains, documents and quotations with hashes, the times and the query. ' +
        'The same command with the same times gives the same bytes, whatever is recorded later.',
    )
    .argument('<claim>', 'the id of the claim')
    .option('--as-of-said <date>', 'only what had certainly been said by the end of this date (2025-11-30, 2025-11)')
    .option('--undated', 'with --as-of-said: also what has no date and may have been said by then')
    .option(
      '--as-of-recorded <time>',
      'the graph as of this moment; by default as of now, and the packet states the time',
    )
    .option('--captures <folder>', 'add the hashes of captured files: document_post_1.html is for document:post/1')
    .option('--out <file>', 'write to this file')
    .option('--json', 'with --out: print what was written as one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  claimgraph packet claim:amnesty --out amnesty.packet.json
  claimgraph packet claim:amnesty --as-of-said 2025-11-30 --undated --out november.packet.json
  claimgraph packet claim:amnesty --captures captures --out amnesty.packet.json

Keep the hash that this command prints in another place: if somebody changes a packet, its hash changes too.`,
    )
    .action(packet);
}

async function packet(claim: string, options: Options): Promise<void> {
  const { out, json, captures: folder } = options;
  if (json && out === undefined) throw usage('--json needs --out: standard output has the packet.');
  // The GraphQL server is slow to load, and other commands do not need it.
  const { askPacket } = await import('./packet-query.ts');
  const { recorded, answer } = await withDatabase(async (engine) => {
    const time = isoOf(await recordTime(engine, '--as-of-recorded', options.asOfRecorded));
    const times = { recorded: time, said: options.asOfSaid ?? null, undated: options.undated === true };
    return { recorded: time, answer: await askPacket(engine, claim, times) };
  });
  const found = folder === undefined ? null : await capturesIn(folder, answer.documents);
  const text = writePacket({ ...answer, ...(found && { captures: found.captures }) });
  const { sha256 } = JSON.parse(text) as { sha256: string };
  await write(text, out);
  const remarks = found?.remarks ?? [];
  for (const remark of remarks) note(remark);
  if (json) printJson({ claim, out, sha256, asOf: answer.asOf, captures: found?.captures.length ?? 0, remarks });
  else (out === undefined ? note : print)(`sha256 ${sha256}, as of ${recorded}`);
}

async function write(text: string, out: string | undefined): Promise<void> {
  const output = openOutput(out);
  try {
    await output.write(`${text}\n`);
    output.finish();
  } finally {
    output.discard();
  }
}
