import type { Bundle } from '../bundle/bundle.ts';
import type { Row, Run } from '../engine/engine.ts';
import type { Speaker } from '../trace/subgraph.ts';
import { batched } from './batched.ts';
import type { RecordCache } from './record-cache.ts';
import { isCurrent } from './rows.ts';
import { type ActorContext, contextOfActor, contextOfDocument, type DocumentContext } from './trace-context.ts';

/** How many owners are followed: as many as in tracing. */
const MOST_OWNERS = 4;

const ACTORS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:FAMILY]->(o) WHERE ${isCurrent('o')} RETURN collect(o.id) AS owners }
CALL (n) { MATCH (n)-[:SHIELDED_BY]->(o) WHERE ${isCurrent('o')} RETURN collect(o.id) AS shields }
CALL (n) { MATCH (n)-[j:JUDGED]-() WHERE ${isCurrent('j')} RETURN count(j) AS judged }
RETURN n.id AS id, n.type AS type, n.kind AS kind, n.name AS name, n.countMin AS min, n.countMax AS max,
  owners, shields, judged`;

const DOCUMENTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:PUBLISHED_BY]->(o) WHERE ${isCurrent('o')} RETURN collect(o.id) AS publishers }
CALL (n) { MATCH (n)-[d:DERIVED_FROM]-() WHERE ${isCurrent('d')} RETURN count(d) AS derivations }
RETURN n.id AS id, n.read AS read, publishers, derivations`;

/** The trace contexts of documents by id, from the new records, the cache or the graph. */
export async function documentContexts(
  run: Run,
  { documents, derivations }: Pick<Bundle, 'documents' | 'derivations'>,
  ids: Iterable<string>,
  cache: RecordCache,
): Promise<Map<string, DocumentContext>> {
  const contexts = new Map(documents.map((document) => [document.id, contextOfDocument(document)]));
  const existing = [...ids].filter((id) => !contexts.has(id));
  const unknown = cache.documents.take(existing, contexts);
  for (const { id, read, publishers, derivations: count } of await batched(run, DOCUMENTS, unknown)) {
    const [publisher = null] = publishers as (string | null)[];
    const context = { read: read as boolean, publisher, isDerived: (count as number) > 0 };
    contexts.set(id as string, context);
    cache.documents.keep(id as string, context);
  }
  for (const id of derivations.flatMap(({ document, from }) => [document, from])) {
    const context = contexts.get(id);
    if (context) contexts.set(id, { ...context, isDerived: true });
  }
  return contexts;
}

/**
 * The trace contexts of actors, their owners and shielding outlets by id, from the new records, the cache or the graph.
 */
export async function actorContexts(
  run: Run,
  { actors }: Pick<Bundle, 'actors'>,
  ids: Iterable<string>,
  cache: RecordCache,
): Promise<Map<string, ActorContext>> {
  const added = new Map(actors.map((actor) => [actor.id, actor]));
  const contexts = new Map<string, ActorContext>();
  let wanted = [...new Set(ids)];
  for (let step = 0; step <= MOST_OWNERS && wanted.length > 0; step++) {
    for (const id of wanted) {
      const actor = added.get(id);
      if (actor) contexts.set(id, contextOfActor(actor));
    }
    const existing = wanted.filter((id) => !added.has(id));
    for (const row of await batched(run, ACTORS, cache.actors.take(existing, contexts))) {
      const context = contextOfRow(row);
      contexts.set(context.speaker.id, context);
      cache.actors.keep(context.speaker.id, context);
    }
    const next = wanted.flatMap((id) => {
      const { owner, speaker } = contexts.get(id) ?? {};
      return [owner, ...(speaker?.shieldedBy ?? [])].filter((one) => typeof one === 'string');
    });
    wanted = [...new Set(next)].filter((id) => !contexts.has(id));
  }
  return contexts;
}

function contextOfRow({ id, type, kind, name, min, max, owners, shields, judged }: Row): ActorContext {
  const count = typeof min === 'number' ? { min, max: (max ?? null) as number | null } : null;
  const speaker = { id, type, kind: kind ?? null, name, count, shieldedBy: shields as string[] } as Speaker;
  return { speaker, owner: (owners as string[])[0] ?? null, isJudged: (judged as number) > 0 };
}
