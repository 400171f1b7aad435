/** A claim with everybody and everything that has a part in it. */
export interface ConnectingClaim {
  readonly claim: string;
  readonly ends: readonly { readonly entity: string; readonly role: string }[];
}

/** One step of a path: the claim that two entities have a part in, and which. */
export interface Hop {
  readonly from: string;
  readonly to: string;
  readonly claim: string;
  readonly fromRole: string;
  readonly toRole: string;
}

export interface PathSearch {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly first: number;
}

/** How many steps a search may try before it is given up. */
const MOST_STEPS = 2_000_000;

/**
 * The first paths between two entities on which no entity and no claim comes up twice: the shortest first, then by the ids of the
 * entities they lead through, then by those of their claims. Null where there is too much to be tried.
 */
export function shortestPaths(claims: readonly ConnectingClaim[], wanted: PathSearch): Hop[][] | null {
  const graph = new Graph(claims);
  const { from, to, maxHops, first } = wanted;
  if (from === to || first === 0) return [];
  const distances = graph.distancesTo(to, maxHops);
  const search: SearchState = { graph, to, first, distances, found: [], steps: 0 };
  for (let length = distances.get(from) ?? maxHops + 1; length <= maxHops; length++) {
    extend(search, [from], length);
    if (search.steps > MOST_STEPS) return null;
    if (search.found.length >= first) break;
  }
  return search.found;
}

interface SearchState {
  readonly graph: Graph;
  readonly to: string;
  readonly first: number;
  /** How far each entity is from the end; those that are missing are too far. */
  readonly distances: ReadonlyMap<string, number>;
  readonly found: Hop[][];
  steps: number;
}

/** Finds all paths that begin with these entities and have so many hops more. */
function extend(search: SearchState, entities: readonly string[], rest: number): void {
  const { graph, to, first, distances } = search;
  const last = entities.at(-1) as string;
  if (rest === 0) {
    if (last === to) addPaths(search, entities);
    return;
  }
  for (const next of graph.neighboursOf(last)) {
    if (search.found.length >= first || ++search.steps > MOST_STEPS) return;
    if ((distances.get(next) ?? rest) >= rest || entities.includes(next)) continue;
    if ((next === to) !== (rest === 1)) continue;
    extend(search, [...entities, next], rest - 1);
  }
}

/** Adds the paths through these entities, one for each choice of claims of which none comes up twice. */
function addPaths(search: SearchState, entities: readonly string[], path: readonly Hop[] = []): void {
  const [from, to] = entities.slice(path.length, path.length + 2);
  if (from === undefined || to === undefined) {
    search.found.push([...path]);
    return;
  }
  for (const hop of search.graph.hopsBetween(from, to)) {
    if (search.found.length >= search.first || ++search.steps > MOST_STEPS) return;
    if (!path.some(({ claim }) => claim === hop.claim)) addPaths(search, entities, [...path, hop]);
  }
}

class Graph {
  readonly #rolesIn = new Map<string, ReadonlyMap<string, string>>();
  readonly #claimsOf = new Map<string, string[]>();
  readonly #neighbours = new Map<string, readonly string[]>();

  constructor(connecting: readonly ConnectingClaim[]) {
    for (const { claim, ends } of connecting) {
      if (this.#rolesIn.has(claim)) continue;
      const roles = rolesOf(ends);
      this.#rolesIn.set(claim, roles);
      for (const entity of roles.keys()) {
        const claims = this.#claimsOf.get(entity);
        if (claims) claims.push(claim);
        else this.#claimsOf.set(entity, [claim]);
      }
    }
  }

  neighboursOf(entity: string): readonly string[] {
    const known = this.#neighbours.get(entity);
    if (known) return known;
    const claims = this.#claimsOf.get(entity) ?? [];
    const all = new Set(claims.flatMap((claim) => [...(this.#rolesIn.get(claim)?.keys() ?? [])]));
    all.delete(entity);
    const sorted = [...all].sort();
    this.#neighbours.set(entity, sorted);
    return sorted;
  }

  hopsBetween(from: string, to: string): Hop[] {
    const claims = this.#claimsOf.get(from) ?? [];
    const hops = claims.flatMap((claim): Hop[] => {
      const roles = this.#rolesIn.get(claim);
      const [fromRole, toRole] = [roles?.get(from), roles?.get(to)];
      return fromRole !== undefined && toRole !== undefined ? [{ from, to, claim, fromRole, toRole }] : [];
    });
    return hops.sort((one, other) => (one.claim < other.claim ? -1 : 1));
  }

  /** How many hops lie between each entity and this one, as far as it is asked. */
  distancesTo(entity: string, most: number): ReadonlyMap<string, number> {
    const distances = new Map([[entity, 0]]);
    let level = [entity];
    for (let distance = 1; distance <= most && level.length > 0; distance++) {
      const reached = level.flatMap((one) => this.neighboursOf(one));
      level = [...new Set(reached)].filter((one) => !distances.has(one));
      for (const one of level) distances.set(one, distance);
    }
    return distances;
  }
}

/** The part of each entity in a claim; who has several is named by the first of subject, object, and roles by name. */
function rolesOf(ends: ConnectingClaim['ends']): ReadonlyMap<string, string> {
  const inOrder = [...ends].sort((one, other) => rank(other.role) - rank(one.role) || (one.role < other.role ? 1 : -1));
  return new Map(inOrder.map(({ entity, role }) => [entity, role]));
}

function rank(role: string): number {
  const main = ['subject', 'object'].indexOf(role);
  return main < 0 ? 2 : main;
}
