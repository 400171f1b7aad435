import type { Bundle } from '../bundle/bundle.ts';
import type { Row, Run } from '../engine/engine.ts';
import type { Speaker } from '../trace/subgraph.ts';
import { batched } from './batched.ts';
import type { Memory } from './record-cache.ts';
import { live } from './rows.ts';
import { newPage, newVoice, type Page, type Voice } from './trace-context.ts';

/** Owners are followed as far as tracing does. */
const MOST_OWNERS = 4;

const VOICES = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:FAMILY]->(o) WHERE ${live('o')} RETURN collect(o.id) AS owners }
CALL (n) { MATCH (n)-[:SHIELDED_BY]->(o) WHERE ${live('o')} RETURN collect(o.id) AS shields }
CALL (n) { MATCH (n)-[j:JUDGED]-() WHERE ${live('j')} RETURN count(j) AS judged }
RETURN n.id AS id, n.type AS type, n.kind AS kind, n.name AS name, n.countMin AS min, n.countMax AS max,
  owners, shields, judged`;

const PAGES = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:PUBLISHED_BY]->(o) WHERE ${live('o')} RETURN collect(o.id) AS publishers }
CALL (n) { MATCH (n)-[d:DERIVED_FROM]-() WHERE ${live('d')} RETURN count(d) AS ties }
RETURN n.id AS id, n.read AS read, publishers, ties`;

/** The documents that new words stand in, from the bundle, from memory or from the graph. */
export async function pagesOf(
  run: Run,
  added: Bundle,
  words: Bundle['attributions'],
  memory: Memory,
): Promise<Map<string, Page>> {
  const tied = new Set(added.derivations.flatMap(({ document, from }) => [document, from]));
  const pages = new Map(added.documents.map((document) => [document.id, newPage(document)]));
  const old = new Set(words.flatMap(({ document }) => (document && !pages.has(document) ? [document] : [])));
  const unknown = memory.pages.take([...old], pages);
  for (const { id, read, publishers, ties } of await batched(run, PAGES, unknown)) {
    const [publisher = null] = publishers as (string | null)[];
    const page = { read: read as boolean, publisher, isTied: (ties as number) > 0 };
    pages.set(id as string, page);
    memory.pages.keep(id as string, page);
  }
  for (const id of tied) {
    const page = pages.get(id);
    if (page) pages.set(id, { ...page, isTied: true });
  }
  return pages;
}

/** Actors with all who own or shield them, from the bundle, from memory or from the graph. */
export async function voicesOf(
  run: Run,
  added: Bundle,
  ids: readonly string[],
  memory: Memory,
): Promise<Map<string, Voice>> {
  const fresh = new Map(added.actors.map((actor) => [actor.id, actor]));
  const voices = new Map<string, Voice>();
  let wanted = [...new Set(ids)];
  for (let step = 0; step <= MOST_OWNERS && wanted.length > 0; step++) {
    for (const id of wanted) {
      const actor = fresh.get(id);
      if (actor) voices.set(id, newVoice(actor));
    }
    const old = wanted.filter((id) => !fresh.has(id));
    for (const row of await batched(run, VOICES, memory.voices.take(old, voices))) {
      const voice = oldVoice(row);
      voices.set(voice.speaker.id, voice);
      memory.voices.keep(voice.speaker.id, voice);
    }
    const next = wanted.flatMap((id) => {
      const { owner, speaker } = voices.get(id) ?? {};
      return [owner, speaker?.shieldedBy].filter((one) => typeof one === 'string');
    });
    wanted = [...new Set(next)].filter((id) => !voices.has(id));
  }
  return voices;
}

function oldVoice({ id, type, kind, name, min, max, owners, shields, judged }: Row): Voice {
  const count = typeof min === 'number' ? { min, max: (max ?? null) as number | null } : null;
  const [shieldedBy = null] = shields as string[];
  const speaker = { id, type, kind: kind ?? null, name, count, shieldedBy } as Speaker;
  return { speaker, owner: (owners as string[])[0] ?? null, isJudged: (judged as number) > 0 };
}
