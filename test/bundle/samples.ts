import type { Problem } from '../../src/bundle/problem.ts';

/** Records that are well-formed, to be made into bundles that are not. */
export const name = [{ text: 'A name' }];
export const person = { id: 'person:a', type: 'PERSON', names: name };
export const outlet = { id: 'organization:o', type: 'ORGANIZATION', kind: 'OUTLET', names: name };
export const claim = { id: 'claim:c', texts: [{ text: 'It is so.', language: 'en' }] };
export const said = {
  id: 'attribution:a',
  claim: 'claim:c',
  actor: 'person:a',
  stance: 'ASSERTS',
  certainty: 'CERTAIN',
  mode: 'INDIRECT',
  onRecord: true,
};
export const whole = { actors: [person, outlet], claims: [claim], attributions: [said] };

/** Without their sentences, where only the place matters. */
export function places(problems: readonly Problem[]) {
  return problems.map(({ code, file, record, field }) => [code, file, record, field]);
}
