import { z } from 'zod';
import { Actor, Event, Place, Thing } from './entity-schemas.ts';
import { Basis, Certainty, ClaimRelationKind, DerivationKind, DocumentKind, FlagKind, Mode, Stance } from './enums.ts';
import { Edtf, Id, IntRange, Language, reference, references, Text, Url } from './value-schemas.ts';

const Flag = z
  .strictObject({
    kind: FlagKind,
    message: Text.describe('What is odd, in one sentence for a reader.'),
    basis: Basis,
  })
  .meta({ id: 'Flag', description: 'Something about the data that a reader should know.' });

const Document = z
  .strictObject({
    id: Id,
    kind: DocumentKind,
    title: Text.optional().describe('The title as printed. Leave it out when nobody has seen the document.'),
    url: Url.optional().describe('Where it can be read.'),
    language: Language.optional(),
    publishedAt: Edtf.optional().describe('When it was published. Leave it out when not known.'),
    publisher: reference('the organization that published it').optional(),
    authors: references('the actors who wrote or made it').default([]),
    read: z.boolean().default(true).describe('False for a document known only through those who cite it.'),
    contentHash: Text.optional().describe('A hash of what was read, to tell versions apart.'),
    flags: z.array(Flag).default([]),
  })
  .meta({ id: 'Document', description: 'A document in which somebody said something.' });

const ClaimText = z
  .strictObject({ text: Text.describe('The claim in one sentence and in neutral words.'), language: Language })
  .meta({ id: 'ClaimText', description: 'The text of a claim in one language.' });

const Participant = z
  .strictObject({
    entity: reference('who or what took part'),
    role: Text.describe('The role: "addressee", "court".'),
  })
  .meta({ id: 'Participant', description: 'Someone or something that took part in what a claim describes.' });

/** JSON writes negative zero as 0, so records treat them as one value. */
const Value = z.number().overwrite((value) => value + 0);

const ClaimValue = z
  .strictObject({
    text: Text.describe('As it was given: "more than 80".'),
    min: Value.optional().describe('The least it can be.'),
    max: Value.optional().describe('The most it can be. The same as "min" when it is exact.'),
    unit: Text.optional().describe('What is counted or measured, in the singular: "person", "hour".'),
    when: Edtf.optional().describe('The date, if the value is one.'),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    path: ['max'],
    message: 'must not be less than min',
  })
  .meta({ id: 'ClaimValue', description: 'A number, amount or date that a claim gives.' });

const Claim = z
  .strictObject({
    id: Id,
    texts: z.array(ClaimText).min(1).describe('The claim, once in each language.'),
    predicate: Text.optional().describe('What it says of its subject, as a short verb: "requested", "wife-of".'),
    subject: reference('whom or what the claim speaks of first').optional(),
    object: reference('whom or what it ties to the subject').optional(),
    participants: z
      .array(Participant)
      .refine((parts) => new Set(parts.map(({ entity, role }) => `${entity} ${role}`)).size === parts.length, {
        message: 'lists the same participant twice in one role',
      })
      .default([])
      .describe('Who and what else took part, and in which role.'),
    value: ClaimValue.optional(),
    when: Edtf.optional().describe('The time that the claim speaks of, not when it was said.'),
    about: references('everything else that the claim is about').default([]),
    partOf: reference('the larger claim that this one is a part of').optional(),
    flags: z.array(Flag).default([]),
  })
  .meta({
    id: 'Claim',
    description: 'One thing that was said, whether it is right or not. It needs an attribution: see "attributions".',
  });

const Citation = z
  .strictObject({
    attribution: reference('the cited attribution'),
    credited: z.boolean().default(true).describe('Whether the text names it as its source.'),
    joint: z
      .boolean()
      .default(false)
      .describe('Whether the text names it together with others, without saying which of them said this.'),
    basis: Basis.default('STATED'),
  })
  .meta({ id: 'Citation', description: 'An attribution that another one cites.' });

const Rating = z
  .strictObject({
    label: Text.describe('The verdict in the words of the fact checker.'),
    value: Value.optional().describe('The verdict as a number on a scale.'),
    best: Value.optional().describe('The best mark on that scale.'),
    worst: Value.optional().describe('The worst mark on that scale.'),
  })
  .meta({ id: 'Rating', description: 'The verdict of a fact check.' });

const Attribution = z
  .strictObject({
    id: Id,
    claim: reference('the claim on which the speaker takes a stance'),
    actor: reference('the speaker'),
    document: reference('the document that it is in').optional(),
    stance: Stance,
    certainty: Certainty,
    mode: Mode,
    onRecord: z.boolean().describe('Whether the speaker stands by it openly, by name.'),
    saidAt: Edtf.optional().describe('When it was said, if not when the document was published.'),
    quote: Text.optional().describe('A short quotation, exactly as printed.'),
    locator: Text.optional().describe('Where in the document: "paragraph 4".'),
    sources: IntRange.optional().describe('How many sources the speaker claims to have.'),
    cites: z
      .array(Citation)
      .refine((cites) => new Set(cites.map(({ attribution }) => attribution)).size === cites.length, {
        message: 'names an attribution twice',
      })
      .default([])
      .describe('On whose word the speaker says it: the attributions that it cites.'),
    covers: references('the claims that a denial covers besides its own').default([]),
    rating: Rating.optional(),
    basis: Basis.default('STATED'),
  })
  .meta({ id: 'Attribution', description: 'One speaker takes a stance on a claim: who, where, when and how.' });

const Relation = z
  .strictObject({
    from: reference('the claim that the relation starts from'),
    to: reference('the claim that it leads to'),
    kind: ClaimRelationKind,
    basis: Basis,
    reason: Text.optional().describe('Why, in one sentence.'),
  })
  .meta({ id: 'Relation', description: 'How one claim relates to another.' });

const Derivation = z
  .strictObject({
    document: reference('the later document; of two with the same text, either'),
    from: reference('the document that it is taken from, or shares its text with'),
    kind: DerivationKind,
    credited: z.boolean().describe('Whether the later document says so.'),
    basis: Basis,
  })
  .meta({ id: 'Derivation', description: 'How one document is taken from another.' });

const Mention = z
  .strictObject({
    id: Id,
    text: Text.describe('The name as the document writes it.'),
    document: reference('the document that it is in'),
    locator: Text.optional().describe('Where in the document.'),
    candidates: references('all those who might be meant'),
    entity: Id.optional().describe('The id of who is meant, in this bundle or in the graph. Leave it out while open.'),
    basis: Basis.default('ANALYST'),
  })
  .meta({ id: 'Mention', description: 'A name in a document, where somebody has to decide who is meant.' });

/** Records that are stored together, as in the files of `seed/`. There is no visibility yet: everything is public. */
export const Bundle = z.strictObject({
  actors: z.array(Actor).default([]).describe('People, organizations, groups and unnamed sources.'),
  places: z.array(Place).default([]).describe('Places on the map.'),
  things: z.array(Thing).default([]).describe('Ships, aircraft, cases, laws, agreements.'),
  events: z.array(Event).default([]).describe('What is said to have happened.'),
  documents: z
    .array(Document)
    .default([])
    .describe('Articles, broadcasts, posts, statements and other texts in which somebody says something.'),
  claims: z.array(Claim).default([]).describe('What is said, whether it is right or not.'),
  attributions: z.array(Attribution).default([]).describe('Who says it, where, when, and on whose word.'),
  relations: z.array(Relation).default([]).describe('How claims relate to each other.'),
  derivations: z.array(Derivation).default([]).describe('Which documents are taken from which others.'),
  mentions: z.array(Mention).default([]).describe('Names in a document, where somebody has to decide who is meant.'),
});

export type Bundle = z.infer<typeof Bundle>;
export type Collection = keyof Bundle;

/** The collections of a bundle, in an order in which most records come after those that they refer to. */
export const COLLECTIONS = Object.keys(Bundle.shape) as Collection[];

/** A bundle, or a part of one, as a file has it. */
export const BundleFile = Bundle.extend({
  $schema: z.string().optional().describe('Where the schema of this file is, for editors.'),
});

/** Gives the name of the file that a record of a bundle comes from; null for a bundle without files. */
export type FileOf = (collection: Collection, index: number) => string | null;
