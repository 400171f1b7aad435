import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';

/** A scalar that is a string on both sides; `check` throws what is wrong with one that a client sent. */
function text(name: string, check: (value: string) => void): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string') throw new GraphQLError(`${name} is a string`);
    check(value);
    return value;
  };
  return new GraphQLScalarType({
    name,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

function checkLanguage(tag: string): void {
  try {
    Intl.getCanonicalLocales(tag);
  } catch {
    throw new GraphQLError(`"${tag}" is not a language tag (such as "es" or "es-VE")`);
  }
}

function checkUrl(address: string): void {
  if (!URL.canParse(address)) throw new GraphQLError(`"${address}" is not a web address`);
}

const TYPES = {
  DateTime: GraphQLDateTimeISO,
  Edtf: text('Edtf', () => undefined),
  LanguageTag: text('LanguageTag', checkLanguage),
  URL: text('URL', checkUrl),
};

/**
 * How the contract's scalars are read and written; their names and descriptions stay those of the contract. `Edtf` is
 * checked with the argument that it stands in, so that the error can name it.
 */
export const scalars = Object.fromEntries(
  Object.entries(TYPES).map(([name, { serialize, parseValue, parseLiteral }]) => [
    name,
    { __serialize: serialize, __parseValue: parseValue, __parseLiteral: parseLiteral },
  ]),
);
