import {
  type ASTVisitor,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLError,
  Kind,
  type ValidationContext,
  type ValidationRule,
  visit,
} from 'graphql';
import { limitExceeded } from '../errors.ts';

/** How large a document may be, by its text alone. */
export interface DocumentLimits {
  /** Fields and values of arguments, each as often as its fragment is spread. */
  readonly fields: number;
  /** Selection sets of fields inside each other. */
  readonly depth: number;
  /** Brackets of any kind inside each other. */
  readonly nesting: number;
}

/** What an operation or a fragment holds of its own, and the fragments that it spreads. */
interface Part {
  fields: number;
  depth: number;
  readonly spreads: Array<{ readonly name: string; readonly depth: number }>;
}

interface Size {
  readonly fields: number;
  readonly depth: number;
}

/**
 * A rule that refuses a document beyond its limits with LIMIT_EXCEEDED, and leaves nothing of it to the other rules,
 * which take long for what is too large.
 */
export function documentSizeRule(limits: DocumentLimits): ValidationRule {
  return (context: ValidationContext): ASTVisitor => ({
    Document(document) {
      const problem = problemOf(document, limits);
      if (!problem) return undefined;
      context.reportError(problem);
      return { ...document, definitions: [] };
    },
  });
}

function problemOf(document: DocumentNode, { fields, depth, nesting }: DocumentLimits): GraphQLError | null {
  const parts = new Map<DefinitionNode, Part>();
  for (const definition of document.definitions) {
    const part: Part = { fields: 0, depth: 0, spreads: [] };
    const nested = readPart(definition, part, nesting);
    if (nested > nesting) return limitExceeded(tooMany('brackets inside each other', nested, nesting), definition);
    parts.set(definition, part);
  }
  const sizeOf = sizes(parts);
  let all = 0;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = sizeOf(parts.get(definition));
    if (size.depth > depth) {
      return limitExceeded(`This operation is ${size.depth} levels deep; ${depth} are allowed.`, definition);
    }
    all += size.fields;
    if (all > fields) return limitExceeded(tooMany('fields and values, fragments expanded', all, fields), definition);
  }
  return null;
}

function tooMany(what: string, count: number, allowed: number): string {
  return `This document has ${count} ${what}; ${allowed} are allowed.`;
}

/** Reads one definition, and how deep its brackets nest; `visit` needs no stack, so that any depth can be read. */
function readPart(definition: DefinitionNode, part: Part, most: number): number {
  let nesting = 0;
  let deepest = 0;
  let depth = 0;
  visit(definition, {
    enter(node) {
      if (COUNTED.has(node.kind)) part.fields += 1;
      if (node.kind === Kind.FRAGMENT_SPREAD) part.spreads.push({ name: node.name.value, depth });
      if (node.kind === Kind.FIELD && node.selectionSet) part.depth = Math.max(part.depth, ++depth);
      if (NESTING.has(node.kind)) deepest = Math.max(deepest, ++nesting);
      return deepest > most ? false : undefined;
    },
    leave(node) {
      if (node.kind === Kind.FIELD && node.selectionSet) depth -= 1;
      if (NESTING.has(node.kind)) nesting -= 1;
    },
  });
  return deepest;
}

const COUNTED: ReadonlySet<Kind> = new Set([
  ...[Kind.FIELD, Kind.VARIABLE, Kind.INT, Kind.FLOAT, Kind.STRING, Kind.BOOLEAN, Kind.NULL, Kind.ENUM],
]);

const NESTING: ReadonlySet<Kind> = new Set([Kind.SELECTION_SET, Kind.LIST, Kind.OBJECT, Kind.LIST_TYPE]);

/** The size of a part with its fragments; each fragment is added up once. Fragments in cycles are left to validation. */
function sizes(parts: ReadonlyMap<DefinitionNode, Part>) {
  const named = new Map<string, Part>();
  for (const [definition, part] of parts) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) named.set(definition.name.value, part);
  }
  const known = new Map<Part, Size>();
  const sizeOf = (part: Part | undefined): Size => {
    if (!part) return EMPTY;
    const found = known.get(part);
    if (found) return found;
    known.set(part, EMPTY);
    let { fields, depth } = part;
    for (const spread of part.spreads) {
      const size = sizeOf(named.get(spread.name));
      fields += size.fields;
      depth = Math.max(depth, spread.depth + size.depth);
    }
    known.set(part, { fields, depth });
    return { fields, depth };
  };
  return sizeOf;
}

const EMPTY: Size = { fields: 0, depth: 0 };
