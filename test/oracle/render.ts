import { type GraphQLSchema, isObjectType } from 'graphql';
import { type Settled, settle, toConstant, toJson, toLiteral } from './literals.ts';
import type { Directive, Drawn, DrawnField, DrawnFragment } from './operations.ts';
import type { Pools } from './value-pools.ts';
import type { Value } from './values.ts';

/** An operation as a client sends it. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Writes an operation that was drawn, with values that exist in a world; `declared` are variables of the caller's. */
export function render(
  schema: GraphQLSchema,
  fields: readonly DrawnField[],
  pools: Pools,
  declared: readonly string[] = [],
): Operation {
  return new Renderer(ambiguous(schema), pools).operation(fields, declared);
}

/** Fields that have one name and several types: where two of them meet they need other names. */
function ambiguous(schema: GraphQLSchema): ReadonlySet<string> {
  const types = new Map<string, Set<string>>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      types.set(field.name, (types.get(field.name) ?? new Set()).add(String(field.type)));
    }
  }
  return new Set([...types].filter(([, some]) => some.size > 1).map(([name]) => name));
}

/** Longer fragments are not written into a second place: an operation is to stay small. */
const SHORT = 160;

class Renderer {
  readonly #ambiguous: ReadonlySet<string>;
  readonly #pools: Pools;
  readonly #declarations: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #fragments: Array<{ readonly name: string; readonly on: string; readonly text: string }> = [];
  #aliases = 0;

  constructor(ambiguous: ReadonlySet<string>, pools: Pools) {
    this.#ambiguous = ambiguous;
    this.#pools = pools;
  }

  operation(fields: readonly DrawnField[], others: readonly string[]): Operation {
    const body = this.#selection(fields, 'Query');
    const declarations = [...others, ...this.#declarations];
    const declared = declarations.length > 0 ? ` (${declarations.join(', ')})` : '';
    const fragments = this.#fragments.map(({ name, on, text }) => `\nfragment ${name} on ${on} ${text}`);
    return { query: `query${declared} ${body}${fragments.join('')}`, variables: this.#variables };
  }

  #selection(drawn: readonly Drawn[], owner: string): string {
    const parts = drawn.map((one) => (one.kind === 'field' ? this.#field(one, owner) : this.#fragment(one, owner)));
    return `{ ${parts.join(' ')} }`;
  }

  #field({ name, type, values, alias, directive, selection, again }: DrawnField, owner: string): string {
    const given = Object.entries(values).map(([key, value]) => `${key}: ${this.#value(value)}`);
    const head = alias === 'never' ? name : this.#responseKey(name, owner, alias === 'always' || given.length > 0);
    const start = `${head}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
    const first = `${start}${this.#directive(directive)}`;
    if (!selection) return first;
    const second = again ? ` ... { ${start} ${this.#selection(again, type)} }` : '';
    return `${first} ${this.#selection(selection, type)}${second}`;
  }

  #responseKey(name: string, owner: string, isAliased: boolean): string {
    if (isAliased) return `a${this.#aliases++}: ${name}`;
    return this.#ambiguous.has(name) ? `${name}Of${owner}: ${name}` : name;
  }

  #fragment({ kind, on, directive, selection }: DrawnFragment, owner: string): string {
    const applied = this.#directive(directive);
    const earlier = this.#fragments.find((fragment) => fragment.on === on && fragment.text.length < SHORT);
    if (kind === 'recalled' && earlier) return `...${earlier.name}${applied}`;
    const text = this.#selection(selection, on);
    if (kind !== 'named') return `...${on === owner ? '' : ` on ${on}`}${applied} ${text}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push({ name, on, text });
    return `...${name}${applied}`;
  }

  #directive(directive: Directive | null): string {
    if (!directive) return '';
    const { name, value, viaVariable } = directive;
    return ` @${name}(if: ${viaVariable ? this.#variable('Boolean!', value) : value})`;
  }

  #value(value: Value): string {
    return toLiteral(settle(value, this.#pools), (variable) => this.#declare(variable));
  }

  #variable(declared: string, value: unknown): string {
    const name = `v${this.#declarations.length}`;
    this.#declarations.push(`$${name}: ${declared}`);
    if (value !== undefined) this.#variables[name] = value;
    return `$${name}`;
  }

  #declare({ type, way, value, other }: Settled & { kind: 'variable' }): string {
    const json = toJson(value);
    switch (way) {
      case 'given':
        return this.#variable(type, json);
      case 'usual':
        return this.#variable(`${type} = ${toConstant(value)}`, undefined);
      case 'instead':
        return this.#variable(`${type} = ${toConstant(other)}`, json);
      case 'null':
        return this.#variable(type, null);
      case 'left out':
        return this.#variable(type, undefined);
    }
  }
}
