import { boundsOf } from './dates.ts';
import { type Claim, isCounted, type Load, type Relation } from './world.ts';

const RULE = 'rule:functional-predicate';

const MEASURES = ['lasted', 'caused-deaths', 'caused-injuries', 'displaced', 'cost'];
const HAPPENINGS = [
  'took-place',
  'began',
  'ended-on',
  'lapsed',
  'expired',
  'born-on',
  'died-on',
  'founded-on',
  'signed-on',
];

/** Why two claims cannot both hold, as the rule would say it. */
function conflict(one: Claim, other: Claim): string | null {
  const { subject, predicate = '' } = one;
  if (subject === undefined || subject !== other.subject || predicate !== other.predicate) return null;
  const start = `"${predicate}" has only one value for ${subject}, but the`;
  const end = 'do not overlap.';
  const numbers = [one, other].map(({ value }) => value);
  if (MEASURES.includes(predicate) && numbers.every((value) => value?.min !== undefined || value?.max !== undefined)) {
    const [left, right] = numbers.map((value) => [value?.min ?? -1e300, value?.max ?? 1e300] as const) as [
      readonly [number, number],
      readonly [number, number],
    ];
    if (numbers[0]?.unit === numbers[1]?.unit && Math.max(left[0], right[0]) > Math.min(left[1], right[1])) {
      return `${start} numbers of ${one.id} (${valueText(one)}) and ${other.id} (${valueText(other)}) ${end}`;
    }
  }
  const date = ({ value, when }: Claim) => {
    if (MEASURES.includes(predicate)) return value?.when;
    return HAPPENINGS.includes(predicate) ? (value?.when ?? when) : undefined;
  };
  const [left, right] = [date(one), date(other)];
  if (left === undefined || right === undefined) return null;
  const [before, after] = [boundsOf(left), boundsOf(right)];
  const meet = Math.max(before.earliest, after.earliest) <= Math.min(before.latest, after.latest);
  return meet ? null : `${start} dates of ${one.id} (${left}) and ${other.id} (${right}) ${end}`;
}

function valueText({ value }: Claim): string {
  const { min, max, unit } = value ?? {};
  const bounds = [min, max].map((number) => (number === undefined ? null : String(number)));
  const [least, most] = bounds;
  let range = `${least} to ${most}`;
  if (least === most) range = `${least}`;
  else if (most === null) range = `${least} or more`;
  else if (least === null) range = `up to ${most}`;
  return unit === undefined ? range : `${range} ${unit}`;
}

/** What a rule adds to the relations as one load comes after the other. */
export function withDerived(loads: readonly Load[], claims: readonly Claim[], stated: readonly Relation[]): Relation[] {
  const all = [...stated];
  for (const { at } of loads) {
    const known = claims.filter(({ recorded }) => recorded <= at);
    const opposed = all.filter((relation) => isOpposition(relation) && relation.recorded <= at);
    const isOpposed = (...pair: string[]) => opposed.some(({ from, to }) => pair.includes(from) && pair.includes(to));
    for (const one of known) {
      for (const other of known) {
        const reason = one.id < other.id ? conflict(one, other) : null;
        if (!reason || (one.recorded < at && other.recorded < at) || isOpposed(one.id, other.id)) continue;
        all.push({ from: one.id, to: other.id, kind: 'CONTRARY_TO', basis: 'RULE', reason, recorded: at, by: RULE });
      }
    }
  }
  return all;
}

/** Whether a relation says that two claims cannot both hold; what is only suggested does not, but what the rule finds. */
export function isOpposition({ kind, basis, by }: Relation): boolean {
  return (kind === 'CONTRADICTS' || kind === 'CONTRARY_TO') && (isCounted({ basis }) || by === RULE);
}
