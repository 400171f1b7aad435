import type { Speaker, Subgraph, TracedAttribution } from './subgraph.ts';

const OUTLETS: readonly (string | null)[] = ['OUTLET', 'AGENCY'];

export function isUnnamed(speaker: Speaker | undefined): boolean {
  return speaker?.type === 'UnnamedSource';
}

/** Whether the speaker is an outlet: an organization of that kind, or the publisher of the document it speaks in. */
export function isOutlet(subgraph: Subgraph, { actor, document }: TracedAttribution): boolean {
  const speaker = subgraph.speakers.get(actor);
  if (speaker?.type !== 'Organization') return false;
  return OUTLETS.includes(speaker.kind) || (document !== null && subgraph.publisherOf.get(document) === actor);
}
