import type { Bundle } from '../bundle/bundle.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import { COUNTED } from '../rules/stances.ts';
import { pagesOf, voicesOf } from '../store/read-trace-context.ts';
import type { Memory } from '../store/record-cache.ts';
import type { Properties } from '../store/rows.ts';
import type { Page, Voice } from '../store/trace-context.ts';
import type { Subgraph, TracedAttribution } from '../trace/subgraph.ts';
import { SubgraphView } from '../trace/subgraph-view.ts';
import { rootsOf, traceMarksOf } from '../trace/trace-marks.ts';

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
export async function traceClosed(
  run: Run,
  added: Bundle,
  contained: ReadonlySet<string>,
  memory: Memory,
): Promise<Closed> {
  const words = added.attributions.filter(({ claim }) => contained.has(claim));
  const pages = await pagesOf(run, added, words, memory);
  const voices = await voicesOf(
    run,
    added,
    [...words.map(({ actor }) => actor), ...[...pages.values()].flatMap(({ publisher }) => publisher ?? [])],
    memory,
  );
  const open = new Set(
    words.flatMap(({ claim, actor, document }) => {
      const isOpen = voices.get(actor)?.isJudged !== false || (document !== undefined && pages.get(document)?.isTied);
      return isOpen ? [claim] : [];
    }),
  );
  const closed = words.filter(({ claim }) => !open.has(claim));
  const sight = new SubgraphView(surroundingsOf(closed, pages, voices), null);
  const claims = new Set(closed.map(({ claim }) => claim));
  const marks = new Map<string, Properties>();
  for (const claim of claims) {
    marks.set(claim, { ...traceMarksOf(sight, claim) });
    const roots = rootsOf(sight, claim);
    for (const { id } of sight.attributionsOf(claim)) marks.set(id, { isRoot: roots.has(id) });
  }
  return { claims, marks };
}

function surroundingsOf(
  words: Bundle['attributions'],
  pages: ReadonlyMap<string, Page>,
  voices: ReadonlyMap<string, Voice>,
): Subgraph {
  const none = new Map<string, never>();
  const said = words.map(saidOf).sort((one, other) => (one.id < other.id ? -1 : 1));
  const cites = words.flatMap(({ id, cites: all }) =>
    all
      .filter(({ basis }) => COUNTED.some((one) => one === basis))
      .map(({ attribution, joint }) => ({ id, to: attribution, joint })),
  );
  const inOrder = cites.sort((one, other) => (one.to < other.to ? -1 : 1));
  return {
    attributions: new Map(said.map((one) => [one.id, one])),
    ofClaim: grouped(said, ({ claim }) => claim),
    inDocument: grouped(said, ({ document }) => document ?? ''),
    cites: grouped(inOrder, ({ id }) => id),
    citedBy: new Map([...grouped(inOrder, ({ to }) => to)].map(([to, all]) => [to, all.map(({ id }) => id)])),
    speakers: new Map([...voices].map(([id, { speaker }]) => [id, speaker])),
    isRead: new Map([...pages].map(([id, { read }]) => [id, read])),
    publisherOf: new Map([...pages].flatMap(([id, { publisher }]) => (publisher === null ? [] : [[id, publisher]]))),
    ownerOf: new Map([...voices].flatMap(([id, { owner }]) => (owner === null ? [] : [[id, owner]]))),
    coveredBy: new Map(words.flatMap(({ id, claim, stance }) => (stance === 'DENIES' ? [[id, [claim]]] : []))),
    ...{
      copiedFrom: none,
      sameAs: none,
      narrowerThan: none,
      opposedTo: none,
      partsOf: none,
      wholeOf: none,
      differentFrom: none,
    },
    fetched: new Set(said.map(({ claim }) => claim)),
    farthest: new Set(),
  };
}

/** Dates tell nothing here: nobody takes anything back, and no said time is asked for. */
function saidOf({ id, claim, actor, stance, document, sources }: Bundle['attributions'][number]): TracedAttribution {
  const count = sources ? { min: sources.min, max: sources.max ?? null } : null;
  const undated = { earliest: 0, latest: 0, saidAt: null, order: 0 };
  return { id, claim, actor, stance, ...undated, sources: count, document: document ?? null };
}
