import { compare } from '../orders.ts';
import type { View } from '../view.ts';
import type { Attribution, Document } from '../world.ts';
import { isJudged, restingOn } from './claims.ts';
import { remembered } from './remembered.ts';
import { cited, saidOf, sideOf } from './sides.ts';

const COPIES: readonly string[] = ['COPY', 'WIRE', 'REWRITE'];

export function documentOf(view: View, { document }: Attribution): Document | undefined {
  return view.documents.find(({ id }) => id === document);
}

/** The document that one without credit was taken from, or the document itself; a circle is walked round once. */
export const originOf = remembered((view: View, document: Document): Document => {
  const path = [document];
  for (let next = takenFrom(view, document); next && !path.includes(next); next = takenFrom(view, next))
    path.push(next);
  return path.at(-1) as Document;
});

function takenFrom(view: View, { id }: Document): Document | undefined {
  const from = view.derivations
    .filter((one) => one.document === id && !one.credited && COPIES.includes(one.kind) && isJudged(one))
    .map((one) => one.from);
  return view.documents.filter((one) => from.includes(one.id)).sort((one, other) => compare(one.id, other.id))[0];
}

/** The document that an attribution counts as standing in. */
export function originDocument(view: View, attribution: Attribution): Document | undefined {
  const document = documentOf(view, attribution);
  return document && originOf(view, document);
}

/** What an attribution in a copy repeats: the same words of the same speaker, or the copied outlet's for the copier's. */
function copied(view: View, attribution: Attribution): Attribution[] {
  const document = documentOf(view, attribution);
  const origin = originDocument(view, attribution);
  if (!document || !origin || document === origin) return [];
  const counterparts = saidOf(view, restingOn(view, attribution.claim), sideOf(view, attribution)).filter(
    (one) => one.document === origin.id,
  );
  const own = counterparts.filter(({ actor }) => actor === attribution.actor);
  if (own.length > 0) return own;
  if (document.publisher !== attribution.actor) return [];
  return counterparts.filter(({ actor }) => actor === origin.publisher);
}

/** What an attribution rests on: whatever it cites on its own side, and what it copies. */
export const groundsOf = remembered((view: View, attribution: Attribution): readonly Attribution[] => {
  const side = sideOf(view, attribution);
  const oneSided = cited(view, attribution).filter((one) => sideOf(view, one) === side);
  return [...new Set([...oneSided, ...copied(view, attribution)])];
});
