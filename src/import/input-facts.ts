import { completeBundle } from '../bundle/combine.ts';
import { keyOf } from '../bundle/records.ts';
import { addFacts, addSame, type Facts, factsOf, noFacts } from '../bundle/warnings/facts.ts';
import type { FactSource } from '../bundle/warnings/needed-facts.ts';
import { LEFT_OUT } from './id-conflicts.ts';
import { denialKey, type Survey } from './survey-input.ts';

/** What an input says of records, wherever in it they are. Its pieces are read again one at a time. */
export function factsInInput(survey: Survey): FactSource {
  return ({ actors, documents, derived, attributions, claims }) => {
    const facts = noFacts();
    for (const id of [...actors, ...documents, ...attributions]) addRecord(facts, survey, id);
    for (const id of derived) addDerivations(facts, survey, id);
    for (const [id, others] of claims) addClaim(facts, survey, id, others);
    return facts;
  };
}

function addRecord(facts: Facts, survey: Survey, id: string): void {
  const piece = pieceWith(survey, id);
  if (piece === null) return;
  const { actors = [], documents = [], attributions = [] } = survey.spool.read(piece).records;
  const named = <T extends { readonly id: string }>(records: readonly T[]) => records.filter((one) => one.id === id);
  const records = { actors: named(actors), documents: named(documents), attributions: named(attributions) };
  addFacts(facts, factsOf(completeBundle(records)));
}

/** The most pieces with derivations that are read of one document. */
const MOST_DERIVING = 20;

function addDerivations(facts: Facts, { spool, derivingPieces }: Survey, document: string): void {
  let read = 0;
  for (const piece of derivingPieces.of(document)) {
    if (++read > MOST_DERIVING) return;
    const derivations = spool.read(piece).records.derivations ?? [];
    addFacts(facts, factsOf(completeBundle({ derivations: derivations.filter((one) => isOf(one, document)) })));
  }
}

function isOf({ document, from }: { readonly document: string; readonly from: string }, id: string): boolean {
  return document === id || from === id;
}

function addClaim(facts: Facts, survey: Survey, claim: string, others: ReadonlySet<string>): void {
  if (pieceWith(survey, denialKey(claim)) !== null) facts.denied.add(claim);
  for (const other of others) {
    const keys = [sameKey(claim, other), sameKey(other, claim)];
    if (keys.some((key) => pieceWith(survey, key) !== null)) addSame(facts, claim, other);
  }
}

function sameKey(from: string, to: string): string {
  return keyOf({ from, to, kind: 'SAME_AS', basis: 'STATED' });
}

/** The piece with a key; null if there is none, or if it was left out. */
function pieceWith({ table }: Survey, key: string): number | null {
  const entry = table.find(key);
  return entry && entry.piece !== LEFT_OUT ? entry.piece : null;
}
