import type { ValueChange } from '../contract.ts';
import { ValuePerRow } from '../cypher/answer-object.ts';
import { bound, rows, value } from '../cypher/field-mappings.ts';
import type { MappingOf, RowsField } from '../cypher/mapping.ts';
import { type Bindings, pattern } from '../cypher/pattern.ts';
import { textList } from '../cypher/text-list.ts';
import { COUNTED } from '../rules/stances.ts';
import { type Change, changesBetween } from '../rules/value-changes.ts';
import { attributedValueCells, attributedValueOf } from './attributed-value.ts';

const both = ({ citing, mine, cited, theirs }: Bindings) =>
  `[[${attributedValueCells(`${citing}`, `${mine}`)}], [${attributedValueCells(`${cited}`, `${theirs}`)}]]`;

function changesIn(cells: unknown): Change[] {
  const [citing, cited] = cells as [unknown[], unknown[]];
  return changesBetween(attributedValueOf(citing), attributedValueOf(cited));
}

const each = (part: keyof Change) =>
  value(both, (cells) => new ValuePerRow(changesIn(cells).map((change) => change[part])));

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
        citation: (variable) => [`${variable}.basis IN ${textList(COUNTED)}`],
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
