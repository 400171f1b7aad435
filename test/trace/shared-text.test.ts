import { describe, expect, it } from 'vitest';
import { answer } from '../answer.ts';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { own, papers, small } from '../small-bundle.ts';

const PAGES = Array.from({ length: 400 }, (_, index) => `paper${index}`);

describe.each(engines)('a text that many pages share on $name', (tested) => {
  const desk = deskForEach(tested);

  it('is one origin, and is recorded and answered in seconds', async () => {
    const [first = '', ...others] = PAGES;
    await desk.record(
      small({
        ...papers(...PAGES),
        claims: { shared: {} },
        attributions: Object.fromEntries(PAGES.map((name) => [name, own(name, 'shared')])),
        derivations: others.map((name) => ({
          document: `document:${name}`,
          from: `document:${first}`,
          kind: 'SAME_TEXT',
          credited: false,
          basis: 'ANALYST',
        })),
      }),
    );
    const query =
      '{ node(id: "claim:shared") { ... on Claim { standing independence { newsrooms onRecord dependsOn { id } coverage } } } }';
    expect(await answer(desk.ask, query)).toEqual({
      standing: 'UNATTRIBUTED',
      independence: { newsrooms: 1, onRecord: 0, dependsOn: [`organization:${first}`], coverage: 'FULL' },
    });
  }, 20_000);
});
