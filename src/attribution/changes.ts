import type { ValueChange } from '../contract.ts';
import { bound, rows, value } from '../cypher/fields.ts';
import type { MappingOf, RowsField } from '../cypher/mapping.ts';
import { type Bindings, pattern } from '../cypher/pattern.ts';
import { Each } from '../cypher/shaped.ts';
import { type Change, changesBetween, type Telling } from '../rules/changes.ts';
import { COUNTED } from '../rules/stances.ts';

/** What an attribution says with its claim, as a list of cells. */
const told = (said: string | undefined, claim: string | undefined) =>
  `[${said}.certainty, ${['valueText', 'valueMin', 'valueMax', 'valueUnit', 'valueWhen', 'statedWhen']
    .map((name) => `${claim}.${name}`)
    .join(', ')}]`;

const both = ({ citing, mine, cited, theirs }: Bindings) => `[${told(citing, mine)}, ${told(cited, theirs)}]`;

function tellingOf(cells: unknown): Telling {
  const [certainty, text, min, max, unit, date, when] = cells as never[];
  return { certainty, text, min, max, unit, date, when } as unknown as Telling;
}

function changesIn(cells: unknown): Change[] {
  const [citing, cited] = cells as [unknown, unknown];
  return changesBetween(tellingOf(citing), tellingOf(cited));
}

const each = (part: keyof Change) => value(both, (cells) => new Each(changesIn(cells).map((change) => change[part])));

/** One row for a citation, unfolded to one for everything that differs. */
export const changes: RowsField = {
  ...rows(
    {
      type: 'ValueChange',
      patterns: [
        pattern('(self)-[citation:CITES]->(cited:Attribution)-[:OF]->(theirs:Claim)', '(self)-[:OF]->(mine:Claim)'),
      ],
      rows: { citing: 'self', mine: 'mine', cited: 'cited', theirs: 'theirs' },
      where: {
        citation: (variable) => [`${variable}.basis IN [${COUNTED.map((basis) => `'${basis}'`).join(', ')}]`],
      },
    },
    ({ cited }) => [`${cited}.id`],
  ),
  unfold: { read: both, count: (cells) => changesIn(cells).length },
};

export const valueChange: MappingOf<ValueChange> = {
  cited: bound('Attribution', 'cited'),
  slot: each('slot'),
  from: each('from'),
  to: each('to'),
};
