import type { Engine } from '../engine/engine.ts';
import type { Answer, Fields } from '../formats/packet/packet.ts';
import { askGraph } from './ask-graph.ts';
import { Failure } from './failure.ts';

/** The most attributions, chains of each and steps of a chain: as many as the limits of an operation allow. */
const MOST = { attributions: 100, chains: 30, hops: 20 } as const;

/** The operation whose answer a packet has; its text is in the packet too. */
export const QUERY = `query EvidencePacket($claim: ID!, $asOf: AsOf!) {
  claims(filter: { ids: [$claim] }, asOf: $asOf, first: 1) {
    nodes {
      id
      text
      predicate
      subject { id name }
      object { id name }
      value { text min max unit when }
      when
      standing
      standingReasons
      independence {
        newsrooms
        ultimateSources { min max }
        onRecord
        coverage
        dependsOn { id name }
        readIn { id title }
        loops { id }
        reasons
      }
      denials {
        attribution { id saidAt actor { id name } }
        covers { id }
        leavesOpen { id text }
      }
      roots { ...Said }
      untraced { ...Said }
      borrowed { ...Said }
      attributions(first: ${MOST.attributions}, orderBy: { by: SAID_AT, direction: ASC }) {
        totalCount
        nodes {
          chains(maxHops: ${MOST.hops}, first: ${MOST.chains}) {
            ...Said
          }
        }
      }
    }
  }
}

fragment Said on Attribution {
  id
  claim { id text }
  actor { __typename id name }
  stance
  side
  certainty
  mode
  onRecord
  saidAt
  quote
  locator
  basis
  recordedAt
  citations { attribution { id } credited joint basis }
  document {
    id kind title url language publishedAt read contentHash
    publisher { id name }
    authors { id name }
  }
}`;

export interface Times {
  /** Record time in ISO 8601. */
  readonly recorded: string;
  readonly said: string | null;
  /** Whether to include what has no date and may have been said by then. */
  readonly undated: boolean;
}

type Step = Fields & {
  readonly id: string;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly document: (Fields & { readonly id: string; readonly contentHash: string | null }) | null;
};

interface Data {
  readonly claims: {
    readonly nodes: readonly (Fields & {
      readonly id: string;
      readonly roots: readonly Step[];
      readonly untraced: readonly Step[];
      readonly borrowed: readonly Step[];
      readonly attributions: { readonly totalCount: number; readonly nodes: readonly { readonly chains: Step[][] }[] };
    })[];
  };
}

/** The answer of the graph about a claim, in the form of a packet. Throws a Failure if there is none, or too much. */
export async function askPacket(engine: Engine, claim: string, { recorded, said, undated }: Times): Promise<Answer> {
  const asOf = { recorded, ...(said !== null && { said }), ...(undated && { undated: 'INCLUDE' }) };
  const variables = { claim, asOf };
  const { data } = await askGraph<Data>(engine, QUERY, variables);
  const found = data?.claims.nodes[0];
  if (!found) throw new Failure(`The graph has no claim ${claim} as of these times.`);
  const { attributions, roots, untraced, borrowed, ...rest } = found;
  const chains = attributions.nodes.flatMap(({ chains: ofOne }) => ofOne);
  refuseCut(claim, found.attributions);
  // Origins may be attributions of other claims, which refine or entail this one.
  const all = [...chains.flat(), ...roots, ...untraced, ...borrowed];
  const steps = [...new Map(all.map((step) => [step.id, step])).values()];
  const documents = steps.flatMap(({ document }) => document ?? []);
  return {
    claim: { ...rest, roots: idsOf(roots), untraced: idsOf(untraced), borrowed: idsOf(borrowed) },
    attributions: steps.map(({ document, ...step }) => ({ ...step, document: document?.id ?? null })),
    chains: chains.map((chain) => chain.map(({ id }) => id)),
    documents: [...new Map(documents.map((document) => [document.id, document])).values()],
    quotations: steps.flatMap(({ id, quote, locator, document }) =>
      quote === null ? [] : [{ attribution: id, document: document?.id ?? null, text: quote, locator }],
    ),
    asOf: { recorded, said, ...(undated && { undated: 'INCLUDE' }) },
    query: { text: QUERY, variables },
  };
}

function idsOf(steps: readonly Step[]): { id: string }[] {
  return steps.map(({ id }) => ({ id }));
}

/** Throws a Failure if the answer is cut short: a packet with only a part of it would mislead. */
function refuseCut(claim: string, { totalCount, nodes }: Data['claims']['nodes'][number]['attributions']): void {
  if (totalCount > nodes.length) {
    const more = `${claim} has ${totalCount} attributions, and a packet has room for ${nodes.length}`;
    throw new Failure(`${more}: use an earlier --as-of-said.`);
  }
  if (nodes.some(({ chains }) => chains.length >= MOST.chains)) {
    throw new Failure(`An attribution of ${claim} has ${MOST.chains} chains or more: too many for a packet.`);
  }
}
