import type { Pools } from '../oracle/value-pools.ts';
import type { GeneratedGraph } from './graph.ts';

/** Values for arguments, those that lead to most first: who says most, what most is said about. */
export function greedyPools({ first, later }: GeneratedGraph, moments: readonly string[]): Pools {
  const { actors, documents, events, places } = first;
  const attributions = [...first.attributions, ...later.attributions];
  const claims = [...later.claims, ...first.claims];
  const said = byCount(attributions.map(({ claim }) => claim));
  const speaking = byCount([
    ...attributions.map(({ actor }) => actor),
    ...claims.flatMap(({ subject }) => subject ?? []),
  ]);
  const holding = byCount(attributions.flatMap(({ document }) => document ?? []));
  const publishing = byCount(documents.flatMap(({ publisher }) => publisher ?? []));
  const ofType = (type: string) => {
    const ids = new Set(actors.filter((actor) => actor.type === type).map(({ id }) => id));
    return speaking.filter((id) => ids.has(id));
  };
  const entities = [...speaking, ...events.map(({ id }) => id), ...places.map(({ id }) => id)];
  const one = (id: string) => [id];
  return {
    ...{ Person: ofType('PERSON'), Organization: publishing, UnnamedSource: ofType('UNNAMED_SOURCE') },
    ...{ Group: one('group:none'), Thing: one('thing:none') },
    ...{ Place: places.map(({ id }) => id), Event: events.map(({ id }) => id), Document: holding, Claim: said },
    ...{ Attribution: byCount(attributions.flatMap(({ cites }) => cites.map(({ attribution }) => attribution))) },
    Mention: later.mentions.map(({ id }) => id),
    nodes: mixed(
      said,
      speaking,
      publishing,
      holding,
      events.map(({ id }) => id),
      places.map(({ id }) => id),
    ),
    ...{ entities, actors: speaking, organizations: publishing, sources: mixed(publishing, speaking, holding) },
    ...{ places: places.map(({ id }) => id), events: events.map(({ id }) => id), documents: holding, claims: said },
    ...{ predicates: ['said', 'never'], roles: ['event', 'place', 'guest', 'subject'] },
    ...{ kinds: ['meeting', 'city', 'OUTLET'], countries: ['VE'], languages: ['en', 'es'] },
    ...{ texts: ['c', 'n', 'it is said', 'daily', 'p', 'e', 'claim 1', 'z'], urls: ['https://example.org/none'] },
    ...{ dates: ['2025', '2026', '2024-06', '2025-06-15', '1990', '2024/2025'], moments },
    identifiers: [{ scheme: 'wikidata', value: 'none' }],
  };
}

/** Each once, the most frequent first. */
function byCount(ids: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([id]) => id);
}

/** The first of each, then the second of each, and so on. */
function mixed(...lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}
