import type { View } from '../view.ts';
import { type Attribution, type Document, isCounted } from '../world.ts';
import { sameAs } from './claims.ts';
import { documentOf, originalsOf } from './documents.ts';
import { remembered } from './once-per-view.ts';
import { cited, everRecorded, sideOf } from './sides.ts';

/**
 * Where an attribution has its words from, whether or not that can be seen: from other attributions, from a document
 * that nobody has read, from nobody who is shown, or from nobody else.
 */
export type Whence =
  | { readonly from: 'OTHERS'; readonly attributions: readonly Attribution[]; readonly rule: 'CITES' | 'DERIVES' }
  | { readonly from: 'UNREAD'; readonly document: Document & { readonly publisher: string } }
  | { readonly from: 'UNKNOWN' }
  | { readonly from: 'ITSELF' };

const ITSELF: Whence = { from: 'ITSELF' };

export const whenceOf = remembered((view: View, attribution: Attribution): Whence => {
  const others = attribution.stance === 'CONFIRMS' ? [] : grounds(view, attribution);
  if (others.length > 0) return { from: 'OTHERS', attributions: others, rule: 'CITES' };
  const words = originalWords(view, attribution);
  if (words.length > 0) return { from: 'OTHERS', attributions: words, rule: 'DERIVES' };
  return isOfDocument(view, attribution) ? withoutWords(view, attribution) : ITSELF;
});

/** What it cites, except for the other side of its own claim; a suggestion is on no side. */
function grounds(view: View, attribution: Attribution): Attribution[] {
  const claims = sameAs(view, attribution.claim);
  return cited(view, attribution).filter(
    (one) => !isCounted(one) || !claims.has(one.claim) || isOnSideOf(view, attribution, one),
  );
}

function isOnSideOf(view: View, attribution: Attribution, other: Attribution): boolean {
  const side = sideOf(view, attribution);
  return side !== 'NONE' && sideOf(view, other) === side;
}

/** The same words in a document. */
function wordsIn(view: View, { id }: Document, attribution: Attribution): Attribution[] {
  const claims = sameAs(view, attribution.claim);
  return everRecorded(view).filter(
    (one) => one.document === id && isCounted(one) && claims.has(one.claim) && isOnSideOf(view, attribution, one),
  );
}

/** The originals of its document up to those that have the words, without the document itself. */
function originalsUpToWords(view: View, attribution: Attribution): Document[] {
  const own = documentOf(view, attribution);
  if (!own) return [];
  const found = new Set([own]);
  for (const one of found) {
    if (one !== own && wordsIn(view, one, attribution).length > 0) continue;
    for (const original of originalsOf(view, one)) found.add(original);
  }
  return [...found].filter((one) => one !== own);
}

/** The same words by the same speaker, where the originals have some; else by anybody. */
function originalWords(view: View, attribution: Attribution): Attribution[] {
  const words = originalsUpToWords(view, attribution).flatMap((one) => wordsIn(view, one, attribution));
  const own = words.filter(({ actor }) => actor === attribution.actor);
  return own.length > 0 ? own : words;
}

/** A relay, or the word of those who made the document. */
function isOfDocument(view: View, attribution: Attribution): boolean {
  const document = documentOf(view, attribution);
  if (!document) return false;
  const makers = [document.publisher, ...document.authors];
  return attribution.stance === 'REPORTS' || makers.includes(attribution.actor);
}

/** Where no original has the words, the only one that was not read is where they come from. */
function withoutWords(view: View, attribution: Attribution): Whence {
  const [unread, ...others] = originalsUpToWords(view, attribution).filter(({ read }) => !read);
  if (unread === undefined) return ITSELF;
  if (others.length > 0 || unread.publisher === undefined) return { from: 'UNKNOWN' };
  return { from: 'UNREAD', document: { ...unread, publisher: unread.publisher } };
}
