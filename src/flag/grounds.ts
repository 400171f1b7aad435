import type { Condition, Predicates } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { textList } from '../cypher/text-list.ts';
import { AFFIRMING, COUNTED } from '../rules/stances.ts';

/** From a claim to the attributions on it: its own, and the denials that cover it. */
export const ATTRIBUTIONS_ON_CLAIM = '(claim)<-[how:OF|COVERS]-(said:Attribution)';

/**
 * Whether an attribution, found by `ATTRIBUTIONS_ON_CLAIM`, is one that the edge `ground` asks for: on its side (any, if it
 * names none), of its speakers, in its document, and among those that it lists. Where it names speakers, attributions that
 * they took back no longer count.
 */
export const asGround: Predicates = (said, _parameter, { ground, how }, bound, seen) => [
  `((type(${how}) = 'OF' AND (${ground}.affirms IS NULL OR (${ground}.affirms = true AND ${said}.stance IN ${textList(AFFIRMING)})))` +
    ` OR (${ground}.affirms = false AND ${said}.stance = 'DENIES' AND coalesce(${how}.basis, 'STATED') IN ${textList(COUNTED)}))`,
  `(${ground}.among IS NULL OR ${said}.id IN ${ground}.among)`,
  `(${ground}.document IS NULL OR ${said}.within = ${ground}.document)`,
  `(${ground}.speakers IS NULL OR (${bound('speaker')} IN ${ground}.speakers AND NOT EXISTS ` +
    `{ MATCH (${said})<-[:TAKES_BACK]-(later:Attribution) WHERE ${[...seen('Attribution', 'later'), `${bound('speaker', 'later')} = ${bound('speaker')}`].join(' AND ')} }))`,
];

/**
 * A condition that all the grounds of a finding can be seen: each position of its edges leads to a claim with an
 * attribution that the edge asks for. `role` is the finding, at the end of `path`, where it is not the row itself.
 */
export function grounded(edge: string, path = '', role = 'self'): Condition {
  return {
    pattern: pattern(
      ...(path ? [path] : []),
      `(${role})-[ground:${edge}]->(claim:Claim)<-[how:OF|COVERS]-(said:Attribution)`,
    ),
    where: { said: asGround },
    whole: { role, edge: 'ground' },
  };
}
