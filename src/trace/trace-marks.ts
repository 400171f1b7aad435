import type { Side, Standing } from '../contract.ts';
import { cascadeOf, endOfCircle, trailOf } from './cascade.ts';
import type { Origin } from './origin.ts';
import { firstDocuments } from './originals.ts';
import { isUnnamed } from './speakers.ts';
import { standingOf } from './standing.ts';
import type { TracedAttribution } from './subgraph.ts';
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

function keysOf(view: SubgraphView, { kind, actors, members }: Origin): string[] {
  if (kind === 'UNREAD') return [` ${actors.join(' ')} `];
  return members.map((one) => {
    const shields = view.subgraph.speakers.get(one.actor)?.shieldedBy ?? [];
    return ` ${[...new Set([one.actor, ...publishersOf(view, one), ...shields])].join(' ')} `;
  });
}

/** Those who published where the trail of an attribution ends, else its own document. */
function publishersOf({ subgraph }: SubgraphView, { document }: TracedAttribution): string[] {
  if (document === null) return [];
  const published = (documents: readonly string[]) => documents.flatMap((one) => subgraph.publisherOf.get(one) ?? []);
  const first = published(firstDocuments(subgraph, document));
  return first.length > 0 ? first : published([document]);
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
  const circle = trailOf(view, attribution).loops.find((ids) => ids.includes(attribution.id));
  const members = (circle ?? []).flatMap((id) => view.subgraph.attributions.get(id) ?? []);
  return members.length > 0 && endOfCircle(view, members) === 'ORIGIN';
}

export function isRoot(view: SubgraphView, id: string): boolean {
  const attribution = view.subgraph.attributions.get(id);
  return attribution !== undefined && isOrigin(view, attribution);
}
