import type { Bundle } from '../bundle/bundle.ts';
import { entitiesOf } from '../bundle/records.ts';
import { foldAll, indexedText } from '../text/fold.ts';
import { inLanguage } from '../text/language.ts';
import { NEVER } from '../time/edtf.ts';
import { boundsOfDate } from '../time/edtf-bounds.ts';
import {
  type EdgeRow,
  edgeRow,
  edgeTo,
  type NodeRow,
  nodeRow,
  type Properties,
  type Rows,
  type Stamp,
  sortKeys,
} from './rows.ts';

type ClaimRecord = Bundle['claims'][number];

/** The rows of claims and their edges, and of relations between claims. */
export function claimRows({ claims, relations }: Bundle, stamp: Stamp): Rows {
  return {
    nodes: claims.map((claim) => claimNode(claim, stamp)),
    edges: [...claims.flatMap(edgesOf), ...relations.map((relation) => relationEdge(relation, stamp))],
  };
}

function claimNode(claim: ClaimRecord, stamp: Stamp): NodeRow {
  const bounds = boundsOfDate(claim.when);
  const texts = claim.texts.map(({ text }) => text);
  const languages = claim.texts.map(({ language }) => language);
  return nodeRow('Claim', claim, 'Claim', stamp, {
    texts,
    languages,
    text: inLanguage(texts, languages),
    folded: indexedText(foldAll(texts)),
    predicate: claim.predicate,
    ...valueRow(claim),
    statedWhen: claim.when,
    whenEarliest: bounds?.earliest,
    whenLatest: bounds?.latest,
    ...sortKeys('when', bounds),
    lastSaid: -NEVER,
    firstSaid: NEVER,
    attributionCount: 0,
  });
}

function valueRow({ value }: ClaimRecord): Properties {
  return {
    valueText: value?.text,
    valueMin: value?.min,
    valueMax: value?.max,
    valueUnit: value?.unit,
    valueWhen: value?.when,
  };
}

function edgesOf(claim: ClaimRecord): EdgeRow[] {
  const parts = claim.participants.map(({ entity, role }, position) =>
    edgeRow('PARTICIPANT', claim.id, entity, { role, position }),
  );
  const about = entitiesOf(claim).map((entity) =>
    edgeRow('ABOUT', claim.id, entity, { stated: claim.about.includes(entity) }),
  );
  return [
    ...edgeTo('SUBJECT', claim.id, claim.subject),
    ...edgeTo('OBJECT', claim.id, claim.object),
    ...parts,
    ...about,
    ...edgeTo('PART_OF', claim.id, claim.partOf),
  ];
}

function relationEdge({ from, to, kind, basis, reason }: Bundle['relations'][number], { at, by }: Stamp): EdgeRow {
  return edgeRow(kind, from, to, { basis, by, at, reason, recorded: at, superseded: NEVER });
}
