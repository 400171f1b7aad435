import { slug } from '../readable-ids.ts';
import { type BundleParts, type LeftOut, leftOut } from '../reader.ts';
import { listOf, type Node, nodesOf, textOf, typesOf } from './json-ld-nodes.ts';

type Actor = NonNullable<BundleParts['actors']>[number];

/** An actor that a property names, and what its node has besides. */
export interface FoundActor {
  readonly actor: Actor;
  readonly leftOut: readonly LeftOut[];
}

const KEPT = new Set(['@type', '@id', 'type', 'name', 'url']);

const PEOPLE = new Set(['Person', 'Patient']);

/**
 * The actor that a property names; null if it names nobody. The id comes from the kind, the name, the website and the
 * entry in Wikidata, so the same markup always gives the same record.
 */
export function actorOf(field: string, value: unknown, kind: 'OUTLET' | 'OTHER'): FoundActor | null {
  const [node, ...others] = nodesOf(value);
  if (!node) return null;
  const site = hostOf(textOf(node.url) ?? textOf(node['@id']));
  const name = textOf(node.name) ?? site;
  if (name === null) return null;
  const isPerson = typesOf(node).some((type) => PEOPLE.has(type));
  const part = [kind === 'OUTLET' ? site : null, slug(name), wikidataOf(node)].filter((one) => one !== null).join('/');
  const names = [{ text: name }];
  const actor: Actor = isPerson
    ? { id: `person:claimreview/${part}`, type: 'PERSON', names }
    : { id: `organization:claimreview/${kind.toLowerCase()}/${part}`, type: 'ORGANIZATION', kind, names };
  const unused = Object.entries(node).filter(([key]) => !KEPT.has(key));
  return {
    actor,
    leftOut: [
      ...unused.map(([key, one]) => leftOut(`${field}.${key}`, one, 'an actor has no place for it')),
      ...others.map((other) => leftOut(field, other, 'only the first name is taken as the speaker')),
    ],
  };
}

/** The id of a node's entry in Wikidata ("Q76"), if one of its addresses leads there; else null. */
function wikidataOf(node: Node): string | null {
  for (const address of listOf(node.sameAs)) {
    const [, entry] = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d{1,12})$/.exec(String(address)) ?? [];
    if (entry !== undefined) return entry;
  }
  return null;
}

/**
 * The host of a web address: "politifact.com" for "https://www.politifact.com/staff/". Null if it is not a web address.
 */
export function hostOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) ? hostname.replace(/^www\./, '') : null;
}
