import { Url } from '../../bundle/values.ts';
import { escapedId, hashOf } from '../readable-ids.ts';
import type { BundleParts } from '../reader.ts';
import type { FtmEntity } from './entity.ts';

type Claim = NonNullable<BundleParts['claims']>[number];
type Attribution = NonNullable<BundleParts['attributions']>[number];

/** Who says what stands on a line, and where. */
export interface Speaker {
  readonly actor: string;
  readonly document: string;
  readonly records: Required<Pick<BundleParts, 'actors' | 'documents'>>;
  /** The authorities behind a sanction: the data set only reports what they say. */
  readonly authorities: readonly string[];
}

/** What a line says, without who says it; `key` tells it from all else that the file says. */
export interface Statement extends Omit<Claim, 'id' | 'texts'> {
  readonly key: readonly string[];
  readonly text: string;
}

const LONGEST_NAME = 100;

/**
 * The data set that an entity comes from. One that was merged from several does not tell which of them says what: its
 * speaker is all of them as a group, which counts as one source. An only source address is the document's.
 */
export function speakerOf(entity: FtmEntity): Speaker {
  const sets = entity.datasets.map((name) => ({ name, id: `organization:ftm/${named(name)}` }));
  const single = sets.length === 1 ? sets[0] : undefined;
  const title = entity.datasets.join(', ');
  const group = `merged/${hashOf(entity.datasets)}`;
  const actor = single?.id ?? `group:ftm/${group}`;
  const url = sourceOf(entity);
  const place = single ? named(single.name) : group;
  const document = {
    id: `document:ftm/${place}${url === null ? '' : `/${hashOf([url])}`}`,
    kind: 'DATASET' as const,
    title: single ? title : `Merged from ${title}`,
    ...(url !== null && { url }),
    ...(single ? { publisher: single.id } : { authors: sets.map(({ id }) => id) }),
  };
  const authorities = authoritiesOf(entity).map((name) => ({ name, id: `organization:ftm/authority/${named(name)}` }));
  const actors = [
    ...[...sets, ...authorities].map(({ id, name }) => ({
      id,
      type: 'ORGANIZATION' as const,
      names: [{ text: name }],
    })),
    ...(single ? [] : [{ id: actor, type: 'GROUP' as const, names: [{ text: title }] }]),
  ];
  return {
    actor,
    document: document.id,
    records: { actors, documents: [document] },
    authorities: authorities.map(({ id }) => id),
  };
}

function named(name: string): string {
  return escapedId(name, LONGEST_NAME) ?? `long/${hashOf([name])}`;
}

/** The address that an entity comes from, where it is one web address and no more. */
export function sourceOf({ properties }: FtmEntity): string | null {
  const [url, ...others] = properties.get('sourceUrl') ?? [];
  return url !== undefined && others.length === 0 && Url.safeParse(url).success ? url : null;
}

export function authoritiesOf({ schema, properties }: FtmEntity): readonly string[] {
  return schema === 'Sanction' ? (properties.get('authority') ?? []) : [];
}

export function claimId(key: readonly string[]): string {
  return `claim:ftm/${hashOf(key)}`;
}

/** A statement as a claim, with the attributions of those who make it. */
export function attributionRecord(
  { key, text, ...rest }: Statement,
  speaker: Speaker,
): { claim: Claim; attributions: Attribution[] } {
  const id = claimId(key);
  const attribution = (actor: string): Attribution => ({
    id: `attribution:ftm/${hashOf([id, actor])}`,
    claim: id,
    actor,
    stance: 'ASSERTS',
    certainty: 'CERTAIN',
    mode: 'DATA',
    onRecord: true,
    basis: 'STATED',
  });
  const sources = speaker.authorities.map(attribution);
  const own = { ...attribution(speaker.actor), document: speaker.document };
  const relay = {
    stance: 'REPORTS',
    certainty: 'UNCOMMITTED',
    cites: sources.map((one) => ({ attribution: one.id })),
  } as const;
  return {
    claim: { id, texts: [{ text, language: 'en' }], ...rest },
    attributions: [...sources, sources.length > 0 ? { ...own, ...relay } : own],
  };
}
