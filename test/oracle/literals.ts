import { boundsOf } from './dates.ts';
import type { Pools } from './value-pools.ts';
import type { Value, Way } from './values.ts';

/** A value with all that was drawn from pools in its place. */
export type Settled =
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Settled[] }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Settled>> }
  | {
      readonly kind: 'variable';
      readonly type: string;
      readonly way: Way;
      readonly value: Settled;
      readonly other: Settled;
    };

/** Replaces pools by values of a world; `shift` gives others of the same kind. */
export function settle(value: Value, pools: Pools, shift = 0): Settled {
  switch (value.kind) {
    case 'pool': {
      const pool = pools[value.pool];
      return { kind: 'json', json: pool[(value.number + shift) % pool.length] };
    }
    case 'plain':
      return { kind: 'json', json: value.value };
    case 'list':
      return { kind: 'list', items: value.items.map((item) => settle(item, pools, shift)) };
    case 'object': {
      const entries = Object.entries(value.fields).map(([key, inner]) => [key, settle(inner, pools, shift)]);
      return { kind: 'object', fields: inOrder(Object.fromEntries(entries)) };
    }
    case 'variable':
      return { ...value, value: settle(value.value, pools, shift), other: settle(value.value, pools, shift + 1) };
    default:
      return value;
  }
}

/** A range that begins before it ends. */
function inOrder(fields: Readonly<Record<string, Settled>>): Readonly<Record<string, Settled>> {
  const { from, until } = fields;
  if (!from || !until) return fields;
  const [start, end] = [toJson(from), toJson(until)];
  if (typeof start !== 'string' || typeof end !== 'string') return fields;
  const isInOrder = boundsOf(start).earliest <= boundsOf(end).latest;
  return isInOrder ? fields : { from: withJson(from, end), until: withJson(until, start) };
}

function withJson(settled: Settled, json: unknown): Settled {
  return settled.kind === 'variable' ? { ...settled, value: withJson(settled.value, json) } : { kind: 'json', json };
}

/** A value as it is sent for a variable; variables inside are replaced by their values. */
export function toJson(settled: Settled): unknown {
  switch (settled.kind) {
    case 'json':
      return settled.json;
    case 'enum':
    case 'name':
      return settled.name;
    case 'list':
      return settled.items.map(toJson);
    case 'object':
      return Object.fromEntries(Object.entries(settled.fields).map(([key, inner]) => [key, toJson(inner)]));
    case 'variable':
      return toJson(settled.value);
  }
}

/** A value as it is written in an operation; `name` declares a variable and returns its name. */
export function toLiteral(settled: Settled, name: (variable: Settled & { kind: 'variable' }) => string): string {
  switch (settled.kind) {
    case 'json':
      return literalOf(settled.json);
    case 'enum':
      return settled.name;
    case 'name':
      return `$${settled.name}`;
    case 'list':
      return `[${settled.items.map((item) => toLiteral(item, name)).join(', ')}]`;
    case 'object': {
      const fields = Object.entries(settled.fields).map(([key, inner]) => `${key}: ${toLiteral(inner, name)}`);
      return `{ ${fields.join(', ')} }`;
    }
    case 'variable':
      return name(settled);
  }
}

/** A value as a literal without variables. */
export function toConstant(settled: Settled): string {
  return toLiteral(settled, ({ value }) => toConstant(value));
}

function literalOf(json: unknown): string {
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  return `{ ${Object.entries(json)
    .map(([key, inner]) => `${key}: ${literalOf(inner)}`)
    .join(', ')} }`;
}
