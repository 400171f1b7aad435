import { compare } from '../orders.ts';
import type { View } from '../view.ts';
import type { Attribution, Document } from '../world.ts';
import { isJudged, restingOn } from './claims.ts';
import { remembered } from './once-per-view.ts';
import { attributionsOn, cited, sideOf } from './sides.ts';

const COPIES: readonly string[] = ['COPY', 'WIRE', 'REWRITE'];

/** The document of an attribution is known from the record, also before it was published. */
export function documentOf(view: View, { document }: Attribution): Document | undefined {
  return recordedDocuments(view).find(({ id }) => id === document);
}

function recordedDocuments(view: View): readonly Document[] {
  return view.from({ ...view.scope, said: null }).documents;
}

/** The document that a copy without credit was taken from, or the document itself; a loop ends where it was entered. */
export const originOf = remembered((view: View, document: Document): Document => {
  const visited = new Set<Document>();
  let origin = document;
  while (!visited.has(origin)) {
    visited.add(origin);
    origin = takenFrom(view, origin) ?? origin;
  }
  return origin;
});

function takenFrom(view: View, { id }: Document): Document | undefined {
  const from = view.derivations
    .filter((one) => one.document === id && !one.credited && COPIES.includes(one.kind) && isJudged(one))
    .map((one) => one.from);
  const documents = recordedDocuments(view).filter((one) => from.includes(one.id));
  return documents.sort((one, other) => compare(one.id, other.id))[0];
}

/** The document that an attribution is counted in. */
export function originDocument(view: View, attribution: Attribution): Document | undefined {
  const document = documentOf(view, attribution);
  return document && originOf(view, document);
}

/** What an attribution in a copy repeats: that of the same speaker, or the copied outlet's for the copying outlet's. */
function copied(view: View, attribution: Attribution): Attribution[] {
  const document = documentOf(view, attribution);
  const origin = originDocument(view, attribution);
  if (!document || !origin || document === origin) return [];
  const counterparts = attributionsOn(view, restingOn(view, attribution.claim), sideOf(view, attribution)).filter(
    (one) => one.document === origin.id,
  );
  const own = counterparts.filter(({ actor }) => actor === attribution.actor);
  if (own.length > 0) return own;
  if (document.publisher !== attribution.actor) return [];
  return counterparts.filter(({ actor }) => actor === origin.publisher);
}

/** What an attribution rests on: what it cites on its own side, and what it copies. */
export const groundsOf = remembered((view: View, attribution: Attribution): readonly Attribution[] => {
  const side = sideOf(view, attribution);
  const oneSided = cited(view, attribution).filter((one) => sideOf(view, one) === side);
  return [...new Set([...oneSided, ...copied(view, attribution)])];
});
