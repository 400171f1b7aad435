import { properties } from '../cypher/fields.ts';
import type { Flag } from '../graphql/generated.ts';

/** The flags of a claim or document, stored as parallel lists. */
export const flags = properties(
  ['flagKinds', 'flagMessages', 'flagBases'],
  ({ flagKinds, flagMessages, flagBases }) => {
    const [messages, bases] = [flagMessages as string[], flagBases as Flag['basis'][]];
    return ((flagKinds ?? []) as Flag['kind'][]).map((kind, index) => ({
      kind,
      message: messages[index],
      basis: bases[index],
    }));
  },
);
