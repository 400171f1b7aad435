import type { Bundle } from '../bundle/bundle.ts';
import type { BundleIndex } from '../bundle/bundle-index.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import { isCounted } from '../rules/stances.ts';
import { actorContexts, documentContexts } from '../store/read-trace-context.ts';
import type { RecordCache } from '../store/record-cache.ts';
import type { Properties } from '../store/rows.ts';
import type { ActorContext, DocumentContext } from '../store/trace-context.ts';
import { indexed } from '../trace/read-subgraph.ts';
import type { Subgraph, TracedAttribution } from '../trace/subgraph.ts';
import { SubgraphView } from '../trace/subgraph-view.ts';
import { attributionMarksOf, traceMarksOf } from '../trace/trace-marks.ts';

type Attributions = Bundle['attributions'];

/**
 * The claims that could be traced from the records alone, and the trace marks of these and their attributions, by id.
 */
export interface StandaloneMarks {
  readonly claims: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, Properties>;
}

/**
 * Traces claims before they are written: those of `traceable` whose documents have no derivations and whose speakers
 * were never judged. Reads the contexts of existing actors and documents.
 */
export async function traceStandalone(
  run: Run,
  { bundle }: BundleIndex,
  traceable: ReadonlySet<string>,
  cache: RecordCache,
): Promise<StandaloneMarks> {
  const attributions = bundle.attributions.filter(({ claim }) => traceable.has(claim));
  const documentIds = new Set(attributions.flatMap(({ document }) => document ?? []));
  const documents = await documentContexts(run, bundle, documentIds, cache);
  const publishers = [...documents.values()].flatMap(({ publisher }) => publisher ?? []);
  const actors = await actorContexts(run, bundle, [...attributions.map(({ actor }) => actor), ...publishers], cache);
  const dependent = new Set(
    attributions.flatMap(({ claim, actor, document }) => {
      const isDerived = document !== undefined && documents.get(document)?.isDerived;
      return isDerived || actors.get(actor)?.isJudged !== false ? [claim] : [];
    }),
  );
  return standaloneMarksOf(
    attributions.filter(({ claim }) => !dependent.has(claim)),
    documents,
    actors,
  );
}

function standaloneMarksOf(
  attributions: Attributions,
  documents: ReadonlyMap<string, DocumentContext>,
  actors: ReadonlyMap<string, ActorContext>,
): StandaloneMarks {
  const view = new SubgraphView(subgraphOf(attributions, documents, actors), null);
  const claims = new Set(attributions.map(({ claim }) => claim));
  const marks = new Map<string, Properties>();
  for (const claim of claims) {
    marks.set(claim, { ...traceMarksOf(view, claim) });
    for (const one of view.subgraph.ofClaim.get(claim) ?? []) marks.set(one.id, { ...attributionMarksOf(view, one) });
  }
  return { claims, marks };
}

function subgraphOf(
  attributions: Attributions,
  documents: ReadonlyMap<string, DocumentContext>,
  actors: ReadonlyMap<string, ActorContext>,
): Subgraph {
  const none = new Map<string, never>();
  const cites = attributions.flatMap(({ id, cites: all }) =>
    all.filter(isCounted).map(({ attribution, joint }) => ({ id, to: attribution, joint })),
  );
  const inOrder = cites.sort((one, other) => (one.to < other.to ? -1 : 1));
  return {
    ...indexed(attributions.map(tracedAttribution)),
    cites: grouped(inOrder, ({ id }) => id),
    citedBy: new Map([...grouped(inOrder, ({ to }) => to)].map(([to, all]) => [to, all.map(({ id }) => id)])),
    speakers: new Map([...actors].map(([id, { speaker }]) => [id, speaker])),
    documents: new Map(
      [...documents].map(([id, { read }]) => [id, { id, read, title: null, publishedAt: null, order: 0 }]),
    ),
    publisherOf: new Map(
      [...documents].flatMap(([id, { publisher }]) => (publisher === null ? [] : [[id, publisher]])),
    ),
    ownerOf: new Map([...actors].flatMap(([id, { owner }]) => (owner === null ? [] : [[id, owner]]))),
    coveredBy: new Map(attributions.flatMap(({ id, claim, stance }) => (stance === 'DENIES' ? [[id, [claim]]] : []))),
    ...{ takenFrom: none, updates: none, authorsOf: none, sameAs: none, narrowerThan: none, opposedTo: none },
    ...{ partsOf: none, wholeOf: none, differentFrom: none, topicOf: none },
    fetched: new Set(attributions.map(({ claim }) => claim)),
  };
}

/** Dates do not matter here: nothing is retracted, and tracing is not as of a said time. */
function tracedAttribution({
  id,
  claim,
  actor,
  stance,
  document,
  sources,
  basis,
}: Bundle['attributions'][number]): TracedAttribution {
  const count = sources ? { min: sources.min, max: sources.max ?? null } : null;
  const undated = { earliest: 0, latest: 0, saidAt: null, order: 0 };
  const known = { isCounted: isCounted({ basis }), isRecorded: true };
  return { id, claim, actor, stance, ...undated, sources: count, document: document ?? null, ...known };
}
