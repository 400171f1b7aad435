#!/usr/bin/env node
import { runProgram } from './cli/program.ts';
import { endWithOutput } from './cli/terminal.ts';

endWithOutput();

await runProgram(process.argv.slice(2));
