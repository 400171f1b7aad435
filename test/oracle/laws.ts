import fc from 'fast-check';
import { Bundle } from '../../src/bundle/bundle.ts';
import { imagined, present } from './load.ts';
import { lineage, recordedDocuments } from './trace/documents.ts';
import type { Independence } from './trace/independence.ts';
import { independenceOf } from './trace/independence.ts';
import { isUnnamed } from './trace/owners.ts';
import type { View } from './view.ts';
import type { Step } from './world.ts';

/** What is counted behind claims, by their ids. */
export type Counts = ReadonlyMap<string, Counted>;

type Counted = Pick<Independence, 'newsrooms' | 'onRecord'> & {
  readonly ultimateSources: { readonly min: number };
  readonly dependsOn: readonly unknown[];
};

/** The counts by the oracle. */
export function countsIn(view: View): Counts {
  const { claims } = view.from({ ...view.scope, said: null });
  return new Map(claims.map(({ id }) => [id, independenceOf(view, id)]));
}

/** What may not grow, and whether a claim is corroborated as far as nobody is against it. */
function strengthOf({ newsrooms, onRecord, ultimateSources, dependsOn }: Counted) {
  const { min } = ultimateSources;
  return { newsrooms, onRecord, min, corroborated: Number(isByTwo(newsrooms + onRecord, min) && !dependsOn.length) };
}

function isByTwo(...counts: readonly number[]): boolean {
  return counts.every((count) => count >= 2);
}

/** Which counts are larger afterwards. */
export function grown(before: Counts, after: Counts): string[] {
  return [...after].flatMap(([id, counted]) => {
    const earlier = before.get(id);
    if (!earlier) return [];
    const [less, more] = [strengthOf(earlier), strengthOf(counted)];
    const names = Object.keys(less) as (keyof typeof less)[];
    return names
      .filter((name) => more[name] > less[name])
      .map((name) => `${name} of ${id}: ${less[name]} to ${more[name]}`);
  });
}

/** A relay as it is drawn: numbers, taken modulo what there is. */
export const drawnRelay = fc.record({
  actor: fc.nat(99),
  claim: fc.nat(99),
  document: fc.option(fc.nat(99)),
  cites: fc.array(fc.nat(99), { maxLength: 3 }),
});

type DrawnRelay = typeof drawnRelay extends fc.Arbitrary<infer Value> ? Value : never;

function at<T>(values: readonly T[], number: number | null): T | undefined {
  return number === null ? undefined : values[number % Math.max(values.length, 1)];
}

/**
 * One more relay, without a number of sources. It is in no document that derives from one that was not read, and cites
 * no words of an unnamed source outside of a published document.
 */
export function addedRelay(steps: readonly Step[], { actor, claim, document, cites }: DrawnRelay): Step {
  const view = present(imagined(steps));
  const documents = recordedDocuments(view);
  const isPublished = (id: string | undefined) => documents.find((one) => one.id === id)?.publisher !== undefined;
  const open = documents.filter((one) => [...lineage(view, one)].every((other) => other === one || other.read));
  const citable = [...view.attributions, ...view.suggested].filter(
    (one) => !isUnnamed(view, one.actor) || isPublished(one.document),
  );
  const cited = new Set(cites.flatMap((number) => at(citable, number)?.id ?? []));
  const relay = {
    id: 'attribution:added',
    claim: at(view.claims, claim)?.id,
    actor: at(
      view.entities.filter((one) => one.actor),
      actor,
    )?.id,
    ...(document !== null && { document: at(open, document)?.id }),
    stance: 'REPORTS',
    certainty: 'UNCOMMITTED',
    mode: 'PARAPHRASE',
    onRecord: false,
    cites: [...cited].map((attribution) => ({ attribution })),
  };
  return { bundle: Bundle.parse({ attributions: [JSON.parse(JSON.stringify(relay))] }) };
}

/** Takes something off the record that takes nothing back and is not all that was said of a claim. */
export function oneRetracted(steps: readonly Step[], number: number): Step | null {
  const { attributions, suggested } = present(imagined(steps));
  const all = [...attributions, ...suggested];
  const spare = all.filter(
    ({ id, claim, stance }) =>
      stance !== 'RETRACTS' && stance !== 'CORRECTS' && all.some((other) => other.claim === claim && other.id !== id),
  );
  const one = at(spare, number);
  return one ? { retracted: one.id } : null;
}
