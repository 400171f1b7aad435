#!/usr/bin/env node
import { runProgram } from './cli/program.ts';

// Whoever reads the output may stop before its end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

await runProgram(process.argv.slice(2));
