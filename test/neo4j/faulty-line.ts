import { connect, createServer, type Socket } from 'node:net';

/**
 * How a network path fails. `cut`: connections break, and new ones are refused at once. `silent`: new connections are
 * accepted, and nothing is passed on. `stalled`: nothing is passed on in old connections either. `deaf`: what the server
 * says is not passed on, what it is told is.
 */
export type Fault = 'cut' | 'silent' | 'stalled' | 'deaf';

/** A real network path to a Neo4j that can fail in several ways, and be mended. */
export async function faultyLine(uri: string) {
  const target = new URL(uri.replace(/^\w+:/, 'http:'));
  const near = new Set<Socket>();
  const all = new Set<Socket>();
  let fault: Fault | null = null;
  const keep = (socket: Socket) => {
    all.add(socket);
    socket.on('error', () => undefined).on('close', () => all.delete(socket));
  };
  const relay = createServer((client) => {
    if (fault === 'cut') return void client.destroy();
    near.add(client);
    client.on('close', () => near.delete(client));
    keep(client);
    if (fault) return void client.resume();
    const server = connect(Number(target.port), target.hostname);
    keep(server);
    client.on('data', (data) => fault !== 'stalled' && server.write(data)).on('close', () => server.destroy());
    server.on('data', (data) => !fault && client.write(data)).on('close', () => client.destroy());
  });
  await new Promise<void>((done) => relay.listen(0, '127.0.0.1', done));
  const address = relay.address();
  return {
    uri: `bolt://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    /** Connections that clients have open. */
    get connections(): number {
      return near.size;
    },
    fail: (how: Fault) => {
      fault = how;
      if (how === 'cut') for (const socket of all) socket.destroy();
    },
    /** Passes everything on again, in new connections. */
    mend: () => {
      fault = null;
    },
    close: async () => {
      for (const socket of all) socket.destroy();
      await new Promise((done) => relay.close(done));
    },
  };
}
