import type { FieldNode } from 'graphql';
import { attributionList } from '../attribution/list.ts';
import type { PathHop } from '../contract.ts';
import type { Arguments } from '../cypher/arguments.ts';
import { property } from '../cypher/fields.ts';
import type { Asked, Computed, ComputedField, MappingOf } from '../cypher/mapping.ts';
import { Ref } from '../cypher/ref.ts';
import { badInput, limitExceeded } from '../errors.ts';
import { type Surroundings, surroundings } from './levels.ts';
import { type Hop, shortestPaths, type Wanted } from './shortest.ts';

const MOST_HOPS = 6;
const MOST_PATHS = 50;
const USUAL = { maxHops: 4, first: 5 };

/** How two entities are tied together by claims. */
export const paths: ComputedField = {
  kind: 'computed',
  check: (args, node) => {
    wantedBy(args, node);
  },
  rows: (args) => wantedBy(args).first * wantedBy(args).maxHops,
  compute,
};

/** What of a hop is read off its claim; the rest is put together with the path. */
export const pathHop: MappingOf<Pick<PathHop, 'predicate' | 'attributions'>> = {
  predicate: property('predicate'),
  attributions: attributionList('PathHop.attributions', '(self)<-[:OF]-(said:Attribution)'),
};

function wantedBy(args: Arguments, node?: FieldNode): Wanted {
  const { from, to } = args as { from: string; to: string };
  const maxHops = (args.maxHops ?? USUAL.maxHops) as number;
  const first = (args.first ?? USUAL.first) as number;
  if (maxHops < 1 || maxHops > MOST_HOPS)
    throw badInput('maxHops', `${maxHops} is not between 1 and ${MOST_HOPS}`, node);
  if (first < 0 || first > MOST_PATHS) throw badInput('first', `${first} is not between 0 and ${MOST_PATHS}`, node);
  return { from, to, maxHops, first };
}

async function compute(asked: Asked): Promise<Computed> {
  const wanted = wantedBy(asked.args, asked.node);
  const around = await surroundings(asked, wanted);
  checkKnown(wanted, around, asked.node);
  const { joints, complete, recorded, present } = around;
  const found = shortestPaths(joints, { ...wanted, maxHops: Math.min(wanted.maxHops, complete) });
  if (found === null || (found.length < wanted.first && complete < wanted.maxHops && wanted.from !== wanted.to)) {
    throw limitExceeded(
      `Too many claims lie around ${wanted.from} and ${wanted.to} to find all paths of ${wanted.maxHops} hops. ` +
        'Ask with a smaller maxHops or first, or as of an earlier time.',
      asked.node,
    );
  }
  return { value: found.map(served), recorded, present };
}

function checkKnown({ from, to }: Wanted, { known }: Surroundings, node: FieldNode): void {
  for (const [argument, id] of Object.entries({ from, to })) {
    if (!known.includes(id)) {
      throw badInput(argument, `nobody and nothing is known by the id "${id}"`, node);
    }
  }
}

function served(hops: readonly Hop[]) {
  return { length: hops.length, hops: hops.map(servedHop) };
}

function servedHop({ from, to, claim, fromRole, toRole }: Hop) {
  const ref = new Ref(claim);
  return { from: new Ref(from), to: new Ref(to), claim: ref, predicate: ref, attributions: ref, fromRole, toRole };
}
