import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '../src/change/load.ts';
import type { Engine } from '../src/engine/engine.ts';
import { type Ask, asking } from './ask.ts';
import { bundle, CORRECTION, FIRST_REPORT } from './bundles.ts';
import { engines } from './engines.ts';

const FIRST = Date.parse('2026-01-01T00:00:00Z');
const SECOND = Date.parse('2026-01-02T00:00:00Z');

describe.each(engines)('as of an earlier time on $name', ({ open }) => {
  let engine: Engine;
  let ask: Ask;

  beforeAll(async () => {
    engine = await open();
    await load(engine, bundle(FIRST_REPORT), { by: 'test', now: FIRST });
    await load(engine, bundle(CORRECTION), { by: 'test', now: SECOND });
    ask = await asking(engine);
  });

  afterAll(() => engine.close());

  it('reads the graph as it was before a later record', async () => {
    const { data } = await ask(`{
      before: claims(asOf: { recorded: "2026-01-01T12:00:00Z" }) { totalCount nodes { id attributions { nodes { id } } } }
      now: claims(orderBy: { by: ATTRIBUTION_COUNT }) { totalCount nodes { id attributions { nodes { id } } } }
      never: claims(asOf: { recorded: "2025-01-01T00:00:00Z" }) { totalCount nodes { id } }
    }`);
    expect(data).toEqual({
      before: {
        totalCount: 1,
        nodes: [{ id: 'claim:fire', attributions: { nodes: [{ id: 'attribution:post-fire' }] } }],
      },
      now: {
        totalCount: 2,
        nodes: [
          {
            id: 'claim:fire',
            attributions: { nodes: [{ id: 'attribution:herald-fire' }, { id: 'attribution:post-fire' }] },
          },
          { id: 'claim:no-fire', attributions: { nodes: [{ id: 'attribution:mayor-no-fire' }] } },
        ],
      },
      never: { totalCount: 0, nodes: [] },
    });
  });

  it('lets nested fields inherit the time, and take one of their own', async () => {
    const { data } = await ask(`{
      claims(asOf: { said: "2025-05-02" }) { nodes {
        id
        inherited: attributions { nodes { id } }
        own: attributions(asOf: { said: "2025-05-10" }) { nodes { id } }
      } }
    }`);
    expect(data.claims.nodes).toEqual([
      {
        id: 'claim:fire',
        inherited: { nodes: [{ id: 'attribution:post-fire' }] },
        own: { nodes: [{ id: 'attribution:herald-fire' }, { id: 'attribution:post-fire' }] },
      },
    ]);
  });

  it('keeps what was certainly said by the end of a day, and lets the undated in when asked', async () => {
    const count = async (said: string, undated: string) => {
      const text = `query ($said: Edtf!) { whoReported(asOf: { said: $said, undated: ${undated} }) { nodes { id } } }`;
      const { data } = await ask(text, { said });
      return data.whoReported.nodes.map(({ id }: { id: string }) => id).sort();
    };
    expect(await count('2025-05-01', 'EXCLUDE')).toEqual(['attribution:post-fire']);
    expect(await count('2025-05-08', 'INCLUDE')).toEqual(['attribution:post-fire']);
    expect(await count('2025-04-30', 'INCLUDE')).toEqual([]);
    expect(await count('2025-05', 'EXCLUDE')).toEqual([
      'attribution:herald-fire',
      'attribution:mayor-no-fire',
      'attribution:post-fire',
    ]);
  });

  it('orders by what was said at that time, not by what was said since', async () => {
    const { data } = await ask(`{
      earlier: claims(asOf: { said: "2025-05-31", recorded: "2026-01-01T12:00:00Z" }, orderBy: { by: LAST_SAID }) {
        nodes { id attributions { totalCount } }
      }
      now: claims(orderBy: { by: FIRST_SAID, direction: ASC }) { nodes { id } }
    }`);
    expect(data).toEqual({
      earlier: { nodes: [{ id: 'claim:fire', attributions: { totalCount: 1 } }] },
      now: { nodes: [{ id: 'claim:fire' }, { id: 'claim:no-fire' }] },
    });
  });

  it('hides a document that was not out yet, and a relation that was not drawn yet', async () => {
    const { data } = await ask(`{
      documents(asOf: { said: "2025-05-02" }) { nodes { id } }
      node(id: "claim:fire") { ... on Claim {
        now: relations { kind from { id } to { id } basis }
        earlier: relations(asOf: { said: "2025-05-01" }) { kind }
      } }
    }`);
    expect(data).toEqual({
      documents: { nodes: [{ id: 'document:post' }] },
      node: {
        now: [{ kind: 'CONTRADICTS', from: { id: 'claim:no-fire' }, to: { id: 'claim:fire' }, basis: 'STATED' }],
        earlier: [],
      },
    });
  });

  it('pins the pages of a list to the record time of the first', async () => {
    const { data } = await ask(
      `{ whoReported(asOf: { recorded: "2026-01-01T12:00:00Z" }, first: 1) { pageInfo { endCursor } } }`,
    );
    const after = data.whoReported.pageInfo.endCursor;
    const next = await ask(
      'query ($after: String) { whoReported(asOf: { recorded: "2026-01-01T12:00:00Z" }, first: 1, after: $after) { nodes { id } totalCount } }',
      { after },
    );
    expect(next.data.whoReported).toEqual({ nodes: [], totalCount: 1 });
  });
});
