import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Engine, EngineError } from '../src/engine/engine.ts';
import { embeddedOnly } from './engines.ts';
import { type Listener, listen, summaries } from './live/listener.ts';
import { Newsroom, serve } from './live/newsroom.ts';

// When a server asks does not depend on the database.
describe.each(embeddedOnly)('a server that looks for what is recorded, on $name', ({ open }) => {
  let engine: Engine;
  let newsroom: Newsroom;
  let first: string;

  beforeEach(async () => {
    engine = await open();
    newsroom = new Newsroom(engine);
    first = await newsroom.open();
  });

  afterEach(() => engine.close());

  it('asks the database only while somebody listens, and once for all', async () => {
    let reads = 0;
    const read: Engine['read'] = (statement, options) => {
      reads += 1;
      return engine.read(statement, options);
    };
    const watched = await serve({ ...engine, read });
    await pause(700);
    expect(reads).toBe(0);
    const several = [1, 2, 3, 4, 5].map(() => listen(watched.url, { after: first }));
    for (const one of several) while (!isOpen(one)) await pause(10);
    await pause(500);
    reads = 0;
    await pause(2_000);
    expect(reads).toBeGreaterThanOrEqual(2);
    expect(reads).toBeLessThanOrEqual(5);
    for (const one of several) await one.leave();
    await pause(300);
    reads = 0;
    await pause(1_200);
    expect(reads).toBe(0);
    await watched.close();
  });

  it('waits for a database that is away, and misses nothing', async () => {
    let isAway = false;
    const read: Engine['read'] = (statement, options) => {
      if (isAway) throw new EngineError('UNAVAILABLE', 'away');
      return engine.read(statement, options);
    };
    const shaky = await serve({ ...engine, read });
    const listener = listen(shaky.url, { after: first });
    await newsroom.say(['a']);
    await listener.until(1);
    isAway = true;
    await newsroom.say(['b', 'c']);
    await pause(1_200);
    isAway = false;
    expect(summaries(await listener.until(3)).slice(1)).toEqual(['3 RECORD attribution:b', '3 RECORD attribution:c']);
    await listener.leave();
    await shaky.close();
  });
});

function isOpen(listener: Listener): boolean {
  try {
    return listener.socket.readyState === listener.socket.OPEN;
  } catch {
    return false;
  }
}
