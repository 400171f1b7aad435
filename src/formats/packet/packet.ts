import { z } from 'zod';
import { parseJson } from '../../text/json.ts';
import { shortened } from '../reader.ts';
import { canonical, hashOf, type Json } from './canonical-json.ts';

/** The version of the file format. */
const FORMAT = 'claimgraph-evidence-packet/1';

/** More than tracing finds documents or quotations. */
const LIMITS = { keys: 100_000, items: 100_000 };

export type Fields = { readonly [key: string]: Json | undefined };

/** A file with a copy of a document as it was read. */
export interface Capture {
  readonly document: string;
  readonly file: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** The answer of the graph about one claim, as plain JSON. Records may have more fields than these types name. */
export interface Answer {
  readonly claim: Fields & { readonly id: string };
  /** All attributions in the chains. */
  readonly attributions: readonly (Fields & { readonly id: string })[];
  /** The chains, each as a list of attribution ids from the last relay to the root. */
  readonly chains: readonly (readonly string[])[];
  /** The documents of the attributions; `contentHash` is the hash of what was read, or null. */
  readonly documents: readonly (Fields & { readonly id: string; readonly contentHash: string | null })[];
  /** The quotations as printed, one for each attribution that has a quote. */
  readonly quotations: readonly {
    readonly attribution: string;
    readonly document: string | null;
    readonly text: string;
    readonly locator: string | null;
  }[];
  /** The times of the answer: record time in ISO 8601; said time in EDTF, or null. */
  readonly asOf: Fields & { readonly recorded: string; readonly said: string | null };
  /** The GraphQL operation that gave the answer. */
  readonly query: { readonly text: string; readonly variables: Fields };
  /** The hashes of files with copies of the documents. */
  readonly captures?: readonly Capture[];
}

/** An evidence packet. All hashes are SHA-256, as 64 hexadecimal digits, of canonical JSON (RFC 8785). */
export interface Packet {
  readonly format: typeof FORMAT;
  readonly answer: Answer;
  readonly hashes: {
    readonly claim: string;
    /** The hash of each document's record, by its id. */
    readonly documents: Readonly<Record<string, string>>;
    /** The hash of each quotation, by the id of its attribution. */
    readonly quotations: Readonly<Record<string, string>>;
  };
  /** The hash of all of the above together. */
  readonly sha256: string;
}

/**
 * The text of a packet file: canonical JSON, so the same answer gives the same bytes. Attributions, documents and
 * quotations are sorted by id; chains keep their order. Throws a TypeError if an id is there twice, a chain or a
 * quotation names a record that is missing, or a text has no canonical JSON.
 */
export function writePacket(answer: Answer): string {
  const sorted: Answer = {
    ...answer,
    attributions: sortedBy(answer.attributions, ({ id }) => id),
    documents: sortedBy(answer.documents, ({ id }) => id),
    quotations: sortedBy(answer.quotations, ({ attribution }) => attribution),
  };
  const [problem] = inconsistenciesIn(sorted);
  if (problem !== undefined) throw new TypeError(`The packet cannot be written: ${problem}`);
  const content = { format: FORMAT, answer: sorted, hashes: hashesOf(sorted) };
  return canonical(json({ ...content, sha256: hashOf(json(content)) }));
}

/**
 * The problems in the text of a packet, each in one sentence; empty if all hashes match. Somebody can change a packet
 * and compute all its hashes again: give the hash that was reported when it was made, to find that too.
 */
export function verifyPacket(text: string, sha256?: string): string[] {
  const packet = parsed(text);
  if (typeof packet === 'string') return [packet];
  const { answer, hashes, sha256: statedHash, ...rest } = packet;
  const expected = hashesOf(answer);
  return [
    ...(hashes.claim === expected.claim ? [] : [`The hash of claim ${answer.claim.id} does not match.`]),
    ...differences('document', hashes.documents, expected.documents),
    ...differences('quotation', hashes.quotations, expected.quotations, 'of attribution '),
    ...inconsistenciesIn(answer).map((problem) => `${problem[0]?.toUpperCase()}${problem.slice(1)}.`),
    ...(hashOf(json({ ...rest, answer, hashes })) === statedHash
      ? []
      : ['The hash of the whole packet does not match.']),
    ...(sha256 === undefined || sha256 === statedHash ? [] : ['The hash of the packet is not the one you gave.']),
    ...(canonical(json(packet)) === text.trimEnd()
      ? []
      : ['The text is not in canonical form: the file was rewritten.']),
  ];
}

const Record = z.looseObject({ id: z.string() });

/** The form of a packet. Records may have more fields. */
const PacketForm = z.strictObject({
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

/** The packet, or a sentence that says why the text is not one. */
function parsed(text: string): Packet | string {
  const read = parseJson(text, LIMITS);
  if ('problem' in read) return `The text ${read.problem} at line ${read.line}, column ${read.column}.`;
  const { value } = read;
  try {
    canonical(value as Json);
  } catch (error) {
    return `The text is not a packet: ${(error as Error).message}.`;
  }
  const result = PacketForm.safeParse(value);
  if (result.success) return value as Packet;
  const [issue] = result.error.issues;
  const place = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return `The text is not a packet: ${shortened(`${place}${issue?.message ?? 'its form is not known'}`, 200)}.`;
}

function hashesOf({ claim, documents, quotations }: Answer): Packet['hashes'] {
  return {
    claim: hashOf(claim),
    documents: Object.fromEntries(documents.map((document) => [document.id, hashOf(document)])),
    quotations: Object.fromEntries(quotations.map((quotation) => [quotation.attribution, hashOf(quotation)])),
  };
}

type Hashes = Readonly<Record<string, string>>;

function differences(what: string, stated: Hashes, expected: Hashes, of = ''): string[] {
  const ids = [...new Set([...Object.keys(expected), ...Object.keys(stated)])].sort();
  return ids.flatMap((id) => {
    if (!Object.hasOwn(stated, id)) return [`The ${what} ${of}${id} has no hash.`];
    if (!Object.hasOwn(expected, id)) return [`The ${what} ${of}${id} has a hash, but is not in the packet.`];
    return stated[id] === expected[id] ? [] : [`The hash of ${what} ${of}${id} does not match.`];
  });
}

/** Ids that are there twice, and references to records that are missing. */
function inconsistenciesIn({ attributions, documents, quotations, chains }: Answer): string[] {
  const attributionIds = new Set(attributions.map(({ id }) => id));
  const documentIds = new Set(documents.map(({ id }) => id));
  const chained = chains.flatMap((chain, index) => chain.map((id) => ({ id, by: `chain ${index + 1}` })));
  const quoted = quotations.map(({ attribution }) => ({ id: attribution, by: 'a quotation' }));
  const printed = quotations.flatMap(({ document }) =>
    document === null ? [] : [{ id: document, by: 'a quotation' }],
  );
  const missing = [
    ...[...chained, ...quoted].filter(({ id }) => !attributionIds.has(id)),
    ...printed.filter(({ id }) => !documentIds.has(id)),
  ];
  const twice = [
    ...repeated(attributions.map(({ id }) => id)),
    ...repeated(documents.map(({ id }) => id)),
    ...repeated(quotations.map(({ attribution }) => `the quotation of ${attribution}`)),
  ];
  return [
    ...twice.map((id) => `${id} is in the packet twice`),
    ...missing.map(({ id, by }) => `${by} names ${id}, which is not in the packet`),
  ];
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size);
}

function sortedBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...items].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Interfaces have no index signature, so TypeScript needs a cast to take them as JSON. */
function json(value: object): Json {
  return value as Json;
}
