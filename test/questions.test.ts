import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readQuestions } from '../src/web/saved-questions.ts';
import { askingSeed } from './ask.ts';
import { engines } from './engines.ts';

const questions = readQuestions(new URL('../seed/queries/', import.meta.url));

/** Cursors are opaque, and hold the record time of the load. */
function withoutCursors(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value) => (key === 'endCursor' && value ? 'a cursor' : value));
}

function answerTo(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./answers/${name}.json`, import.meta.url), 'utf8'));
}

describe.each(engines)('the saved questions on $name', (tested) => {
  const ask = askingSeed(tested);

  it.each(questions.map((question) => [question.title, question] as const))('%s', async (_title, question) => {
    const { data, errors, statements } = await ask(question.query, question.variables);
    expect(errors).toBeUndefined();
    expect(withoutCursors(data)).toEqual(withoutCursors(answerTo(question.name)));
    // One statement a root field; two more at most where its answer is traced or put together.
    expect(statements.length).toBeLessThanOrEqual(3 * Object.keys(data).length);
  });

  it('goes through everything said about Rodríguez page by page, and misses and repeats nothing', async () => {
    const question = questions.find(({ name }) => name.startsWith('06'));
    const pages: string[][] = [];
    let after: string | null = null;
    do {
      const { data } = await ask(question?.query ?? '', { ...question?.variables, after });
      pages.push(data.whoReported.nodes.map(({ id }: { id: string }) => id));
      after = data.whoReported.pageInfo.hasNextPage ? data.whoReported.pageInfo.endCursor : null;
    } while (after);
    const whole = await ask(question?.query ?? '', { ...question?.variables, first: 200 });
    expect(pages.map(({ length }) => length)).toEqual([5, 5, 5, 3]);
    expect(pages.flat()).toEqual(whole.data.whoReported.nodes.map(({ id }: { id: string }) => id));
  });
});
