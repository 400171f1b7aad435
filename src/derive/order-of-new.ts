import type { Bundle } from '../bundle/bundle.ts';
import { grouped } from '../collections/grouped.ts';
import { isCounted } from '../rules/stances.ts';

/** The order in time of new records among themselves and with existing ones: the same as `time-order.ts` reads in the graph. */
export interface OrderOfNew {
  /** What is not earlier than a record, and what is not later, by id. */
  readonly after: ReadonlyMap<string, readonly string[]>;
  readonly before: ReadonlyMap<string, readonly string[]>;
  /** New words without a date and a document, which are there only with what cites them. */
  readonly loose: ReadonlySet<string>;
}

/**
 * The order of the records of a bundle, with what `isThere` says is in the graph. Derivations of existing documents are left
 * out: these have words that are not in the bundle.
 */
export function orderOfNew(
  { attributions: all, documents, derivations }: Bundle,
  isThere: (id: string) => boolean,
): OrderOfNew {
  const attributions = all.filter(isCounted);
  const added = new Set([...attributions, ...documents].map(({ id }) => id));
  const within = grouped(attributions, ({ document }) => document);
  const originals = derivations.filter(({ document, kind }) => kind !== 'SAME_TEXT' && added.has(document));
  const pairs = [
    ...attributions.flatMap(({ id, cites }) =>
      cites.filter(isCounted).map(({ attribution }) => [attribution, id] as const),
    ),
    ...attributions.flatMap(({ id, document }) => (document === undefined ? [] : [[id, document] as const])),
    ...originals
      .filter(isCounted)
      .flatMap(({ document, from }) =>
        [document, ...(within.get(document) ?? []).map(({ id }) => id)].map((later) => [from, later] as const),
      ),
  ].filter((pair) => pair.every((id) => added.has(id) || isThere(id)));
  const undated = attributions.filter(({ document, saidAt }) => document === undefined && saidAt === undefined);
  return {
    after: grouped(
      pairs,
      ([earlier]) => earlier,
      ([, later]) => later,
    ),
    before: grouped(
      pairs,
      ([, later]) => later,
      ([earlier]) => earlier,
    ),
    loose: new Set(undated.map(({ id }) => id)),
  };
}
