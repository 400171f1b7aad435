#!/usr/bin/env node
import { tooFewOpenFiles } from './cli/open-files.ts';

const problem = tooFewOpenFiles();
const { endWithOutput, noteError } = await import('./cli/terminal.ts');

if (problem === null) {
  const { runProgram } = await import('./cli/program.ts');
  endWithOutput();
  await runProgram(process.argv.slice(2));
} else {
  noteError([problem]);
  process.exitCode = 1;
}
