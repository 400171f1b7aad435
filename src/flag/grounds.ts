import type { Condition, Predicates } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { textList } from '../cypher/text-list.ts';
import { AFFIRMING, COUNTED } from '../rules/stances.ts';

/** From a claim to the words on it: those of its own, and the denials that reach it. */
export const ATTRIBUTIONS_ON_CLAIM = '(claim)<-[how:OF|COVERS]-(said:Attribution)';

/**
 * Whether words, found by `WORDS`, are such as the edge `ground` asks for: on which side (any, if it names none), whose,
 * in which document, and which of them. Where it names a speaker, words that the speaker took back no longer count.
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
 * A condition that all the grounds of a finding can be seen: each position of its edges leads to a claim with words
 * such as that edge asks for. `role` is the finding, at the end of `path`, where it is not the row itself.
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
