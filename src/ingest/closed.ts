import type { Row, Run } from '../engine/engine.ts';
import { grouped } from '../rules/groups.ts';
import { COUNTED } from '../rules/stances.ts';
import { marksOf, rootsOf } from '../trace/marks.ts';
import { Sight } from '../trace/sight.ts';
import type { Said, Speaker, Surroundings } from '../trace/surroundings.ts';
import { batched } from './batch.ts';
import type { Bundle } from './bundle.ts';
import { shownName } from './names.ts';
import { actorType } from './records.ts';
import { live, type Properties } from './rows.ts';

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

/** An actor with whoever owns or shields it, and whether somebody judged about it. */
interface Voice {
  readonly speaker: Speaker;
  readonly owner: string | null;
  readonly isJudged: boolean;
}

/** A document with its publisher, and whether it is tied to others. */
interface Page {
  readonly read: boolean;
  readonly publisher: string | null;
  readonly isTied: boolean;
}

/** What is stored of the traces of some new claims and of what is said of them, by id. */
export interface Closed {
  readonly claims: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, Properties>;
}

/**
 * Traces new claims that come with everything that tracing would look at, before they are written: those of `contained`
 * whose documents are tied to no others, and whose speakers nobody has judged about. It takes two statements for what is
 * known of older actors and documents.
 */
export async function traceClosed(run: Run, added: Bundle, contained: ReadonlySet<string>): Promise<Closed> {
  const words = added.attributions.filter(({ claim }) => contained.has(claim));
  const pages = await pagesOf(run, added, words);
  const voices = await voicesOf(run, added, [
    ...words.map(({ actor }) => actor),
    ...[...pages.values()].flatMap(({ publisher }) => publisher ?? []),
  ]);
  const open = new Set(
    words.flatMap(({ claim, actor, document }) => {
      const isOpen = voices.get(actor)?.isJudged !== false || (document !== undefined && pages.get(document)?.isTied);
      return isOpen ? [claim] : [];
    }),
  );
  const closed = words.filter(({ claim }) => !open.has(claim));
  const sight = new Sight(surroundingsOf(closed, pages, voices), null);
  const claims = new Set(closed.map(({ claim }) => claim));
  const marks = new Map<string, Properties>();
  for (const claim of claims) {
    marks.set(claim, { ...marksOf(sight, claim) });
    const roots = rootsOf(sight, claim);
    for (const { id } of sight.of(claim)) marks.set(id, { isRoot: roots.has(id) });
  }
  return { claims, marks };
}

function surroundingsOf(
  words: Bundle['attributions'],
  pages: ReadonlyMap<string, Page>,
  voices: ReadonlyMap<string, Voice>,
): Surroundings {
  const none = new Map<string, never>();
  const said = words.map(saidOf).sort((one, other) => (one.id < other.id ? -1 : 1));
  const cites = words.flatMap(({ id, cites: all }) =>
    all
      .filter(({ basis }) => COUNTED.some((one) => one === basis))
      .map(({ attribution, joint }) => ({ id, to: attribution, joint })),
  );
  const inOrder = cites.sort((one, other) => (one.to < other.to ? -1 : 1));
  return {
    said: new Map(said.map((one) => [one.id, one])),
    ofClaim: grouped(said, ({ claim }) => claim),
    inDocument: grouped(said, ({ document }) => document ?? ''),
    cites: grouped(inOrder, ({ id }) => id),
    citedBy: new Map([...grouped(inOrder, ({ to }) => to)].map(([to, all]) => [to, all.map(({ id }) => id)])),
    speakers: new Map([...voices].map(([id, { speaker }]) => [id, speaker])),
    read: new Map([...pages].map(([id, { read }]) => [id, read])),
    publisher: new Map([...pages].flatMap(([id, { publisher }]) => (publisher === null ? [] : [[id, publisher]]))),
    owner: new Map([...voices].flatMap(([id, { owner }]) => (owner === null ? [] : [[id, owner]]))),
    covers: new Map(words.flatMap(({ id, claim, stance }) => (stance === 'DENIES' ? [[id, [claim]]] : []))),
    ...{ copiedFrom: none, sameAs: none, narrower: none, against: none, parts: none, whole: none, different: none },
    fetched: new Set(said.map(({ claim }) => claim)),
    farthest: new Set(),
  };
}

/** Dates tell nothing here: nobody takes anything back, and no said time is asked for. */
function saidOf({ id, claim, actor, stance, document, sources }: Bundle['attributions'][number]): Said {
  const count = sources ? { min: sources.min, max: sources.max ?? null } : null;
  const undated = { earliest: 0, latest: 0, saidAt: null, order: 0 };
  return { id, claim, actor, stance, ...undated, sources: count, document: document ?? null };
}

async function pagesOf(run: Run, added: Bundle, words: Bundle['attributions']): Promise<Map<string, Page>> {
  const tied = new Set(added.derivations.flatMap(({ document, from }) => [document, from]));
  const pages = new Map(
    added.documents.map(({ id, read, publisher = null }): [string, Page] => [
      id,
      { read, publisher, isTied: tied.has(id) },
    ]),
  );
  const old = new Set(
    words.flatMap(({ document }) => (document === undefined || pages.has(document) ? [] : [document])),
  );
  for (const { id, read, publishers, ties } of await batched(run, PAGES, [...old])) {
    const [publisher = null] = publishers as string[];
    pages.set(id as string, {
      read: read as boolean,
      publisher,
      isTied: (ties as number) > 0 || tied.has(id as string),
    });
  }
  return pages;
}

async function voicesOf(run: Run, added: Bundle, ids: readonly string[]): Promise<Map<string, Voice>> {
  const fresh = new Map(added.actors.map((actor) => [actor.id, actor]));
  const voices = new Map<string, Voice>();
  let wanted = [...new Set(ids)];
  for (let step = 0; step <= MOST_OWNERS && wanted.length > 0; step++) {
    for (const id of wanted) {
      const actor = fresh.get(id);
      if (actor) voices.set(id, newVoice(actor));
    }
    const old = wanted.filter((id) => !fresh.has(id));
    for (const row of await batched(run, VOICES, old)) voices.set(row.id as string, oldVoice(row));
    const next = wanted.flatMap((id) => {
      const { owner, speaker } = voices.get(id) ?? {};
      return [owner, speaker?.shieldedBy].filter((one) => typeof one === 'string');
    });
    wanted = [...new Set(next)].filter((id) => !voices.has(id));
  }
  return voices;
}

function newVoice(actor: Bundle['actors'][number]): Voice {
  const count = actor.type === 'UNNAMED_SOURCE' ? (actor.count ?? { min: 1 }) : null;
  const speaker: Speaker = {
    id: actor.id,
    type: actorType(actor),
    kind: actor.type === 'ORGANIZATION' ? actor.kind : null,
    name: shownName(actor),
    count: count && { min: count.min, max: count.max ?? null },
    shieldedBy: actor.type === 'UNNAMED_SOURCE' ? (actor.shieldedBy ?? null) : null,
  };
  const owner = actor.type === 'ORGANIZATION' ? (actor.publisherFamily ?? actor.id) : null;
  return { speaker, owner, isJudged: false };
}

function oldVoice({ id, type, kind, name, min, max, owners, shields, judged }: Row): Voice {
  const count = typeof min === 'number' ? { min, max: (max ?? null) as number | null } : null;
  const [shieldedBy = null] = shields as string[];
  const speaker = { id, type, kind: kind ?? null, name, count, shieldedBy } as Speaker;
  return { speaker, owner: (owners as string[])[0] ?? null, isJudged: (judged as number) > 0 };
}
