import { Language, Url } from '../../bundle/value-schemas.ts';
import { dateBounds } from '../../time/edtf-bounds.ts';
import { hashOf } from '../readable-ids.ts';
import { type BundleParts, type LeftOut, leftOut, shortened } from '../reader.ts';
import { actorOf, type FoundActor } from './actors.ts';
import { type Node, nodesOf, textOf, typesOf } from './json-ld-nodes.ts';
import { verdictOf } from './verdict.ts';

type Document = NonNullable<BundleParts['documents']>[number];
type Attribution = NonNullable<BundleParts['attributions']>[number];

/** What one ClaimReview gives. */
export interface ReviewRecords {
  readonly records: BundleParts;
  readonly problems: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

const KINDS = new Map<string, Document['kind']>([
  ['Article', 'ARTICLE'],
  ['NewsArticle', 'ARTICLE'],
  ['Report', 'ARTICLE'],
  ['SocialMediaPosting', 'POST'],
  ['BlogPosting', 'POST'],
  ['DiscussionForumPosting', 'POST'],
  ['VideoObject', 'BROADCAST'],
  ['AudioObject', 'BROADCAST'],
  ['Clip', 'BROADCAST'],
  ['BroadcastEvent', 'BROADCAST'],
  ['ImageObject', 'IMAGE'],
  ['Photograph', 'IMAGE'],
  ['Dataset', 'DATASET'],
]);

const REVIEW = new Set(
  '@context @type @id type url author publisher datePublished claimReviewed reviewRating itemReviewed inLanguage headline'.split(
    ' ',
  ),
);
const ITEM = new Set('@type @id type author datePublished appearance firstAppearance'.split(' '));
const WORK = new Set('@type @id type url name headline datePublished isPartOf'.split(' '));
const RATING = new Set('@type @id type ratingValue bestRating worstRating alternateName name'.split(' '));

/** The records of one ClaimReview, in `defaultLanguage` if it states none; problems if something needed is missing. */
export function readReview(review: Node, defaultLanguage: string): ReviewRecords {
  const omitted: LeftOut[] = unusedProperties('ClaimReview', review, REVIEW);
  const checker = actorOf('author', review.author ?? review.publisher, 'OUTLET');
  const text = textOf(review.claimReviewed) ?? textOf(nodesOf(review.itemReviewed)[0]?.name);
  if (!checker || text === null) {
    const problems = [
      ...(checker ? [] : ['ClaimReview: "author" is missing: nobody is named as the fact checker']),
      ...(text === null ? ['ClaimReview: "claimReviewed" is missing: there is no claim'] : []),
    ];
    return { records: {}, problems, leftOut: [] };
  }
  const language = languageOf(review, defaultLanguage, omitted);
  const claim = `claim:claimreview/${hashOf([text, language])}`;
  const claimants = claimantsOf(review, claim, omitted);
  const article = articleOf(review, checker, language, omitted);
  const verdict = verdictAttribution(review, claim, checker, article.document.id, claimants.attributions, omitted);
  return {
    records: {
      actors: unique([checker.actor, ...article.actors, ...claimants.actors]),
      documents: unique([article.document, ...claimants.documents]),
      claims: [{ id: claim, texts: [{ text, language }] }],
      attributions: [...claimants.attributions, verdict],
    },
    problems: [],
    leftOut: [...checker.leftOut, ...omitted],
  };
}

function languageOf(review: Node, defaultLanguage: string, omitted: LeftOut[]): string {
  const stated = textOf(review.inLanguage);
  if (stated === null) return defaultLanguage;
  const read = Language.safeParse(stated);
  if (!read.success) omitted.push(leftOut('ClaimReview.inLanguage', stated, 'it is not a language tag'));
  return read.success ? read.data : defaultLanguage;
}

/**
 * The document of the fact check, with its publisher: the stated one, else the fact checker if it is an organization.
 */
function articleOf(review: Node, checker: FoundActor, language: string, omitted: LeftOut[]) {
  const publisher = actorOf('publisher', review.publisher, 'OUTLET')?.actor;
  const organization = checker.actor.type === 'ORGANIZATION' ? checker.actor : undefined;
  const publishing = publisher?.type === 'ORGANIZATION' ? publisher : organization;
  const title = textOf(review.headline);
  const content = {
    kind: 'FACT_CHECK' as const,
    ...(title !== null && { title }),
    ...urlOf('ClaimReview.url', review.url, omitted),
    ...(language !== 'und' && { language }),
    ...dateOf('ClaimReview.datePublished', review.datePublished, 'publishedAt', omitted),
    ...(publishing && { publisher: publishing.id }),
    ...(checker.actor.type === 'PERSON' && { authors: [checker.actor.id] }),
  };
  const key = 'url' in content || title !== null ? [content] : [content, textOf(review.claimReviewed)];
  const document: Document = { id: `document:claimreview/check/${hashOf(key)}`, ...content };
  return { document, actors: publishing ? [publishing] : [] };
}

/**
 * The claimants and the documents in which they made the claim: the first appearance, or else the reviewed work, and
 * one attribution for every other appearance. If nobody is named, each document gets an unnamed source as its author.
 */
function claimantsOf(review: Node, claim: string, omitted: LeftOut[]) {
  const [item, ...others] = nodesOf(review.itemReviewed);
  omitted.push(...others.map((other) => leftOut('itemReviewed', other, 'only the first reviewed item is read')));
  if (!item) return { actors: [], documents: [], attributions: [] };
  const claimant = actorOf('itemReviewed.author', item.author, 'OTHER');
  omitted.push(...(claimant?.leftOut ?? []));
  const isClaim = typesOf(item).includes('Claim');
  omitted.push(...unusedProperties('itemReviewed', item, isClaim ? ITEM : new Set([...ITEM, ...WORK])));
  const works = isClaim ? [...nodesOf(item.firstAppearance), ...nodesOf(item.appearance)] : [item];
  const documents = unique(works.flatMap((work) => appearanceOf(work, work === item, omitted)));
  const saidAt = dateOf('itemReviewed.datePublished', item.datePublished, 'saidAt', omitted);
  const places = documents.length > 0 ? documents : claimant ? [undefined] : [];
  const speakers = places.map((document) => ({ document, actor: claimant?.actor ?? unnamed(document) }));
  return {
    actors: speakers.map(({ actor }) => actor),
    documents,
    attributions: speakers.map(({ document, actor }, index) =>
      claimantAttribution(claim, actor, document, index === 0 ? saidAt : {}),
    ),
  };
}

type Actor = FoundActor['actor'];

function unnamed(document: Document | undefined): Actor {
  const where = document?.url ?? document?.title ?? 'an unknown place';
  const names = [{ text: `Unnamed author of ${shortened(where, 150)}` }];
  return { id: `source:claimreview/${hashOf([names])}`, type: 'UNNAMED_SOURCE', names };
}

function claimantAttribution(
  claim: string,
  actor: Actor,
  document: Document | undefined,
  saidAt: { saidAt?: string },
): Attribution {
  const content = {
    claim,
    actor: actor.id,
    ...(document && { document: document.id }),
    stance: 'ASSERTS' as const,
    certainty: 'CERTAIN' as const,
    mode: 'PARAPHRASE' as const,
    onRecord: actor.type !== 'UNNAMED_SOURCE',
    ...saidAt,
  };
  return { id: `attribution:claimreview/${hashOf([content])}`, ...content };
}

/** A document in which the claim appeared, not read here; none if neither its address nor its title is known. */
function appearanceOf(work: Node, isItem: boolean, omitted: LeftOut[]): Document[] {
  if (!isItem) omitted.push(...unusedProperties('appearance', work, WORK));
  const [whole] = nodesOf(work.isPartOf);
  const workName = textOf(work.name);
  const address = textOf(work.url) ?? textOf(whole?.url) ?? (Url.safeParse(workName).success ? workName : null);
  const title = workName === address ? null : (textOf(work.headline) ?? workName ?? textOf(whole?.name));
  const content = {
    kind: typesOf(work).flatMap((type) => KINDS.get(type) ?? [])[0] ?? ('OTHER' as const),
    ...(title !== null && { title }),
    ...urlOf('appearance.url', address, omitted),
    ...dateOf('appearance.datePublished', work.datePublished, 'publishedAt', omitted),
    read: false,
  };
  if (title === null && !('url' in content)) return [];
  return [{ id: `document:claimreview/appearance/${hashOf([content])}`, ...content }];
}

/**
 * The verdict as an attribution of the fact checker. A checker who takes no side relays the claim and cites the
 * claimants; one who denies it cites them too. One who found it right does not rely on them and cites nobody.
 */
function verdictAttribution(
  review: Node,
  claim: string,
  { actor }: FoundActor,
  document: string,
  claimants: readonly Attribution[],
  omitted: LeftOut[],
): Attribution {
  const [rated] = nodesOf(review.reviewRating);
  if (rated) omitted.push(...unusedProperties('reviewRating', rated, RATING));
  const { rating, side, conflict } = verdictOf(rated);
  if (conflict !== null) omitted.push(leftOut('reviewRating.alternateName', rating?.label, conflict));
  const content = {
    claim,
    actor: actor.id,
    document,
    stance: side === 'NONE' ? ('REPORTS' as const) : side,
    certainty: side === 'NONE' ? ('UNCOMMITTED' as const) : ('CERTAIN' as const),
    mode: 'PARAPHRASE' as const,
    onRecord: actor.type === 'PERSON',
    ...(side !== 'ASSERTS' && claimants.length > 0 && { cites: claimants.map(({ id }) => ({ attribution: id })) }),
    ...(rating && { rating }),
  };
  return { id: `attribution:claimreview/${hashOf([content])}`, ...content };
}

function urlOf(field: string, value: unknown, omitted: LeftOut[]): { url?: string } {
  const url = textOf(value) ?? textOf(nodesOf(value)[0]?.['@id']);
  if (url === null) return {};
  if (Url.safeParse(url).success) return { url };
  omitted.push(leftOut(field, url, 'it is not a web address'));
  return {};
}

/** A date as a field, to the day; reported as left out if it is not a date. */
function dateOf<Field extends string>(field: string, value: unknown, as: Field, omitted: LeftOut[]) {
  const text = textOf(value);
  if (text === null) return {} as { [F in Field]?: string };
  const day = /^\d{4}(-\d{2}(-\d{2})?)?(?=$|[T ])/.exec(text)?.[0];
  try {
    if (day === undefined) throw new RangeError(text);
    dateBounds(day);
    return { [as]: day } as { [F in Field]?: string };
  } catch {
    omitted.push(leftOut(field, text, 'it is not a date such as 2025-11-21'));
    return {} as { [F in Field]?: string };
  }
}

function unusedProperties(field: string, node: Node, kept: ReadonlySet<string>): LeftOut[] {
  return Object.entries(node)
    .filter(([key]) => !kept.has(key))
    .map(([key, value]) => leftOut(`${field}.${key}`, value, 'the records have no place for it'));
}

function unique<T extends { id: string }>(records: readonly T[]): T[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}
