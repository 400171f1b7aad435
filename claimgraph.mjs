#!/usr/bin/env node
// What npm links as `claimgraph`: npx links once and for all, so it has to be there before dist/ is built.
import { existsSync } from 'node:fs';

const PROGRAM = new URL('dist/main.js', import.meta.url);

if (existsSync(PROGRAM)) {
  await import(PROGRAM.href);
} else {
  console.error('The program is not built yet: run "npm run build", after an "npm ci" that leaves nothing out.');
  process.exitCode = 1;
}
