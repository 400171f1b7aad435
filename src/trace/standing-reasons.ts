import type { Standing } from '../contract.ts';
import { cascadeOf } from './cascade.ts';
import { type DenialScope, denialsOf, deniesWhole } from './denials.ts';
import {
  actorName,
  amount,
  attributionName,
  attributionNames,
  capital,
  documentName,
  list,
  takenBackBy,
} from './names.ts';
import { isTakenBack, opposingClaims, standingOf, voicesBehind } from './standing.ts';
import type { TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';
import { countSources } from './ultimate-sources.ts';
import { dependenciesOf } from './withdrawal.ts';

/** Why a claim stands where it does, in sentences: who is against it, and what is missing to the next standing. */
export function standingReasonsOf(view: SubgraphView, claim: string): string[] {
  const standing = standingOf(view, claim);
  const denials = denialsOf(view, claim).map((denial) => ofDenial(view, claim, denial));
  switch (standing) {
    case 'RETRACTED':
      return ofRetraction(view, claim);
    case 'DENIED':
      return [...denials, 'No origin of it is known.'];
    case 'DISPUTED':
      return [...denials, ...opposingClaims(view, claim).map((other) => ofOpposition(view, other))];
    case 'UNTRACED':
      return [...ofUntraced(view, claim), ...denials];
    default:
      return ofOrigins(view, claim, standing);
  }
}

function ofDenial(view: SubgraphView, claim: string, denial: DenialScope): string {
  const parts = view.partsOf(view.sameAs(claim));
  const what = deniesWhole(view, claim, denial)
    ? 'it'
    : `a part of it (${list(denial.covers.filter((one) => parts.has(one)))})`;
  return `${capital(attributionName(view, denial.attribution))} denies ${what}.`;
}

function ofOpposition(view: SubgraphView, other: string): string {
  return `It cannot be right beside ${other}, which comes from ${attributionNames(view, cascadeOf(view, other).roots)}.`;
}

function ofRetraction(view: SubgraphView, claim: string): string[] {
  const origins = cascadeOf(view.untaken, claim).origins.filter((origin) => isTakenBack(view, origin));
  const words = origins.flatMap(({ kind, attributions }) =>
    attributions.flatMap((one) => {
      const by = kind === 'UNREAD' ? [] : (view.takenBack.by.get(one.id) ?? []);
      return by.length === 0 ? [] : [`${capital(attributionName(view, one))} ${takenBackBy(view, by)}.`];
    }),
  );
  const unread = origins.flatMap(({ id, kind, attributions }) =>
    kind === 'UNREAD' ? [ofUnread(view, id, attributions)] : [],
  );
  return [...words, ...unread];
}

/** Who took the words of a document back that nobody here has read, or all that carried them. */
function ofUnread(view: SubgraphView, id: string, attributions: readonly TracedAttribution[]): string {
  const claims = view.takenBack.unread.get(id);
  const by = attributions.flatMap((one) => claims?.get(one.claim) ?? view.takenBack.by.get(one.id) ?? []);
  return `The word of ${documentName(view, id)}, which nobody here has read, ${takenBackBy(view, new Set(by))}.`;
}

function ofUntraced(view: SubgraphView, claim: string): string[] {
  const { attributions, borrowed, untraced } = cascadeOf(view, claim);
  if (attributions.size === 0) return ['Nobody affirms it.'];
  return [
    'No origin of it is known: it needs somebody who says it in their own voice.',
    ...(untraced.size > 0 ? [`The trail is lost at ${attributionNames(view, untraced)}.`] : []),
    ...(borrowed.size > 0 ? [`What it goes back to says something else: ${attributionNames(view, borrowed)}.`] : []),
  ];
}

/** Where nobody is against it: how many are behind it, and what is missing. */
function ofOrigins(view: SubgraphView, claim: string, standing: Standing): string[] {
  const { origins } = cascadeOf(view, claim);
  if (standing === 'UNATTRIBUTED') return ['Only outlets say it, in their own voice: they name nobody for it.'];
  const { min, groups } = countSources(view.subgraph, origins);
  const voices = voicesBehind(view, origins);
  const { actors } = dependenciesOf(view, origins);
  const counted = `${amount(voices, 'newsroom or named speaker', 'newsrooms or named speakers')} and at least ${amount(min, 'source')} stand behind it`;
  if (standing === 'CORROBORATED') return [`${counted}, and no single withdrawal would bring it down.`];
  return [
    ...(voices < 2 ? ['At least two newsrooms or named speakers would have to stand behind it.'] : []),
    ...(min < 2
      ? [
          `At least two different sources would have to stand behind it${groups.length > 1 ? ': those known may be one' : ''}.`,
        ]
      : []),
    ...(actors.length > 0 ? [`It falls if ${list(actors, (actor) => actorName(view, actor), 'or')} withdraws.`] : []),
  ];
}
