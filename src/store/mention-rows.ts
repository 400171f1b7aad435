import type { Bundle } from '../bundle/bundle.ts';
import { edgeRow, edgeTo, nodeRow, type Rows, type Stamp } from './rows.ts';

/** The rows of mentions, with edges to their documents and to the entities that they may mean. */
export function mentionRows({ mentions }: Bundle, stamp: Stamp): Rows {
  return {
    nodes: mentions.map((mention) => {
      const { text, locator, basis, entity } = mention;
      return nodeRow('Mention', mention, 'Mention', stamp, { text, locator, basis, resolved: entity !== undefined });
    }),
    edges: mentions.flatMap(({ id, document, entity, candidates }) => [
      edgeRow('MENTIONED_IN', id, document),
      ...edgeTo('RESOLVED_TO', id, entity),
      ...candidates.map((candidate) => edgeRow('CANDIDATE', id, candidate)),
    ]),
  };
}
