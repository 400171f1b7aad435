import { ask } from './ask.ts';
import type { Subscriber } from './subscribers.ts';
import { type Acknowledged, wording } from './writers.ts';

/** What was found of the acknowledged changes afterwards. */
export interface Checked {
  readonly records: number;
  readonly corrections: number;
  readonly retractions: number;
  readonly replays: number;
  /** How often subscribers came back, all together. */
  readonly connections: number;
  /** Each thing that was lost, doubled or otherwise not as acknowledged. */
  readonly wrong: readonly string[];
}

/** How many claims are asked for at once. */
const AT_ONCE = 20;

/** Looks every acknowledged change up in the graph, in its history, and in what subscribers heard. */
export async function check(
  url: string,
  acknowledged: readonly Acknowledged[],
  subscribers: readonly Subscriber[],
): Promise<Omit<Checked, 'replays'>> {
  const wrong: string[] = [];
  for (let from = 0; from < acknowledged.length; from += AT_ONCE) {
    wrong.push(...(await checkSome(url, acknowledged.slice(from, from + AT_ONCE))));
  }
  const sequences = acknowledged.flatMap((one) => sequencesOf(one));
  if (new Set(sequences).size < sequences.length) wrong.push('two changes have one number');
  for (const { heard } of subscribers) wrong.push(...checkHeard(heard, sequences));
  return {
    records: acknowledged.length,
    corrections: acknowledged.filter(({ corrected }) => corrected !== null).length,
    retractions: acknowledged.filter(({ retracted }) => retracted !== null).length,
    connections: subscribers.reduce((sum, { connections }) => sum + connections, 0),
    wrong,
  };
}

function sequencesOf({ recorded, corrected, retracted }: Acknowledged): number[] {
  return [recorded, corrected, retracted].filter((sequence) => sequence !== null);
}

/** A retracted claim goes with its attribution: that, too, is heard of under the number of the change. */
function checkHeard(heard: ReadonlyMap<number, number>, sequences: readonly number[]): string[] {
  return sequences.flatMap((sequence) => {
    const times = heard.get(sequence) ?? 0;
    return times === 1 ? [] : [`a subscriber heard of a change ${times} times`];
  });
}

async function checkSome(url: string, some: readonly Acknowledged[]): Promise<string[]> {
  const fields = some.flatMap(({ claim }, at) => [
    `n${at}: node(id: "${claim}") { ... on Claim { text attributions(first: 5) { totalCount } } }`,
    `h${at}: history(id: "${claim}", first: 10) { nodes { sequence } }`,
  ]);
  const { data, codes } = await ask(url, `{ ${fields.join('\n')} }`);
  if (!data) return [`the check itself was not answered: ${codes.join(', ')}`];
  return some.flatMap((one, at) => {
    const node = data[`n${at}`] as { text: string; attributions: { totalCount: number } } | null;
    const history = (data[`h${at}`].nodes as { sequence: number }[]).map(({ sequence }) => sequence);
    const expected = { text: wording(one.claim, one.corrected !== null), attributions: { totalCount: 1 } };
    const isThere = one.retracted === null ? JSON.stringify(node) === JSON.stringify(expected) : node === null;
    const isOnce = JSON.stringify(history.sort((a, b) => a - b)) === JSON.stringify(sequencesOf(one));
    return [
      ...(isThere ? [] : [`${one.claim} is not as it was acknowledged: ${JSON.stringify(node)}`]),
      ...(isOnce ? [] : [`${one.claim} has the changes ${history}, and ${sequencesOf(one)} were acknowledged`]),
    ];
  });
}
