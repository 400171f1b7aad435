import type { Bundle } from '../src/bundle/bundle.ts';
import { bundle } from './bundles.ts';

interface SmallAttribution {
  readonly claim: string;
  readonly actor: string;
  readonly stance?: string;
  readonly [more: string]: unknown;
}

/** A small bundle, with what has no part in a test filled in: claims by id, and who says what about them. */
export function small(parts: {
  readonly people?: readonly string[];
  readonly outlets?: readonly string[];
  /** Unnamed sources by id, with what is known of them. */
  readonly sources?: Readonly<Record<string, object>>;
  /** The owners of outlets. */
  readonly families?: Readonly<Record<string, string>>;
  readonly events?: readonly string[];
  readonly documents?: readonly { readonly id: string; readonly [more: string]: unknown }[];
  readonly claims?: Readonly<Record<string, object>>;
  readonly attributions?: Readonly<Record<string, SmallAttribution>>;
  readonly relations?: readonly object[];
  readonly derivations?: readonly object[];
  readonly mentions?: readonly object[];
}): Bundle {
  const names = (id: string) => [{ text: id, language: 'en' }];
  const {
    people = [],
    outlets = [],
    sources = {},
    events = [],
    documents = [],
    claims = {},
    attributions = {},
  } = parts;
  return bundle({
    actors: [
      ...people.map((id) => ({ id: `person:${id}`, type: 'PERSON', names: names(id) })),
      ...outlets.map((id) => ({
        id: `organization:${id}`,
        type: 'ORGANIZATION',
        kind: 'OUTLET',
        names: names(id),
        ...(parts.families?.[id] && { publisherFamily: `organization:${parts.families[id]}` }),
      })),
      ...Object.entries(sources).map(([id, source]) => ({
        id: `source:${id}`,
        type: 'UNNAMED_SOURCE',
        names: names(id),
        ...source,
      })),
    ],
    events: events.map((id) => ({ id: `event:${id}`, kind: 'event', names: names(id) })),
    documents: documents.map((document) => ({ kind: 'ARTICLE', ...document, id: `document:${document.id}` })),
    claims: Object.entries(claims).map(([id, claim]) => ({
      id: `claim:${id}`,
      texts: [{ text: `${id}.`, language: 'en' }],
      ...claim,
    })),
    attributions: Object.entries(attributions).map(([id, { claim, ...attribution }]) => ({
      id: `attribution:${id}`,
      claim: `claim:${claim}`,
      stance: 'ASSERTS',
      certainty: 'CERTAIN',
      mode: 'INDIRECT',
      onRecord: true,
      ...attribution,
    })),
    relations: parts.relations,
    derivations: parts.derivations,
    mentions: parts.mentions,
  });
}

/** Outlets with a document each, under the name of the outlet. */
export function papers(...names: readonly string[]) {
  return { outlets: names, documents: names.map((id) => ({ id, publisher: `organization:${id}` })) };
}

/** An attribution of an outlet in its own voice, in its document. */
export function own(outlet: string, claim: string, more: object = {}) {
  return { claim, actor: `organization:${outlet}`, document: `document:${outlet}`, ...more };
}

/** An outlet relays others, in its document. */
export function relay(outlet: string, claim: string, ...cited: readonly string[]) {
  return own(outlet, claim, { stance: 'REPORTS', cites: cites(...cited) });
}

export function cites(...names: readonly string[]) {
  return names.map((name) => ({ attribution: `attribution:${name}` }));
}
