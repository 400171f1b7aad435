import type { Run } from '../engine/engine.ts';
import { topOwner } from '../rules/newsrooms.ts';
import { isCurrent } from '../store/rows.ts';
import { readClosure } from './closure.ts';

const OWNERS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:PUBLISHED_BY|FAMILY]->(owner) WHERE ${isCurrent('owner')} RETURN owner.id AS owner }
RETURN id AS later, owner AS origin`;

/** The families of documents and organizations: the organization at the top of the publisher's owners. */
export interface Families {
  readonly publisherOf: (document: string) => string | null;
  /** Null where a document has no publisher. */
  readonly ofDocument: (document: string) => string | null;
  readonly ofOrganization: (organization: string) => string;
}

/** Reads the families of these documents and organizations. */
export async function readFamilies(run: Run, ids: readonly string[]): Promise<Families> {
  const owners = await readClosure(run, OWNERS, [...new Set(ids)], {});
  const ofOrganization = (organization: string) => topOwner(organization, (id) => owners.get(id)?.[0]);
  const publisherOf = (document: string) => owners.get(document)?.[0] ?? null;
  return {
    publisherOf,
    ofOrganization,
    ofDocument: (document) => {
      const publisher = publisherOf(document);
      return publisher === null ? null : ofOrganization(publisher);
    },
  };
}
