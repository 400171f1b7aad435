import type { Bundle } from '../bundle.ts';
import { type Facts, isCounted } from './facts.ts';
import { citesOwnClaim, isRelay } from './stances.ts';
import type { Risk } from './warning.ts';

type Attribution = Bundle['attributions'][number];

/** Relays that lose whom they relay. */
export function riskyRelays({ attributions }: Bundle, facts: Facts): Risk[] {
  return attributions.flatMap((attribution, index): Risk[] => {
    if (!isRelay(attribution) || !isCounted(attribution)) return [];
    const [code, message] = riskOf(attribution, facts) ?? [];
    return code && message ? [{ code, collection: 'attributions', index, field: 'cites', message }] : [];
  });
}

function riskOf(relay: Attribution, facts: Facts): readonly [Risk['code'], string] | null {
  const { claim, cites, document } = relay;
  const cited = cites.filter(isCounted);
  const isKnown = cited.every(({ attribution }) => facts.claimOf.has(attribution));
  if (facts.denied.has(claim) && isKnown && !citesOwnClaim(relay, facts)) {
    return [
      'RELAY_OF_DENIED',
      `cites nobody on ${claim}, which somebody denies: it counts on the side of the claim, also if it relays the denial. Cite the denial, or those who affirm the claim.`,
    ];
  }
  if (cited.length > 0) return null;
  if (document === undefined) {
    return [
      'UNTRACED_RELAY',
      'cites nobody and has no document: it is untraced, and counts for no source. Cite whom it relays.',
    ];
  }
  if (facts.originals.has(document) || facts.sharing.has(document)) return null;
  return [
    'UNTRACED_RELAY',
    `cites nobody, and ${document} derives from nothing: it is untraced, and counts for no source. Cite whom it relays, or record in "derivations" what the document is taken from.`,
  ];
}
