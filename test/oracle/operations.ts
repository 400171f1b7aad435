import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  GraphQLNonNull,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isRequiredArgument,
} from 'graphql';
import { type Value, valueFor } from './values.ts';

type Field = GraphQLField<unknown, unknown>;

export interface Directive {
  readonly name: 'include' | 'skip';
  readonly value: boolean;
  readonly viaVariable: boolean;
}

/** A field as it is drawn. */
export interface DrawnField {
  readonly kind: 'field';
  readonly name: string;
  /** The named type of its value. */
  readonly type: string;
  readonly values: Readonly<Record<string, Value>>;
  /** Whether it has an alias: where its name could conflict with another, or always. */
  readonly alias: 'never' | 'needed' | 'always';
  readonly directive: Directive | null;
  /** Null for a leaf. */
  readonly selection: readonly Drawn[] | null;
  /** A second selection on the same field, to be merged with the first. */
  readonly again: readonly Drawn[] | null;
}

/** A fragment as it is drawn; `recalled` repeats one that was written before. */
export interface DrawnFragment {
  readonly kind: 'inline' | 'named' | 'recalled';
  readonly on: string;
  readonly directive: Directive | null;
  readonly selection: readonly Drawn[];
}

export type Drawn = DrawnField | DrawnFragment;

const directive: fc.Arbitrary<Directive | null> = fc.oneof(
  { weight: 14, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      name: fc.constantFrom('include', 'skip'),
      value: fc.boolean(),
      viaVariable: fc.boolean(),
    }),
  },
);

const none = fc.constant(null);

/** A field without alias or arguments. */
/** Flags that rules raise are held against exact answers instead: the naive resolver knows only those that were given. */
function isByRule({ name }: Field): boolean {
  return name === 'flags';
}

export function plainField(name: string, type: string, selection: readonly Drawn[] | null = null): DrawnField {
  return { kind: 'field', name, type, values: {}, alias: 'needed', directive: null, selection, again: null };
}

const TYPENAME = plainField('__typename', 'String');

/** Root fields that may give a part of their answer, of which they say so; they have tests of their own. */
const PARTS = ['impactOfWithdrawing'];

/** Root fields that are held against exact answers instead: a search's scores would be the same arithmetic written twice. */
const SCORED = ['search'];

/** Root fields that are not drawn. */
export const NOT_DRAWN: readonly string[] = [...PARTS, ...SCORED];

/** Draws operations from a contract, each no deeper than a number of steps from record to record; `only` names root fields. */
export function operations(
  schema: GraphQLSchema,
  depth: number,
  only: readonly string[] | null = null,
): fc.Arbitrary<readonly DrawnField[]> {
  const query = schema.getQueryType() as GraphQLCompositeType;
  const draw = new Drawer(schema);
  const whole = Object.values(fieldsOf(query)).filter(({ name }) => !NOT_DRAWN.includes(name));
  const roots = whole.filter(({ name }) => !only || only.includes(name));
  const fields = roots.map((field) => draw.field(query.name, field, depth));
  return fc.array(fc.oneof(...fields), { minLength: 1, maxLength: 2 });
}

/** Draws parts of operations; each part once made is used again. */
export class Drawer {
  readonly #schema: GraphQLSchema;
  readonly #known = new Map<string, fc.Arbitrary<readonly Drawn[]>>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Selections on a type; `steps` are left to go on to other records, `nested` fragments may contain each other. */
  selection(type: GraphQLCompositeType, steps: number, nested: number): fc.Arbitrary<readonly Drawn[]> {
    const key = `${type.name} ${steps} ${nested}`;
    const made = this.#known.get(key) ?? this.#selection(type, steps, nested);
    this.#known.set(key, made);
    return made;
  }

  #selection(type: GraphQLCompositeType, steps: number, nested: number): fc.Arbitrary<readonly Drawn[]> {
    const fields = Object.values(fieldsOf(type)).filter((field) => steps - cost(field) >= 0 && !isByRule(field));
    const [leaves, others] = [fields.filter(isLeaf), fields.filter((field) => !isLeaf(field))];
    const drawn = (some: readonly Field[]) => fc.oneof(...some.map((field) => this.field(type.name, field, steps)));
    const choices: fc.WeightedArbitrary<Drawn>[] = [{ weight: 1, arbitrary: fc.constant(TYPENAME) }];
    if (leaves.length > 0) choices.push({ weight: 6, arbitrary: drawn(leaves) });
    const isList = /(Connection|Edge)$/.test(type.name);
    if (others.length > 0) choices.push({ weight: isList ? 20 : 6, arbitrary: drawn(others) });
    if (nested > 0)
      choices.push({ weight: isAbstractType(type) ? 6 : 1, arbitrary: this.fragment(type, steps, nested) });
    return fc.array(fc.oneof(...choices), { minLength: 1, maxLength: 3, size: 'max' });
  }

  field(owner: string, field: Field, steps: number): fc.Arbitrary<DrawnField> {
    const named = getNamedType(field.type);
    const selection = isCompositeType(named) ? this.selection(named, steps - cost(field), 2) : null;
    return fc.record({
      kind: fc.constant('field' as const),
      name: fc.constant(field.name),
      type: fc.constant(named.name),
      values: fc.tuple(ownArguments(owner, field), pageSize(owner, field)).map(([own, size]) => ({ ...own, ...size })),
      alias: fc.constantFrom('needed' as const, 'always' as const),
      directive,
      selection: selection ?? none,
      again: selection ? fc.oneof({ weight: 9, arbitrary: none }, { weight: 1, arbitrary: selection }) : none,
    });
  }

  fragment(type: GraphQLCompositeType, steps: number, nested: number): fc.Arbitrary<DrawnFragment> {
    const on = (condition: GraphQLCompositeType) =>
      fc.record({
        kind: fc.constantFrom('inline' as const, 'inline' as const, 'named' as const, 'recalled' as const),
        on: fc.constant(condition.name),
        directive,
        selection: this.selection(condition, steps, nested - 1),
      });
    return fc.oneof(...this.#conditions(type).map(on));
  }

  /** The types that a fragment within a type can be on: what it may be, and what it is. */
  #conditions(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [];
    const narrower = isInterfaceType(type) ? this.#schema.getImplementations(type).interfaces : [];
    const wider = 'getInterfaces' in type ? type.getInterfaces() : [];
    return [type, ...possible, ...possible, ...narrower, ...wider];
  }
}

export function fieldsOf(type: GraphQLCompositeType): Record<string, Field> {
  return 'getFields' in type ? type.getFields() : {};
}

function isLeaf(field: Field): boolean {
  return isLeafType(getNamedType(field.type));
}

/** Types that have no records behind them, or that lie between a list and its records. */
const ON_THE_WAY = /Edge$|^(PageInfo|IntRange|Name|Identifier|ClaimValue|Rating)$/;

/** Whether a field is a step to another record. */
function cost(field: Field): number {
  const { name } = getNamedType(field.type);
  if (isLeaf(field) || ON_THE_WAY.test(name) || ['node', 'nodes'].includes(field.name)) return 0;
  return 1;
}

/** Arguments that are not drawn by themselves. */
const PAGING = ['first', 'last', 'after', 'before'];

/** The arguments of a field, without those of paging. */
export function ownArguments(owner: string, field: Field): fc.Arbitrary<DrawnField['values']> {
  const own = field.args.filter(({ name }) => !PAGING.includes(name));
  const value = (argument: GraphQLArgument) => valueFor(`${owner}.${field.name}`, argument.name, argument.type);
  if (owner === 'Query' && field.name === 'entity') {
    return fc.oneof(...own.map(({ name, type }) => fc.record({ [name]: valueFor('Query.entity', name, given(type)) })));
  }
  const drawn = own.map((argument) =>
    fc.oneof(
      { weight: isRequiredArgument(argument) ? 0 : (LEFT_OUT[argument.name] ?? 2), arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: value(argument).map((one) => ({ [argument.name]: one })) },
    ),
  );
  return fc.tuple(...drawn).map((some) => oneEnd(Object.assign({}, ...some)));
}

/** A range that ends before it begins is refused, so only one of its ends is kept. */
function oneEnd({ until, ...rest }: DrawnField['values']): DrawnField['values'] {
  return !until || 'from' in rest ? rest : { ...rest, until };
}

/** How many times an argument is left out for once that it is given: too many filters, and nothing is found. */
const LEFT_OUT: Readonly<Record<string, number>> = { asOf: 1, orderBy: 1, maxHops: 0 };

function given(type: GraphQLInputType): GraphQLInputType {
  return new GraphQLNonNull(getNullableType(type));
}

/** `first`, `last` or neither, where a list has them. */
function pageSize(owner: string, { name: field, args }: Field): fc.Arbitrary<DrawnField['values']> {
  const sizes = args.filter(({ name }) => name === 'first' || name === 'last');
  const size = ({ name, type }: GraphQLArgument) =>
    valueFor(`${owner}.${field}`, name, type).map((value) => ({ [name]: value }));
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant({}) },
    ...sizes.map((argument) => ({ weight: argument.name === 'first' ? 6 : 3, arbitrary: size(argument) })),
  );
}
