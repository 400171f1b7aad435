import type { FieldNode } from 'graphql';
import { attributionList } from '../attribution/list.ts';
import type { PathHop } from '../contract.ts';
import type { Arguments } from '../cypher/arguments.ts';
import { property } from '../cypher/field-mappings.ts';
import type { Asked, Computed, ComputedField, MappingOf } from '../cypher/mapping.ts';
import { NodeRef } from '../cypher/node-ref.ts';
import { badInput, limitExceeded } from '../errors.ts';
import { type Neighbourhood, readNeighbourhood } from './neighbourhood.ts';
import { type Hop, type PathSearch, shortestPaths } from './shortest-paths.ts';

const MOST_HOPS = 6;
const MOST_PATHS = 50;
const USUAL = { maxHops: 4, first: 5 };

/** How two entities are tied together by claims. */
export const paths: ComputedField = {
  kind: 'computed',
  check: (args, node) => {
    pathSearchOf(args, node);
  },
  rows: (args) => pathSearchOf(args).first * pathSearchOf(args).maxHops,
  compute,
};

/** What of a hop is read off its claim; the rest is put together with the path. */
export const pathHop: MappingOf<Pick<PathHop, 'predicate' | 'attributions'>> = {
  predicate: property('predicate'),
  attributions: attributionList('PathHop.attributions', '(self)<-[:OF]-(said:Attribution)'),
};

function pathSearchOf(args: Arguments, node?: FieldNode): PathSearch {
  const { from, to } = args as { from: string; to: string };
  const maxHops = (args.maxHops ?? USUAL.maxHops) as number;
  const first = (args.first ?? USUAL.first) as number;
  if (maxHops < 1 || maxHops > MOST_HOPS)
    throw badInput('maxHops', `${maxHops} is not between 1 and ${MOST_HOPS}`, node);
  if (first < 0 || first > MOST_PATHS) throw badInput('first', `${first} is not between 0 and ${MOST_PATHS}`, node);
  return { from, to, maxHops, first };
}

async function compute(asked: Asked): Promise<Computed> {
  const search = pathSearchOf(asked.args, asked.node);
  const neighbourhood = await readNeighbourhood(asked, search);
  const { claims, complete, recorded, present } = neighbourhood;
  if (!areKnown(search, neighbourhood, asked.node)) return { value: null, recorded, present };
  const found = shortestPaths(claims, { ...search, maxHops: Math.min(search.maxHops, complete) });
  if (found === null || (found.length < search.first && complete < search.maxHops && search.from !== search.to)) {
    throw limitExceeded(
      `Too many claims lie around ${search.from} and ${search.to} to find all paths of ${search.maxHops} hops. ` +
        'Ask with a smaller maxHops or first, or as of an earlier time.',
      asked.node,
    );
  }
  return { value: found.map(served), recorded, present };
}

/** Whether there is a record of both ids. Throws BAD_USER_INPUT where one is no entity. */
function areKnown({ from, to }: PathSearch, { ends }: Neighbourhood, node: FieldNode): boolean {
  for (const [argument, id] of Object.entries({ from, to })) {
    if (ends.get(id) === false) {
      throw badInput(argument, `${id} is no person, organization, group, source, place, thing or event`, node);
    }
  }
  return ends.has(from) && ends.has(to);
}

function served(hops: readonly Hop[]) {
  return { length: hops.length, hops: hops.map(servedHop) };
}

function servedHop({ from, to, claim, fromRole, toRole }: Hop) {
  const ref = new NodeRef(claim);
  return {
    from: new NodeRef(from),
    to: new NodeRef(to),
    claim: ref,
    predicate: ref,
    attributions: ref,
    fromRole,
    toRole,
  };
}
