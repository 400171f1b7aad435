import { z } from 'zod';
import { Actor, Event, Place, Thing } from './entities.ts';
import { Basis, Certainty, ClaimRelationKind, DerivationKind, DocumentKind, FlagKind, Mode, Stance } from './terms.ts';
import { Edtf, Id, IntRange, Language, reference, references, Text, Url } from './values.ts';

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
    title: Text.optional().describe('The title as it is printed; left out where nobody here has seen the document.'),
    url: Url.optional().describe('Where it can be read.'),
    language: Language.optional(),
    publishedAt: Edtf.optional().describe('When it came out; left out where that is not known.'),
    publisher: reference('the organization that published it').optional(),
    authors: references('the actors who wrote or spoke it').default([]),
    read: z.boolean().default(true).describe('False for a document known only through those who cite it.'),
    contentHash: Text.optional().describe('A hash of what was read, to tell versions apart.'),
    flags: z.array(Flag).default([]),
  })
  .meta({ id: 'Document', description: 'Something in which somebody said something.' });

const ClaimText = z
  .strictObject({ text: Text.describe('The claim in one sentence and in neutral words.'), language: Language })
  .meta({ id: 'ClaimText' });

const Participant = z
  .strictObject({
    entity: reference('whoever or whatever took part'),
    role: Text.describe('The part that it took: "addressee", "court".'),
  })
  .meta({ id: 'Participant' });

/** JSON writes the negative zero as 0, so it is one value in the record too. */
const Value = z.number().overwrite((value) => value + 0);

const ClaimValue = z
  .strictObject({
    text: Text.describe('The number, amount or date as it was given: "more than 80".'),
    min: Value.optional().describe('The least that it can be.'),
    max: Value.optional().describe('The most that it can be; equal to "min" where it is exact.'),
    unit: Text.optional().describe('What is counted or measured, in the singular: "person", "hour".'),
    when: Edtf.optional().describe('The date, where the value is one.'),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    path: ['max'],
    message: 'must not be less than min',
  })
  .meta({ id: 'ClaimValue', description: 'A number, amount or date that the claim gives.' });

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
        message: 'has somebody twice in the same role',
      })
      .default([])
      .describe('Who and what else took part, and in which role.'),
    value: ClaimValue.optional(),
    when: Edtf.optional().describe('The time that the claim speaks of, not the time of saying it.'),
    about: references('whatever else the claim touches').default([]),
    partOf: reference('the larger claim that this one is a part of').optional(),
    flags: z.array(Flag).default([]),
  })
  .meta({
    id: 'Claim',
    description: 'One thing that was said, whether it is right or not. Somebody has to make it: see "attributions".',
  });

const Citation = z
  .strictObject({
    attribution: reference('the attribution that is relied on'),
    credited: z.boolean().default(true).describe('Whether the text names it as its source.'),
    joint: z.boolean().default(false).describe('Named together with others, without saying which of them said it.'),
    basis: Basis.default('STATED'),
  })
  .meta({ id: 'Citation' });

const Rating = z
  .strictObject({
    label: Text.describe('The verdict in the words of the fact checker.'),
    value: Value.optional(),
    best: Value.optional(),
    worst: Value.optional(),
  })
  .meta({ id: 'Rating', description: 'The verdict of a fact check.' });

const Attribution = z
  .strictObject({
    id: Id,
    claim: reference('the claim that is spoken of'),
    actor: reference('the actor who speaks'),
    document: reference('the document in which it stands').optional(),
    stance: Stance,
    certainty: Certainty,
    mode: Mode,
    onRecord: z.boolean().describe('Whether somebody stands by it with their name.'),
    saidAt: Edtf.optional().describe('When it was said, where that is not when the document came out.'),
    quote: Text.optional().describe('A few words exactly as they are printed.'),
    locator: Text.optional().describe('Where in the document: "paragraph 4".'),
    sources: IntRange.optional().describe('How many sources the speaker claims to have.'),
    cites: z
      .array(Citation)
      .refine((cites) => new Set(cites.map(({ attribution }) => attribution)).size === cites.length, {
        message: 'names an attribution twice',
      })
      .default([])
      .describe('On whose word the speaker says it.'),
    covers: references('the claims that a denial reaches besides its own').default([]),
    rating: Rating.optional(),
    basis: Basis.default('STATED'),
  })
  .meta({ id: 'Attribution', description: 'One act of saying: who took which side on a claim, where, when and how.' });

const Relation = z
  .strictObject({
    from: reference('the claim that the relation starts from'),
    to: reference('the claim that it leads to'),
    kind: ClaimRelationKind,
    basis: Basis,
    reason: Text.optional().describe('Why, in one sentence.'),
  })
  .meta({ id: 'Relation', description: 'How one claim bears on another.' });

const Derivation = z
  .strictObject({
    document: reference('the later document'),
    from: reference('the document that it comes from'),
    kind: DerivationKind,
    credited: z.boolean().describe('Whether the later document says so.'),
    basis: Basis,
  })
  .meta({ id: 'Derivation', description: 'How one document comes from another.' });

const Mention = z
  .strictObject({
    id: Id,
    text: Text.describe('The name as the document writes it.'),
    document: reference('the document in which it stands'),
    locator: Text.optional().describe('Where in the document.'),
    candidates: references('all those who might be meant'),
    entity: reference('who is meant; left out as long as that is open').optional(),
    basis: Basis.default('ANALYST'),
  })
  .meta({ id: 'Mention', description: 'A name in a document for which somebody has to decide who is meant.' });

/** Records to be stored together, as in the files of `seed/`. Visibility is not there yet: everything is public. */
export const Bundle = z.strictObject({
  actors: z.array(Actor).default([]).describe('People, organizations, groups and unnamed sources.'),
  places: z.array(Place).default([]),
  things: z.array(Thing).default([]),
  events: z.array(Event).default([]),
  documents: z.array(Document).default([]),
  claims: z.array(Claim).default([]).describe('What is said, without saying whether it is true.'),
  attributions: z.array(Attribution).default([]).describe('Who says it, where, and on whose word.'),
  relations: z.array(Relation).default([]).describe('How claims bear on each other.'),
  derivations: z.array(Derivation).default([]).describe('Which documents come from which.'),
  mentions: z.array(Mention).default([]).describe('Whom a word of a text was taken to mean.'),
});

export type Bundle = z.infer<typeof Bundle>;
export type Collection = keyof Bundle;

/** The collections of a bundle, what others refer to first. */
export const COLLECTIONS = Object.keys(Bundle.shape) as Collection[];

/** A bundle, or a part of one, as it stands in a file. */
export const BundleFile = Bundle.extend({
  $schema: z.string().optional().describe('Where the schema of this file is, for editors.'),
});

/** Names the file that a record of a bundle stands in; null for a bundle that came without files. */
export type FileOf = (collection: Collection, index: number) => string | null;
