import type { Side, Standing } from '../contract.ts';
import { cascadeOf, endOfCircle, trailOf } from './cascade.ts';
import type { Origin } from './origin.ts';
import { firstPublishers } from './originals.ts';
import { isUnnamed } from './speakers.ts';
import { standingOf } from './standing.ts';
import type { Subgraph, TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';

/** What is stored of a claim's trace, for lists to filter by and to count. */
export interface TraceMarks {
  readonly standing: Standing;
  /** Every root is an unnamed source. */
  readonly unnamedOnly: boolean;
  /** Every root is an outlet in its own voice. */
  readonly ownVoiceOnly: boolean;
  /** For each kind of root a line with the ids of its actor and outlets, each between blanks. */
  readonly rootKeys: string;
}

export function traceMarksOf(view: SubgraphView, claim: string): TraceMarks {
  const { origins } = cascadeOf(view, claim);
  const { speakers } = view.subgraph;
  return {
    standing: standingOf(view, claim),
    unnamedOnly:
      origins.length > 0 && origins.every(({ actors }) => actors.every((actor) => isUnnamed(speakers.get(actor)))),
    ownVoiceOnly: origins.length > 0 && origins.every(({ isOwnVoice }) => isOwnVoice),
    rootKeys: [...new Set(origins.flatMap((origin) => keysOf(view, origin)))].sort().join('\n'),
  };
}

function keysOf({ subgraph }: SubgraphView, { kind, actors, members }: Origin): string[] {
  if (kind === 'UNREAD') return [` ${actors.join(' ')} `];
  const shared = new Map<readonly string[], string>();
  return members.map((one) => {
    const publishers = publishersOf(subgraph, one);
    const others = [one.actor, ...(subgraph.speakers.get(one.actor)?.shieldedBy ?? [])];
    const added = [...new Set(others)].filter((id) => !publishers.includes(id));
    if (added.length > 0) return ` ${[...publishers, ...added].join(' ')} `;
    // Outlets in pages of one original, of which there can be thousands, have one key.
    const key = shared.get(publishers) ?? ` ${publishers.join(' ')} `;
    shared.set(publishers, key);
    return key;
  });
}

/** Those who published where the trail of an attribution ends, else its own document. */
function publishersOf(subgraph: Subgraph, { document }: TracedAttribution): readonly string[] {
  if (document === null) return [];
  const first = firstPublishers(subgraph, document);
  const own = subgraph.publisherOf.get(document);
  return first.length > 0 || own === undefined ? first : [own];
}

/** Whether every root of a claim goes back to one of these: by its actor, or by the outlet that published or shields it. */
export function restsOnlyOn({ rootKeys }: TraceMarks, ids: readonly string[]): boolean {
  return rootKeys !== '' && rootKeys.split('\n').every((key) => ids.some((id) => key.includes(` ${id} `)));
}

/** What is stored of an attribution's trace. */
export interface AttributionMarks {
  readonly side: Side;
  /** Whether the words begin with it, on either side of its claim. */
  readonly isRoot: boolean;
}

export function attributionMarksOf(view: SubgraphView, attribution: TracedAttribution): AttributionMarks {
  return { side: view.sideOf(attribution) ?? 'NONE', isRoot: isOrigin(view, attribution) };
}

function isOrigin(view: SubgraphView, attribution: TracedAttribution): boolean {
  if (!view.sees(attribution) || view.sideOf(attribution) === null) return false;
  const { end } = view.wayBack(attribution);
  if (end !== null) return end !== 'UNTRACED';
  if (attribution.stance === 'REPORTS') return false;
  return endOfOwnCircle(view, attribution) === 'ORIGIN';
}

type End = ReturnType<typeof endOfCircle>;

const circleEnds = new WeakMap<SubgraphView, Map<string, End>>();

/** What the circle is that an attribution goes back to itself in; null where there is none, or it goes on. */
function endOfOwnCircle(view: SubgraphView, attribution: TracedAttribution): End {
  const ends = circleEnds.get(view) ?? new Map<string, End>();
  circleEnds.set(view, ends);
  if (!ends.has(attribution.id)) {
    const { attributions, loops } = trailOf(view, attribution);
    for (const id of attributions.keys()) ends.set(id, null);
    for (const ids of loops) {
      const members = ids.flatMap((id) => attributions.get(id) ?? []);
      const end = endOfCircle(view, members);
      for (const id of ids) ends.set(id, end);
    }
  }
  return ends.get(attribution.id) ?? null;
}

export function isRoot(view: SubgraphView, id: string): boolean {
  const attribution = view.subgraph.attributions.get(id);
  return attribution !== undefined && isOrigin(view, attribution);
}
