import type { Engine } from '../engine/engine.ts';
import { askGraph, type GraphqlAnswer } from './ask-graph.ts';

/** The most attributions, and chains of each, that are shown. */
export const SHOWN = { attributions: 50, chains: 20 } as const;

const QUERY = `query Trace($claim: ID!, $asOf: AsOf) {
  node(id: $claim) { __typename }
  claims(filter: { ids: [$claim] }, asOf: $asOf, first: 1) {
    nodes {
      id
      text
      standing
      standingReasons
      independence {
        newsrooms
        ultimateSources { min max }
        onRecord
        coverage
        dependsOn { id name }
        readIn { id title }
        reasons
      }
      denials {
        attribution { id saidAt actor { id name } }
        covers { id }
        leavesOpen { id text }
      }
      roots { ...Said }
      untraced { id }
      borrowed { id }
      attributions(first: ${SHOWN.attributions}, orderBy: { by: SAID_AT, direction: ASC }) {
        totalCount
        nodes {
          chains(maxHops: 20, first: ${SHOWN.chains}) {
            ...Said
          }
        }
      }
    }
  }
}

fragment Said on Attribution {
  id
  claim { id }
  stance
  saidAt
  actor {
    __typename
    id
    name
    ... on UnnamedSource { count { min max } shieldedBy { id name } }
  }
  document { id kind title publishedAt read publisher { id name } }
}`;

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Range {
  readonly min: number;
  readonly max: number | null;
}

/** One attribution on a chain back to a root. */
export interface Step {
  readonly id: string;
  readonly claim: { readonly id: string };
  readonly stance: string;
  readonly saidAt: string | null;
  readonly actor: Named & { readonly __typename: string; readonly count?: Range; readonly shieldedBy?: Named | null };
  readonly document: {
    readonly id: string;
    readonly kind: string;
    readonly title: string | null;
    readonly publishedAt: string | null;
    readonly read: boolean;
    readonly publisher: Named | null;
  } | null;
}

export interface TracedClaim {
  readonly id: string;
  readonly text: string;
  readonly standing: string;
  readonly standingReasons: readonly string[];
  readonly independence: {
    readonly newsrooms: number;
    readonly ultimateSources: Range;
    readonly onRecord: number;
    readonly coverage: string;
    readonly dependsOn: readonly Named[];
    readonly readIn: readonly { readonly id: string; readonly title: string | null }[];
    readonly reasons: readonly string[];
  };
  readonly denials: readonly {
    readonly attribution: { readonly id: string; readonly saidAt: string | null; readonly actor: Named };
    readonly covers: readonly { readonly id: string }[];
    readonly leavesOpen: readonly { readonly id: string; readonly text: string }[];
  }[];
  readonly roots: readonly Step[];
  readonly untraced: readonly { readonly id: string }[];
  readonly borrowed: readonly { readonly id: string }[];
  readonly attributions: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly chains: readonly (readonly Step[])[] }[];
  };
}

export interface AsOf {
  readonly said?: string;
  readonly recorded?: string;
  readonly undated?: string;
}

export type TraceAnswer = GraphqlAnswer<{
  readonly node: { readonly __typename: string } | null;
  readonly claims: { readonly nodes: readonly TracedClaim[] };
}>;

/** Asks the server for a claim and its chains. Throws a Failure if the answer has errors. */
export function askTrace(engine: Engine, claim: string, asOf: AsOf | null): Promise<TraceAnswer> {
  return askGraph(engine, QUERY, { claim, asOf });
}
