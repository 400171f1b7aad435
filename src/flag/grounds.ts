import type { Condition, Predicates } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { textList } from '../cypher/text-list.ts';
import { COUNTED } from '../rules/stances.ts';

/** From a claim to the attributions on it: its own, and the denials that cover it. */
export const ATTRIBUTIONS_ON_CLAIM = '(claim)<-[how:OF|COVERS]-(said:Attribution)';

const counted = textList(COUNTED);

/**
 * Whether an attribution, found by `ATTRIBUTIONS_ON_CLAIM`, is one that the edge `ground` asks for: on its side (any, if it
 * names none), of its speakers, in its document, in their own voice, and among those that it lists. On a side, attributions
 * that were taken back no longer count, and suggestions count nowhere.
 */
export const asGround: Predicates = (said, _parameter, { ground, how }, bound, seen) => [
  `${said}.basis IN ${counted}`,
  `((type(${how}) = 'OF' AND (${ground}.affirms IS NULL OR ${bound('side')} = CASE WHEN ${ground}.affirms THEN 'AFFIRMS' ELSE 'DENIES' END))` +
    ` OR (type(${how}) = 'COVERS' AND ${ground}.affirms = false AND ${said}.stance = 'DENIES' AND ${how}.basis IN ${counted}))`,
  `(${ground}.among IS NULL OR ${said}.id IN ${ground}.among)`,
  `(${ground}.document IS NULL OR ${said}.within = ${ground}.document)`,
  `(${ground}.ownVoice IS NULL OR ${said}.stance <> 'REPORTS')`,
  `(${ground}.speakers IS NULL OR ${bound('speaker')} IN ${ground}.speakers)`,
  `(${ground}.affirms IS NULL OR NOT EXISTS ` +
    `{ MATCH (${said})<-[back:TAKES_BACK]-(later:Attribution) WHERE ${[...seen('TAKES_BACK', 'back'), ...seen('Attribution', 'later')].join(' AND ')} })`,
];

/**
 * Whether an attribution shows that a ground holds. A relay of a denial that cannot be seen denies nothing. A claim that needs
 * an own origin has one as of the record time; as of a said time, what somebody affirms in their own voice may be one.
 */
const showsGround: Predicates = (said, parameter, roles, bound, seen, hasSaidTime) => {
  const { ground, how, claim = '' } = roles;
  const onSide = asGround(said, parameter, roles, bound, seen, hasSaidTime).join(' AND ');
  const originates = `${bound('rootKeys', claim)} <> ''`;
  const hasOrigin = hasSaidTime
    ? `(${onSide} AND (${originates} OR ${said}.stance <> 'REPORTS'))`
    : `(type(${how}) = 'OF' AND ${originates})`;
  return [
    `CASE WHEN ${ground}.origin THEN ${hasOrigin} ELSE ${onSide} END`,
    `(${ground}.affirms IS NULL OR ${ground}.affirms OR ${said}.stance = 'DENIES' OR ${ground}.document IS NOT NULL)`,
  ];
};

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
    where: { said: showsGround },
    whole: { role, edge: 'ground' },
  };
}
