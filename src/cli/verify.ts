import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { differencesOf } from '../formats/packet/answer-differences.ts';
import { type Answer, type Packet, verifyPacket } from '../formats/packet/packet.ts';
import { withDatabase } from './database.ts';
import { EXIT, fileFailure } from './failure.ts';
import { capturesIn } from './page-captures.ts';
import { print, printJson } from './terminal.ts';

interface Options {
  readonly hash?: string;
  readonly again?: boolean;
  readonly captures?: string;
  readonly json?: boolean;
}

export function verifyCommand(): Command {
  return new Command('verify')
    .description('Checks every hash in an evidence packet, and reports which part was changed.')
    .argument('<file>', 'the packet')
    .option('--hash <sha256>', 'the hash that was printed when the packet was made')
    .option('--again', 'also ask the database again, as of the same times, and report differences')
    .option('--captures <folder>', 'also compute the hashes of captured files again')
    .option('--json', 'print the problems as one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  claimgraph verify amnesty.packet.json
  claimgraph verify amnesty.packet.json --hash 3f0c… --again`,
    )
    .action(verify);
}

async function verify(file: string, { hash, again, captures, json }: Options): Promise<void> {
  const text = textOf(file);
  const problems = verifyPacket(text, hash?.toLowerCase());
  const packet = problems.length === 0 ? (JSON.parse(text) as Packet) : null;
  if (packet && again) problems.push(...(await answerDifferences(packet.answer)));
  if (packet && captures !== undefined) problems.push(...(await captureDifferences(captures, packet.answer)));
  process.exitCode = problems.length === 0 ? EXIT.done : EXIT.fault;
  if (json) printJson({ ok: problems.length === 0, sha256: packet?.sha256 ?? null, problems });
  else if (packet && problems.length === 0) print(unchangedText(packet, again === true));
  else for (const problem of problems) print(problem);
}

function unchangedText({ answer: { claim, asOf }, sha256 }: Packet, again: boolean): string {
  const compared = again ? ', and the database gives the same answer' : '';
  return `The packet of ${claim.id} as of ${asOf.recorded} is unchanged${compared}. sha256 ${sha256}`;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw fileFailure(file, 'read', error);
  }
}

/** The differences to a new answer of the database. Runs this program's query, never one from the file. */
async function answerDifferences({ captures, ...answer }: Answer): Promise<string[]> {
  const { askPacket } = await import('./packet-query.ts');
  const { recorded, said, undated } = answer.asOf;
  const times = { recorded, said, undated: undated === 'INCLUDE' };
  const now = await withDatabase((engine) => askPacket(engine, answer.claim.id, times));
  return differencesOf(answer, now);
}

async function captureDifferences(folder: string, { captures = [], documents }: Answer): Promise<string[]> {
  const found = await capturesIn(folder, documents);
  const hashes = new Map(found.captures.map(({ file, sha256 }) => [file, sha256]));
  return captures.flatMap(({ file, sha256 }) => {
    const hash = hashes.get(file);
    if (hash === undefined) return [`${file} is not in ${folder}.`];
    return hash === sha256 ? [] : [`${file} has changed: its hash is now ${hash}.`];
  });
}
