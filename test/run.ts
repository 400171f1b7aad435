import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenEngines } from './lanes.ts';

const VITEST = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));

/**
 * Runs vitest to its end, and gives its exit code. The usual loader of its configuration writes into node_modules, and npm
 * reads all of it again when that is newer than what it installed.
 */
function vitest(...args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [VITEST, 'run', '--configLoader', 'runner', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((done) => child.once('close', (code) => done(code ?? 1)));
}

/** The arguments that say how results are reported, for the report of both lanes together, and the others. */
function parted(args: readonly string[]): { reporting: string[]; others: string[] } {
  const joined = args.flatMap((argument, index) => {
    if (/^--(reporter|outputFile)(\.\w+)?$/.test(argument)) return [`${argument}=${args[index + 1] ?? ''}`];
    return /^--(reporter|outputFile)(\.\w+)?$/.test(args[index - 1] ?? '') ? [] : [argument];
  });
  const isReporting = (argument: string) => /^--(reporter|outputFile)\b/.test(argument);
  return { reporting: joined.filter(isReporting), others: joined.filter((argument) => !isReporting(argument)) };
}

/** Runs the lanes side by side, with the arguments of vitest, and reports both as one. */
async function main(args: readonly string[]): Promise<number> {
  const { embedded, neo4j } = chosenEngines();
  if (!embedded || !neo4j) return vitest(...args);
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-tests-'));
  const { reporting, others } = parted(args);
  const lane = (name: string) =>
    vitest(
      '--project',
      name,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=blob',
      `--outputFile.blob=${join(folder, name)}.json`,
      ...others,
    );
  const codes = await Promise.all(['embedded', 'neo4j'].map(lane));
  const whole = await vitest(`--merge-reports=${folder}`, ...(reporting.length > 0 ? reporting : ['--reporter=dot']));
  rmSync(folder, { recursive: true });
  return Math.max(whole, ...codes);
}

process.exitCode = await main(process.argv.slice(2));
