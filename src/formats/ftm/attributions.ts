import { Url } from '../../bundle/value-schemas.ts';
import { escapedId, hashOf } from '../readable-ids.ts';
import type { BundleParts } from '../reader.ts';
import type { FtmEntity } from './entity.ts';

type Claim = NonNullable<BundleParts['claims']>[number];
type Attribution = NonNullable<BundleParts['attributions']>[number];

/** The speaker of an entity's statements, and the document that they are in. */
export interface Speaker {
  readonly actor: string;
  readonly document: string;
  readonly records: Required<Pick<BundleParts, 'actors' | 'documents'>>;
  /** The ids of the authorities behind a sanction: the data set only reports what they say. */
  readonly authorities: readonly string[];
}

/** One statement of an entity, without its speaker; `key` identifies it within the file. */
export interface Statement extends Omit<Claim, 'id' | 'texts'> {
  readonly key: readonly string[];
  readonly text: string;
}

const LONGEST_NAME = 100;

/**
 * The data set that an entity comes from, as a speaker. A merged entity does not say which data set states what, so its
 * speaker is the group of all of them, which counts as one source. The document has the source address, if there is
 * one.
 */
export function speakerOf(entity: FtmEntity): Speaker {
  const sets = entity.datasets.map((name) => ({ name, id: `organization:ftm/${idPart(name)}` }));
  const single = sets.length === 1 ? sets[0] : undefined;
  const title = entity.datasets.join(', ');
  const group = `merged/${hashOf(entity.datasets)}`;
  const actor = single?.id ?? `group:ftm/${group}`;
  const url = sourceOf(entity);
  const place = single ? idPart(single.name) : group;
  const document = {
    id: `document:ftm/${place}${url === null ? '' : `/${hashOf([url])}`}`,
    kind: 'DATASET' as const,
    title: single ? title : `Merged from ${title}`,
    ...(url !== null && { url }),
    ...(single ? { publisher: single.id } : { authors: sets.map(({ id }) => id) }),
  };
  const authorities = authoritiesOf(entity).map((name) => ({ name, id: `organization:ftm/authority/${idPart(name)}` }));
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

function idPart(name: string): string {
  return escapedId(name, LONGEST_NAME) ?? `long/${hashOf([name])}`;
}

/** The address that an entity comes from, if it is a single web address; else null. */
export function sourceOf({ properties }: FtmEntity): string | null {
  const [url, ...others] = properties.get('sourceUrl') ?? [];
  return url !== undefined && others.length === 0 && Url.safeParse(url).success ? url : null;
}

/** The names of the authorities behind a sanction; empty for other schemata. */
export function authoritiesOf({ schema, properties }: FtmEntity): readonly string[] {
  return schema === 'Sanction' ? (properties.get('authority') ?? []) : [];
}

export function claimId(key: readonly string[]): string {
  return `claim:ftm/${hashOf(key)}`;
}

/** A statement as a claim, with the attributions of its speaker and of the authorities that the speaker cites. */
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
  const byDataSet = { ...attribution(speaker.actor), document: speaker.document };
  const relay = {
    stance: 'REPORTS',
    certainty: 'UNCOMMITTED',
    cites: sources.map((one) => ({ attribution: one.id })),
  } as const;
  return {
    claim: { id, texts: [{ text, language: 'en' }], ...rest },
    attributions: [...sources, sources.length > 0 ? { ...byDataSet, ...relay } : byDataSet],
  };
}
