import { canonical, type Json } from './canonical-json.ts';
import type { Answer, Fields } from './packet.ts';

/** How another answer to the same question differs, each difference in one sentence. */
export function differencesOf(packet: Answer, now: Answer): string[] {
  const same = (one: unknown, other: unknown) =>
    canonical((one ?? null) as Json) === canonical((other ?? null) as Json);
  const [before, after] = [packet.claim, now.claim].map(withoutReasons) as [Fields, Fields];
  // An older release asked for fewer fields.
  const isOlder = !same(packet.query, now.query);
  const fields = [...new Set([...Object.keys(before), ...(isOlder ? [] : Object.keys(after))])].sort();
  const lists = [
    ['attribution', packet.attributions, isOlder ? inFieldsOf(packet, now) : now.attributions, (one: Fields) => one.id],
    ['document', packet.documents, now.documents, (one: Fields) => one.id],
    ['quotation of attribution', packet.quotations, now.quotations, (one: Fields) => one.attribution],
  ] as const;
  return [
    ...fields
      .filter((field) => !same(before[field], after[field]))
      .map((field) => `"${field}" of claim ${packet.claim.id} differs in the database.`),
    ...lists.flatMap(([what, own, other, key]) => changedItems(what, keyed(own, key), keyed(other, key))),
    ...(same(packet.chains, now.chains) ? [] : ['The chains differ in the database.']),
    ...(isOlder ? ['The packet was made with a different query.'] : []),
  ];
}

/** The attributions of an answer with those fields alone that another answer has. */
function inFieldsOf({ attributions }: Answer, now: Answer): Answer['attributions'] {
  const known = new Set(attributions.flatMap((one) => Object.keys(one)));
  return now.attributions.map(
    (one) => Object.fromEntries(Object.entries(one).filter(([name]) => known.has(name))) as typeof one,
  );
}

/** Reasons explain the numbers beside them in sentences, which another release may put in other words. */
function withoutReasons({ independence, standingReasons: _standingReasons, ...claim }: Fields): Fields {
  if (independence === null || typeof independence !== 'object' || Array.isArray(independence)) {
    return { ...claim, ...(independence !== undefined && { independence }) };
  }
  const { reasons: _reasons, ...numbers } = independence as Fields;
  return { ...claim, independence: numbers };
}

function keyed(items: readonly object[], key: (item: Fields) => Json | undefined): Map<string, string> {
  return new Map(items.map((item) => [String(key(item as Fields)), canonical(item as Json)]));
}

function changedItems(what: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id) => {
    if (!after.has(id)) return [`The ${what} ${id} is not in the database.`];
    if (!before.has(id)) return [`The ${what} ${id} is in the database, but not in the packet.`];
    return before.get(id) === after.get(id) ? [] : [`The ${what} ${id} differs in the database.`];
  });
}
