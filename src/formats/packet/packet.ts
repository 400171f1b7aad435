import { z } from 'zod';
import { canonical, hashOf, type Json } from './canonical-json.ts';

/** Names the form of the file; a later form has another number. */
const FORMAT = 'claimgraph-evidence-packet/1';

export type Fields = { readonly [key: string]: Json | undefined };

/** A file of what was read of a document, that somebody keeps. */
export interface Capture {
  readonly document: string;
  readonly file: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** What the graph answered about one claim, as plain JSON. Records may have more fields than are named here. */
export interface Answer {
  readonly claim: Fields & { readonly id: string };
  /** All attributions that the chains name. */
  readonly attributions: readonly (Fields & { readonly id: string })[];
  /** The chains in their order, each from the attribution that speaks last to its root, by id. */
  readonly chains: readonly (readonly string[])[];
  /** The documents of the attributions; `contentHash` is the hash of what was read, null where nothing was. */
  readonly documents: readonly (Fields & { readonly id: string; readonly contentHash: string | null })[];
  /** The words as printed, one for each attribution that has some. */
  readonly quotations: readonly {
    readonly attribution: string;
    readonly document: string | null;
    readonly text: string;
    readonly locator: string | null;
  }[];
  /** The times that were asked for: record time in ISO 8601; said time in EDTF, or null. */
  readonly asOf: Fields & { readonly recorded: string; readonly said: string | null };
  /** The GraphQL operation that gave all this. */
  readonly query: { readonly text: string; readonly variables: Fields };
  /** Where somebody keeps files of what was read. */
  readonly captures?: readonly Capture[];
}

/** An evidence packet. All hashes are SHA-256, as 64 hexadecimal digits, of canonical JSON (RFC 8785). */
export interface Packet {
  readonly format: typeof FORMAT;
  readonly answer: Answer;
  readonly hashes: {
    readonly claim: string;
    /** Of each document's record, by its id. */
    readonly documents: Readonly<Record<string, string>>;
    /** Of each quotation, by the id of its attribution. */
    readonly quotations: Readonly<Record<string, string>>;
  };
  /** Of all of the above together. */
  readonly sha256: string;
}

/**
 * The packet as the text of a file: canonical JSON, so that the same answer gives the same bytes. Attributions, documents
 * and quotations are sorted by id; chains keep their order. Throws a TypeError where an id comes twice, a chain or a
 * quotation names what is not there, or a text cannot be written in canonical JSON.
 */
export function writePacket(answer: Answer): string {
  const sorted: Answer = {
    ...answer,
    attributions: sortedBy(answer.attributions, ({ id }) => id),
    documents: sortedBy(answer.documents, ({ id }) => id),
    quotations: sortedBy(answer.quotations, ({ attribution }) => attribution),
  };
  const [problem] = danglingIn(sorted);
  if (problem !== undefined) throw new TypeError(`The packet cannot be written: ${problem}`);
  const content = { format: FORMAT, answer: sorted, hashes: hashesOf(sorted) };
  return canonical(json({ ...content, sha256: hashOf(json(content)) }));
}

/**
 * What does not fit in the text of a packet, each in one sentence; nothing where all of it fits. A packet that somebody
 * changed and sealed anew fits in itself: give the hash that was told when it was made, to find that as well.
 */
export function verifyPacket(text: string, sha256?: string): string[] {
  const packet = parsed(text);
  if (typeof packet === 'string') return [packet];
  const { answer, hashes, sha256: own, ...rest } = packet;
  const expected = hashesOf(answer);
  return [
    ...(hashes.claim === expected.claim ? [] : [`The hash of claim ${answer.claim.id} does not fit.`]),
    ...differences('document', hashes.documents, expected.documents),
    ...differences('quotation', hashes.quotations, expected.quotations, 'of attribution '),
    ...danglingIn(answer).map((problem) => `${problem[0]?.toUpperCase()}${problem.slice(1)}.`),
    ...(hashOf(json({ ...rest, answer, hashes })) === own ? [] : ['The hash of the whole packet does not fit.']),
    ...(sha256 === undefined || sha256 === own ? [] : ['The packet is not the one that the hash was told for.']),
    ...(canonical(json(packet)) === text.trimEnd() ? [] : ['The text is not in canonical form: it was written anew.']),
  ];
}

/** What another answer to the same question has otherwise, each in one sentence. */
export function differencesOf(packet: Answer, now: Answer): string[] {
  const same = (one: unknown, other: unknown) =>
    canonical((one ?? null) as Json) === canonical((other ?? null) as Json);
  const fields = [...new Set([...Object.keys(packet.claim), ...Object.keys(now.claim)])].sort();
  const lists = [
    ['attribution', packet.attributions, now.attributions, (one: Fields) => one.id],
    ['document', packet.documents, now.documents, (one: Fields) => one.id],
    ['quotation of attribution', packet.quotations, now.quotations, (one: Fields) => one.attribution],
  ] as const;
  return [
    ...fields
      .filter((field) => !same(packet.claim[field], now.claim[field]))
      .map((field) => `"${field}" of claim ${packet.claim.id} is another in the database.`),
    ...lists.flatMap(([what, before, after, key]) => unlike(what, keyed(before, key), keyed(after, key))),
    ...(same(packet.chains, now.chains) ? [] : ['The chains are others in the database.']),
    ...(same(packet.query, now.query) ? [] : ['The packet was made with another question.']),
  ];
}

function keyed(items: readonly object[], key: (item: Fields) => Json | undefined): Map<string, string> {
  return new Map(items.map((item) => [String(key(item as Fields)), canonical(json(item))]));
}

function unlike(what: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id) => {
    if (!after.has(id)) return [`The ${what} ${id} is not in the database.`];
    if (!before.has(id)) return [`The ${what} ${id} is in the database, and not in the packet.`];
    return before.get(id) === after.get(id) ? [] : [`The ${what} ${id} is another in the database.`];
  });
}

const Record = z.looseObject({ id: z.string() });

/** The form of a packet; fields of records that are not named here are kept. */
const Form = z.strictObject({
  format: z.literal(FORMAT),
  answer: z.looseObject({
    claim: Record,
    attributions: z.array(Record),
    chains: z.array(z.array(z.string())),
    documents: z.array(Record.extend({ contentHash: z.string().nullable() })),
    quotations: z.array(
      z.looseObject({
        attribution: z.string(),
        document: z.string().nullable(),
        text: z.string(),
        locator: z.string().nullable(),
      }),
    ),
    asOf: z.looseObject({ recorded: z.string(), said: z.string().nullable() }),
    query: z.looseObject({ text: z.string(), variables: z.looseObject({}) }),
    captures: z
      .array(z.looseObject({ document: z.string(), file: z.string(), bytes: z.number(), sha256: z.string() }))
      .optional(),
  }),
  hashes: z.strictObject({
    claim: z.string(),
    documents: z.record(z.string(), z.string()),
    quotations: z.record(z.string(), z.string()),
  }),
  sha256: z.string(),
});

/** The packet, or why the text is none. */
function parsed(text: string): Packet | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'The text is no JSON.';
  }
  try {
    canonical(value as Json);
  } catch (error) {
    return `The text is no packet: ${(error as Error).message}.`;
  }
  const result = Form.safeParse(value);
  if (result.success) return value as Packet;
  const [issue] = result.error.issues;
  const place = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return `The text is no packet: ${place}${issue?.message ?? 'its form is not known'}.`;
}

function hashesOf({ claim, documents, quotations }: Answer): Packet['hashes'] {
  return {
    claim: hashOf(claim),
    documents: Object.fromEntries(documents.map((document) => [document.id, hashOf(document)])),
    quotations: Object.fromEntries(quotations.map((quotation) => [quotation.attribution, hashOf(quotation)])),
  };
}

type Hashes = Readonly<Record<string, string>>;

function differences(what: string, told: Hashes, expected: Hashes, of = ''): string[] {
  const ids = [...new Set([...Object.keys(expected), ...Object.keys(told)])].sort();
  return ids.flatMap((id) => {
    if (!Object.hasOwn(told, id)) return [`The ${what} ${of}${id} has no hash.`];
    if (!Object.hasOwn(expected, id)) return [`The ${what} ${of}${id} has a hash, but is not there.`];
    return told[id] === expected[id] ? [] : [`The hash of ${what} ${of}${id} does not fit.`];
  });
}

/** Ids that come twice, and references that lead to nothing. */
function danglingIn({ attributions, documents, quotations, chains }: Answer): string[] {
  const known = new Set(attributions.map(({ id }) => id));
  const read = new Set(documents.map(({ id }) => id));
  const named = chains.flatMap((chain, index) => chain.map((id) => ({ id, by: `chain ${index + 1}` })));
  const quoted = quotations.map(({ attribution }) => ({ id: attribution, by: 'a quotation' }));
  const printed = quotations.flatMap(({ document }) =>
    document === null ? [] : [{ id: document, by: 'a quotation' }],
  );
  const missing = [
    ...[...named, ...quoted].filter(({ id }) => !known.has(id)),
    ...printed.filter(({ id }) => !read.has(id)),
  ];
  const twice = [
    ...repeated(attributions.map(({ id }) => id)),
    ...repeated(documents.map(({ id }) => id)),
    ...repeated(quotations.map(({ attribution }) => `the quotation of ${attribution}`)),
  ];
  return [
    ...twice.map((id) => `${id} is there twice`),
    ...missing.map(({ id, by }) => `${by} names ${id}, which is not there`),
  ];
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size);
}

function sortedBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...items].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Interfaces have no index signature, which is all that keeps them from being JSON by type. */
function json(value: object): Json {
  return value as Json;
}
