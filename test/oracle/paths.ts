import { badInput } from '../../src/errors.ts';
import type { ConnectingClaim } from '../../src/path/shortest-paths.ts';
import { entityIn, nodeIn, see } from './find.ts';
import { attributionsWhere } from './lists.ts';
import { compare } from './orders.ts';
import { type AsOf, inView, type Seen, type View } from './view.ts';
import type { Claim } from './world.ts';

interface PathArguments {
  readonly from: string;
  readonly to: string;
  readonly maxHops?: number | null;
  readonly first?: number | null;
  readonly asOf?: AsOf | null;
}

/** A claim and the entity that it leads to. */
interface Way {
  readonly claim: string;
  readonly to: string;
}

/** All paths of a length, by trying every claim from every entity; those that lead through an entity or by a claim twice are none. */
function pathsOfLength(joints: readonly ConnectingClaim[], from: string, to: string, length: number): Way[][] {
  const extended = (way: readonly Way[]): Way[][] => {
    const last = way.at(-1)?.to ?? from;
    const seen = [from, ...way.map((hop) => hop.to)];
    if (way.length === length) return last === to ? [[...way]] : [];
    if (last === to) return [];
    return joints
      .filter(({ ends }) => ends.some(({ entity }) => entity === last))
      .flatMap(({ claim, ends }) => [...new Set(ends.map(({ entity }) => entity))].map((next) => ({ claim, to: next })))
      .filter((hop) => !seen.includes(hop.to) && !way.some(({ claim }) => claim === hop.claim))
      .flatMap((hop) => extended([...way, hop]));
  };
  return extended([]);
}

/** The first paths by their lengths, then by what they lead through, then by claims. */
export function naivePaths(
  joints: readonly ConnectingClaim[],
  from: string,
  to: string,
  maxHops: number,
  first: number,
): Way[][] {
  const found: Way[][] = [];
  for (let length = 1; length <= maxHops && found.length < first && from !== to; length++) {
    const all = pathsOfLength(joints, from, to, length);
    const name = (way: readonly Way[]) => way.map((hop) => hop.to).concat(way.map(({ claim }) => claim));
    found.push(...all.sort((one, other) => compareAll(name(one), name(other))));
  }
  return found.slice(0, first);
}

function compareAll(one: readonly string[], other: readonly string[]): number {
  const index = one.findIndex((text, place) => text !== other[place]);
  return index < 0 ? 0 : compare(one[index] as string, other[index] as string);
}

export function jointOf({ id, subject, object, participants }: Claim): ConnectingClaim {
  const ends = [
    ...(subject === undefined ? [] : [{ entity: subject, role: 'subject' }]),
    ...(object === undefined ? [] : [{ entity: object, role: 'object' }]),
    ...participants,
  ];
  return { claim: id, ends };
}

/** The part of an entity in a claim, the first of them. */
function roleIn({ ends }: ConnectingClaim, entity: string): string {
  const roles = ends.filter((end) => end.entity === entity).map(({ role }) => role);
  return ['subject', 'object'].find((role) => roles.includes(role)) ?? (roles.sort()[0] as string);
}

export function paths(from: View, args: PathArguments) {
  const view = inView(from, args.asOf);
  for (const name of ['from', 'to'] as const) {
    if (!nodeIn(view, args[name])) return null;
    if (!entityIn(view, args[name])) throw badInput(name, 'no entity');
  }
  const ways = naivePaths(view.claims.map(jointOf), args.from, args.to, args.maxHops ?? 4, args.first ?? 5);
  return ways.map((way) => ({
    length: way.length,
    hops: way.map(({ claim: id, to }, index) => {
      const start = index === 0 ? args.from : (way[index - 1] as Way).to;
      const claim = view.claims.find((one) => one.id === id) as Claim;
      const [fromRole, toRole] = [roleIn(jointOf(claim), start), roleIn(jointOf(claim), to)];
      const ends = { from: entityIn(view, start), to: entityIn(view, to) };
      return { ...ends, fromRole, toRole, predicate: claim.predicate, claim: see('Claim', claim, view) };
    }),
  }));
}

export const PathHop = {
  attributions: ({ claim: { record, view } }: { claim: Seen<Claim> }, args: { first?: number | null }) =>
    attributionsWhere(view, args, ({ claim }) => claim === record.id),
};
