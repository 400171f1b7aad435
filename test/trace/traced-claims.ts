import { answer } from '../answer.ts';
import type { Ask } from '../ask.ts';

/** The traced fields of a claim, all as of `asOf`. */
export function ofClaim(ask: Ask, name: string, selection: string, asOf?: object) {
  const query = `query ($ids: [ID!]!, $asOf: AsOf) {
    claims(filter: { ids: $ids }, asOf: $asOf) { nodes { ${selection} } }
  }`;
  return answer(ask, query, { ids: [`claim:${name}`], asOf }).then(({ nodes }) => nodes[0]);
}

const INDEPENDENCE = `independence {
  newsrooms ultimateSources { min max } onRecord loops { id } dependsOn { id } readIn { id } coverage reasons
}`;

/** How many are behind a claim, with its roots. */
export async function independenceOf(ask: Ask, name: string, asOf?: object) {
  const { roots, independence } = await ofClaim(ask, name, `roots { id } ${INDEPENDENCE}`, asOf);
  return { roots, ...independence };
}

/** The numbers alone. */
export async function numbersOf(ask: Ask, name: string) {
  const { newsrooms, ultimateSources, onRecord } = await independenceOf(ask, name);
  return [newsrooms, ultimateSources.min, ultimateSources.max, onRecord];
}
