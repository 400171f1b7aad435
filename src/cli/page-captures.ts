import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Capture } from '../formats/packet/packet.ts';
import { fileFailure } from './failure.ts';

/** The captured files of a folder, with their hashes. */
export interface Captures {
  readonly captures: readonly Capture[];
  /** Sentences about files that do not match. */
  readonly remarks: readonly string[];
}

/**
 * Computes the hashes of the files in a folder that belong to documents of a packet: "document_post_2025.html" belongs
 * to document:post/2025. Throws a Failure if the folder cannot be read.
 */
export async function capturesIn(folder: string, documents: Answer['documents']): Promise<Captures> {
  const owners = new Map(documents.map(({ id, contentHash }) => [nameOf(id), { id, contentHash }]));
  const captures: Capture[] = [];
  const remarks: string[] = [];
  for (const file of filesOf(folder)) {
    const owner = ownerOf(file, owners);
    if (!owner) {
      remarks.push(`${file} belongs to no document of this packet.`);
      continue;
    }
    const { bytes, sha256 } = await hashed(join(folder, file));
    captures.push({ document: owner.id, file, bytes, sha256 });
    const stated = owner.contentHash?.replace(/^sha-?256[:-]/i, '').toLowerCase();
    if (stated !== undefined && stated !== sha256) {
      remarks.push(
        `${file} is not the content that was read of ${owner.id}: its hash is ${sha256}, but the document's is ${stated}.`,
      );
    }
  }
  return { captures, remarks };
}

/** The name of a document's file, without its ending. */
function nameOf(document: string): string {
  return document.replace(/[:/]/g, '_');
}

/** The owner of a file. Ids may have dots, so the longest matching name counts. */
function ownerOf<T>(file: string, owners: ReadonlyMap<string, T>): T | undefined {
  for (let name = file; ; name = name.slice(0, name.lastIndexOf('.'))) {
    const owner = owners.get(name);
    if (owner !== undefined || !name.includes('.')) return owner;
  }
}

function filesOf(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
  } catch (error) {
    throw fileFailure(`The folder ${folder}`, 'read', error);
  }
}

async function hashed(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
