import { Command, InvalidArgumentError } from 'commander';
import type { ServeOptions } from './run-server.ts';

export function serveCommand(): Command {
  return new Command('serve')
    .description('Serves GraphQL over HTTP, with a playground. Loads the seed article into an empty database.')
    .option('--host <address>', 'the address to listen on (else HOST, else 127.0.0.1)')
    .option('--port <number>', 'the port to listen on, 0 for any free port (else PORT, else 4000)', port)
    .option('--json', 'print the addresses as one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  claimgraph                        on http://127.0.0.1:4000, from the embedded database in ./data
  claimgraph serve --port 8080
  NEO4J_URI=neo4j://127.0.0.1:7687 NEO4J_PASSWORD=… claimgraph serve`,
    )
    .action(async (options: ServeOptions) => {
      // The server is slow to load, and no other command needs it.
      const { serve } = await import('./run-server.ts');
      await serve(options);
    });
}

function port(text: string): string {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return text;
  throw new InvalidArgumentError('It must be a number from 0 to 65535.');
}
