import type { Side } from '../rules/stances.ts';
import { originalsOf } from './originals.ts';
import type { TracedAttribution } from './subgraph.ts';
import type { View } from './view.ts';

/**
 * Where the words of an attribution come from, one step back.
 *
 * `to`: the attributions that it goes back to, in the order of ids; none where its trail ends here. `misses`: whether it
 * goes back to something that was taken back, is not there or was not fetched. `byCitation`: whether it goes by whom it
 * cites and not by its document. `end`: what it is where the trail ends, null where it goes on; `unread` is the document,
 * not read by anybody here, in which its words stand.
 */
export interface WayBack {
  readonly to: readonly TracedAttribution[];
  readonly misses: boolean;
  readonly byCitation: boolean;
  readonly end: 'ORIGIN' | 'UNTRACED' | { readonly unread: string } | null;
}

/** Goes back by what an attribution cites, else by what its document was taken from; else it ends here. */
export function wayBackFrom(view: View, attribution: TracedAttribution): WayBack {
  const cited = citedBy(view, attribution);
  if (cited.length > 0) return wayTo(view, cited, true);
  const { words, unread } = originalsOf(view, attribution);
  if (words.length > 0) return wayTo(view, words, false);
  return { to: [], misses: false, byCitation: false, end: endOf(view, attribution, unread) };
}

/** What it may go back to by citation; null stands for what was not fetched. A party to the matter speaks for itself. */
function citedBy(view: View, attribution: TracedAttribution): (TracedAttribution | null)[] {
  const { attributions, cites } = view.subgraph;
  if (attribution.stance === 'CONFIRMS') return [];
  const same = view.sameAs(attribution.claim);
  const side = view.sideOf(attribution);
  return (cites.get(attribution.id) ?? [])
    .map(({ to }) => attributions.get(to) ?? null)
    .filter((to) => to === null || !to.isCounted || !same.has(to.claim) || agree(side, view.sideOf(to)));
}

function agree(one: Side | null, other: Side | null): boolean {
  return one !== null && one === other;
}

function wayTo(view: View, targets: readonly (TracedAttribution | null)[], byCitation: boolean): WayBack {
  const to = targets.filter((target) => target !== null && view.sees(target)) as TracedAttribution[];
  return { to, misses: to.length < targets.length, byCitation, end: to.length > 0 ? null : 'UNTRACED' };
}

/** What an attribution is that nothing leads back from. `unread`: originals that nobody here has read. */
function endOf(view: View, attribution: TracedAttribution, unread: readonly string[]): WayBack['end'] {
  const { publisherOf, authorsOf } = view.subgraph;
  const { stance, actor, document } = attribution;
  const speaksForDocument =
    document !== null && (publisherOf.get(document) === actor || authorsOf.get(document)?.includes(actor) === true);
  if (unread.length > 0 && (stance === 'REPORTS' || speaksForDocument)) {
    const [original = ''] = unread;
    if (unread.length > 1 || !publisherOf.has(original)) return 'UNTRACED';
    return view.takenBack.unread.get(original)?.has(attribution.claim) ? 'UNTRACED' : { unread: original };
  }
  return stance === 'REPORTS' ? 'UNTRACED' : 'ORIGIN';
}
