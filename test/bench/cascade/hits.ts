import neo4j, { type Driver, type ProfiledPlan } from 'neo4j-driver';
import type { Statement } from '../../../src/engine/engine.ts';
import type { Ask } from '../../ask.ts';
import { percentile } from '../measure.ts';
import type { Question } from './questions.ts';

/** Subjects of a question whose statements are profiled. */
const PROFILED = 25;

/** How often Neo4j looks something up for one answer, in the middle and at most: no other work on the machine changes it. */
export interface Hits {
  readonly p50: number;
  readonly most: number;
}

export async function hitsOf(ask: Ask, driver: Driver, { query, subjects }: Question): Promise<Hits> {
  const totals: number[] = [];
  for (const subject of subjects.slice(0, PROFILED)) {
    const { statements } = await ask(query, { ...subject });
    let total = 0;
    for (const statement of statements) total += await profile(driver, statement);
    totals.push(total);
  }
  return { p50: percentile(totals, 50), most: Math.max(...totals) };
}

async function profile(driver: Driver, { text, parameters }: Statement): Promise<number> {
  const { summary } = await driver.executeQuery(`PROFILE ${text}`, whole(parameters) as Record<string, unknown>);
  return summary.profile ? hitsIn(summary.profile) : 0;
}

function hitsIn({ dbHits, children }: ProfiledPlan): number {
  return Number(dbHits) + children.reduce((sum, child) => sum + hitsIn(child), 0);
}

/** Whole numbers go as integers, as the product sends them. */
function whole(value: unknown): unknown {
  if (typeof value === 'number') return neo4j.int(value);
  if (Array.isArray(value)) return value.map(whole);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, whole(inner)]));
}
