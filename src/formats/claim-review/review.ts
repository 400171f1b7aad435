import { Language, Url } from '../../bundle/values.ts';
import { dateBounds } from '../../time/date-bounds.ts';
import { hashOf } from '../readable-ids.ts';
import { type BundleParts, type LeftOut, leftOut, shortened } from '../reader.ts';
import { actorOf, type FoundActor } from './actors.ts';
import { type Node, nodesOf, textOf, typesOf } from './json-ld-nodes.ts';
import { verdictOf } from './verdict.ts';

type Document = NonNullable<BundleParts['documents']>[number];
type Attribution = NonNullable<BundleParts['attributions']>[number];

/** What became of one ClaimReview. */
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

/** Records of one ClaimReview, in `untold` where it tells no language; `problems` where it lacks what they need. */
export function readReview(review: Node, untold: string): ReviewRecords {
  const gone: LeftOut[] = restOf('ClaimReview', review, REVIEW);
  const checker = actorOf('author', review.author ?? review.publisher, 'OUTLET');
  const text = textOf(review.claimReviewed) ?? textOf(nodesOf(review.itemReviewed)[0]?.name);
  if (!checker || text === null) {
    const problems = [
      ...(checker ? [] : ['ClaimReview: "author" is missing: nobody is named who checked the claim']),
      ...(text === null ? ['ClaimReview: "claimReviewed" is missing: there is no claim'] : []),
    ];
    return { records: {}, problems, leftOut: [] };
  }
  const language = languageOf(review, untold, gone);
  const claim = `claim:claimreview/${hashOf([text, language])}`;
  const made = makersOf(review, claim, gone);
  const article = articleOf(review, checker, language, gone);
  const verdict = verdictAttribution(review, claim, checker, article.document.id, made.attributions, gone);
  return {
    records: {
      actors: unique([checker.actor, ...article.actors, ...made.actors]),
      documents: unique([article.document, ...made.documents]),
      claims: [{ id: claim, texts: [{ text, language }] }],
      attributions: [...made.attributions, verdict],
    },
    problems: [],
    leftOut: [...checker.leftOut, ...gone],
  };
}

function languageOf(review: Node, untold: string, gone: LeftOut[]): string {
  const stated = textOf(review.inLanguage);
  if (stated === null) return untold;
  const read = Language.safeParse(stated);
  if (!read.success) gone.push(leftOut('ClaimReview.inLanguage', stated, 'it is no language tag'));
  return read.success ? read.data : untold;
}

/** The fact check itself. A publisher that is not the author is named as the one who published it. */
function articleOf(review: Node, checker: FoundActor, language: string, gone: LeftOut[]) {
  const publisher = actorOf('publisher', review.publisher, 'OUTLET')?.actor;
  const own = checker.actor.type === 'ORGANIZATION' ? checker.actor : undefined;
  const publishing = publisher?.type === 'ORGANIZATION' ? publisher : own;
  const title = textOf(review.headline);
  const content = {
    kind: 'FACT_CHECK' as const,
    ...(title !== null && { title }),
    ...urlOf('ClaimReview.url', review.url, gone),
    ...(language !== 'und' && { language }),
    ...dateOf('ClaimReview.datePublished', review.datePublished, 'publishedAt', gone),
    ...(publishing && { publisher: publishing.id }),
    ...(checker.actor.type === 'PERSON' && { authors: [checker.actor.id] }),
  };
  const key = 'url' in content || title !== null ? [content] : [content, textOf(review.claimReviewed)];
  const document: Document = { id: `document:claimreview/check/${hashOf(key)}`, ...content };
  return { document, actors: publishing ? [publishing] : [] };
}

/**
 * Who made the claim, and where. A first appearance, or else the work that was reviewed, is where the claimant said it;
 * every other appearance is one more saying. Where nobody is named, an unnamed source stands for the author of each.
 */
function makersOf(review: Node, claim: string, gone: LeftOut[]) {
  const [item, ...others] = nodesOf(review.itemReviewed);
  gone.push(...others.map((other) => leftOut('itemReviewed', other, 'only the first item that was reviewed is read')));
  if (!item) return { actors: [], documents: [], attributions: [] };
  const claimant = actorOf('itemReviewed.author', item.author, 'OTHER');
  gone.push(...(claimant?.leftOut ?? []));
  const isClaim = typesOf(item).includes('Claim');
  gone.push(...restOf('itemReviewed', item, isClaim ? ITEM : new Set([...ITEM, ...WORK])));
  const works = isClaim ? [...nodesOf(item.firstAppearance), ...nodesOf(item.appearance)] : [item];
  const documents = unique(works.flatMap((work) => appearanceOf(work, work === item, gone)));
  const said = dateOf('itemReviewed.datePublished', item.datePublished, 'saidAt', gone);
  const places = documents.length > 0 ? documents : claimant ? [undefined] : [];
  const speakers = places.map((document) => ({ document, actor: claimant?.actor ?? unnamed(document) }));
  return {
    actors: speakers.map(({ actor }) => actor),
    documents,
    attributions: speakers.map(({ document, actor }, index) => saying(claim, actor, document, index === 0 ? said : {})),
  };
}

type Actor = FoundActor['actor'];

function unnamed(document: Document | undefined): Actor {
  const where = document?.url ?? document?.title ?? 'an unknown place';
  const names = [{ text: `Unnamed author of ${shortened(where, 150)}` }];
  return { id: `source:claimreview/${hashOf([names])}`, type: 'UNNAMED_SOURCE', names };
}

function saying(claim: string, actor: Actor, document: Document | undefined, said: { saidAt?: string }): Attribution {
  const content = {
    claim,
    actor: actor.id,
    ...(document && { document: document.id }),
    stance: 'ASSERTS' as const,
    certainty: 'CERTAIN' as const,
    mode: 'PARAPHRASE' as const,
    onRecord: actor.type !== 'UNNAMED_SOURCE',
    ...said,
  };
  return { id: `attribution:claimreview/${hashOf([content])}`, ...content };
}

/** A work in which the claim stood, which nobody here has read; none where neither address nor title is known. */
function appearanceOf(work: Node, isItem: boolean, gone: LeftOut[]): Document[] {
  if (!isItem) gone.push(...restOf('appearance', work, WORK));
  const [whole] = nodesOf(work.isPartOf);
  const bare = textOf(work.name);
  const address = textOf(work.url) ?? textOf(whole?.url) ?? (Url.safeParse(bare).success ? bare : null);
  const title = bare === address ? null : (textOf(work.headline) ?? bare ?? textOf(whole?.name));
  const content = {
    kind: typesOf(work).flatMap((type) => KINDS.get(type) ?? [])[0] ?? ('OTHER' as const),
    ...(title !== null && { title }),
    ...urlOf('appearance.url', address, gone),
    ...dateOf('appearance.datePublished', work.datePublished, 'publishedAt', gone),
    read: false,
  };
  if (title === null && !('url' in content)) return [];
  return [{ id: `document:claimreview/appearance/${hashOf([content])}`, ...content }];
}

/**
 * The verdict as the fact checker's own saying. A checker who takes no side relays the claim; one who denies it answers
 * those who made it; one who found it right does not rest on their word, so nothing is cited.
 */
function verdictAttribution(
  review: Node,
  claim: string,
  { actor }: FoundActor,
  document: string,
  made: readonly Attribution[],
  gone: LeftOut[],
): Attribution {
  const [rated] = nodesOf(review.reviewRating);
  if (rated) gone.push(...restOf('reviewRating', rated, RATING));
  const { rating, side, conflict } = verdictOf(rated);
  if (conflict !== null) gone.push(leftOut('reviewRating.alternateName', rating?.label, conflict));
  const content = {
    claim,
    actor: actor.id,
    document,
    stance: side === 'NONE' ? ('REPORTS' as const) : side,
    certainty: side === 'NONE' ? ('UNCOMMITTED' as const) : ('CERTAIN' as const),
    mode: 'PARAPHRASE' as const,
    onRecord: actor.type === 'PERSON',
    ...(side !== 'ASSERTS' && made.length > 0 && { cites: made.map(({ id }) => ({ attribution: id })) }),
    ...(rating && { rating }),
  };
  return { id: `attribution:claimreview/${hashOf([content])}`, ...content };
}

function urlOf(field: string, value: unknown, gone: LeftOut[]): { url?: string } {
  const url = textOf(value) ?? textOf(nodesOf(value)[0]?.['@id']);
  if (url === null) return {};
  if (Url.safeParse(url).success) return { url };
  gone.push(leftOut(field, url, 'it is no web address'));
  return {};
}

/** A date as a field, to the day; left out where it is none. */
function dateOf<Field extends string>(field: string, value: unknown, as: Field, gone: LeftOut[]) {
  const text = textOf(value);
  if (text === null) return {} as { [F in Field]?: string };
  const day = /^\d{4}(-\d{2}(-\d{2})?)?(?=$|[T ])/.exec(text)?.[0];
  try {
    if (day === undefined) throw new RangeError(text);
    dateBounds(day);
    return { [as]: day } as { [F in Field]?: string };
  } catch {
    gone.push(leftOut(field, text, 'it is no date such as 2025-11-21'));
    return {} as { [F in Field]?: string };
  }
}

function restOf(field: string, node: Node, kept: ReadonlySet<string>): LeftOut[] {
  return Object.entries(node)
    .filter(([key]) => !kept.has(key))
    .map(([key, value]) => leftOut(`${field}.${key}`, value, 'the records have no place for it'));
}

function unique<T extends { id: string }>(records: readonly T[]): T[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}
