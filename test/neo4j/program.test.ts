import { describe, expect, it } from 'vitest';
import { start } from '../cli/program.ts';
import { askOver, COUNTS, COUNTS_OF_SEED, endServing, serving } from '../cli/serving.ts';
import { engines, settingsOfNeo4j } from '../engines.ts';

describe.each(engines)('the program on $name', { timeout: 90_000 }, ({ open }) => {
  it('seeds an empty database, answers from it, and refuses wrong credentials', async () => {
    await (await open()).close();
    const { uri, user, password } = settingsOfNeo4j();
    const server = await serving({ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password });
    expect(server.greeting).toContain(`Neo4j at ${uri}`);
    expect(await askOver(server, COUNTS)).toEqual(COUNTS_OF_SEED);
    await endServing(server, 'SIGTERM');
    const refused = await start([], { PORT: '0', NEO4J_URI: uri, NEO4J_PASSWORD: 'wrong' }).ended;
    expect(refused.exit).toBe(1);
    expect(`${refused.out}${refused.err}`).toContain('unauthorized');
  });
});
