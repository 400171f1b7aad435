import { Command } from 'commander';
import { loadSeed } from '../import/seed.ts';
import { withStore } from './database.ts';
import { newRecords } from './import-summary.ts';
import { print, printJson } from './terminal.ts';

export function seedCommand(): Command {
  return new Command('seed')
    .description(
      'Loads the seed article into the configured database, also next to other data. Existing records stay as they are.',
    )
    .option('--json', 'print the result as one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  claimgraph seed
  CLAIMGRAPH_DATA=/srv/claimgraph claimgraph seed --json`,
    )
    .action(seed);
}

function seed({ json }: { readonly json?: boolean }): Promise<void> {
  return withStore(async (engine) => {
    const { written, revision, counts } = await loadSeed(engine);
    const database = engine.description;
    if (json) printJson({ database, written, revision: revision?.id ?? null, counts });
    else if (!revision) print(`The seed article is in ${database} already; nothing was changed.`);
    else print(`The seed article was stored in ${database}: ${newRecords(counts)} (${revision.id}).`);
  });
}
