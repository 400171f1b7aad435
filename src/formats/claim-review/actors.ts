import { slug } from '../readable-ids.ts';
import { type BundleParts, type LeftOut, leftOut } from '../reader.ts';
import { listOf, type Node, nodesOf, textOf, typesOf } from './json-ld-nodes.ts';

type Actor = NonNullable<BundleParts['actors']>[number];

export interface FoundActor {
  readonly actor: Actor;
  readonly leftOut: readonly LeftOut[];
}

const KEPT = new Set(['@type', '@id', 'type', 'name', 'url']);

const PEOPLE = new Set(['Person', 'Patient']);

/**
 * Who is named in a property; null where nobody is. Ids follow from the kind, the name, the site of the address, and the
 * entry in Wikidata, so that the same words always give the same record.
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
  const gone = Object.entries(node).filter(([key]) => !KEPT.has(key));
  return {
    actor,
    leftOut: [
      ...gone.map(([key, one]) => leftOut(`${field}.${key}`, one, 'an actor has no place for it')),
      ...others.map((other) => leftOut(field, other, 'only the first who is named can speak')),
    ],
  };
}

/** "Q76", where one of the addresses of a node is its entry in Wikidata. */
function wikidataOf(node: Node): string | null {
  for (const address of listOf(node.sameAs)) {
    const [, entry] = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d{1,12})$/.exec(String(address)) ?? [];
    if (entry !== undefined) return entry;
  }
  return null;
}

/** "politifact.com" for "https://www.politifact.com/staff/"; null for what is no web address. */
export function hostOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) ? hostname.replace(/^www\./, '') : null;
}
