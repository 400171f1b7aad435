import type { Engine } from '../../src/engine/engine.ts';
import { type Dump, dump } from '../dump.ts';

/** All that a database holds, with the number of a revision in the place of its time: nothing else differs by run. */
export async function timeless(engine: Engine): Promise<Dump> {
  const whole = await dump(engine);
  const revisions = Object.values(whole.nodes).filter(({ labels }) => labels.includes('Revision'));
  const numbers = new Map(revisions.map(({ properties: { at, sequence } }) => [at, `time of revision ${sequence}`]));
  const parse = (text: string) => JSON.parse(text, (_key, value) => numbers.get(value) ?? value);
  return { nodes: parse(JSON.stringify(whole.nodes)), edges: whole.edges.map((edge) => JSON.stringify(parse(edge))) };
}
