import { describe, expect, it } from 'vitest';
import { askingSeed } from './ask.ts';
import { engines } from './engines.ts';

interface Listed {
  readonly nodes: ReadonlyArray<{ readonly id: string }>;
  readonly pageInfo: Readonly<
    Record<'hasNextPage' | 'hasPreviousPage', boolean> & Record<'startCursor' | 'endCursor', string>
  >;
}

describe.each(engines)('filters and orders on $name', (tested) => {
  const ask = askingSeed(tested);

  const ids = async (list: string, args: string) => {
    const { data, errors } = await ask(`{ ${list}${args ? `(${args})` : ''} { nodes { id } } }`);
    expect(errors).toBeUndefined();
    return data[list].nodes.map(({ id }: { id: string }) => id);
  };

  it('finds claims by who said them, in whose pages, on what side, and on the record', async () => {
    expect(await ids('claims', 'filter: { by: ["person:nicolas-maduro"], stance: [DENIES] }')).toEqual([
      'claim:amnesty',
    ]);
    expect(await ids('claims', 'filter: { onRecord: true }')).toEqual([
      'claim:amnesty',
      'claim:imperialist-aggression',
      'claim:regime-change-for-resources',
    ]);
    expect((await ids('claims', 'filter: { outlet: ["organization:miami-herald"] }')).sort()).toEqual(
      (await ids('claims', 'filter: { by: ["organization:miami-herald"] }')).sort(),
    );
    expect(await ids('claims', 'filter: { by: ["person:nicolas-maduro"], outlet: ["organization:reuters"] }')).toEqual(
      [],
    );
  });

  it('finds claims by what they are about, any or all', async () => {
    expect(await ids('claims', 'filter: { aboutAll: ["person:diosdado-cabello", "organization:icc"] }')).toEqual([
      'claim:argentina-demand',
    ]);
    expect((await ids('claims', 'filter: { about: ["person:delcy-rodriguez"] }')).sort()).toEqual([
      'claim:deal',
      'claim:interim-elections',
      'claim:interim-government',
      'claim:vice-president',
    ]);
  });

  it('finds claims by words without accents or capitals, in any language, each at the start of a word', async () => {
    expect((await ids('claims', 'filter: { text: "AMNISTIA" }')).sort()).toEqual(['claim:amnesty', 'claim:deal']);
    expect(await ids('claims', 'filter: { text: "wife nico" }')).toEqual(['claim:wife']);
    expect(await ids('claims', 'filter: { text: "mnesty" }')).toEqual([]);
  });

  it('finds claims by predicate, part and date', async () => {
    expect(await ids('claims', 'filter: { predicate: ["wife-of"] }')).toEqual(['claim:wife']);
    expect(await ids('claims', 'filter: { partOf: "claim:deal" }, orderBy: { by: WHEN }')).toEqual([
      'claim:amnesty',
      'claim:icc-case',
      'claim:interim-government',
      'claim:sanctions',
    ]);
    expect(
      (await ids('claims', 'filter: { when: { from: "2025-11-29", until: "2025-11-30" }, text: "airspace" }')).sort(),
    ).toEqual(['claim:airspace-closed']);
  });

  it('finds actors by type, kind, country and name, and sorts them by count', async () => {
    expect(await ids('actors', 'filter: { type: [UNNAMED_SOURCE] }')).toHaveLength(5);
    expect(await ids('actors', 'filter: { kind: [COURT] }')).toEqual(['organization:icc']);
    expect(await ids('actors', 'filter: { country: ["AR"] }')).toEqual(['organization:government-of-argentina']);
    expect(await ids('actors', 'filter: { text: "rodriguez" }')).toEqual(['person:delcy-rodriguez']);
    expect(await ids('actors', 'first: 2, orderBy: { by: ATTRIBUTION_COUNT, direction: DESC }')).toEqual([
      'organization:cibercuba',
      'organization:reuters',
    ]);
    expect(await ids('actors', 'first: 1, orderBy: { by: CLAIM_COUNT, direction: DESC }')).toEqual([
      'person:nicolas-maduro',
    ]);
  });

  it('finds attributions said between two days, and undated ones that may have been', async () => {
    const said = (range: string) => ids('whoReported', `claim: "claim:amnesty", filter: { said: { ${range} } }`);
    expect(await said('from: "2025-12-02"')).toEqual([]);
    expect(await said('until: "2025-11-30"')).toEqual([
      'attribution:miami-herald-amnesty',
      'attribution:miami-herald-sources-amnesty',
      'attribution:reuters-amnesty',
      'attribution:reuters-sources-amnesty',
    ]);
    expect(await said('from: "2025-11-21", until: "2025-12-01"')).toHaveLength(8);
  });

  it('shows flags, and finds claims by them', async () => {
    expect((await ids('claims', 'filter: { flag: [DATE_INFERRED] }')).sort()).toEqual([
      'claim:airspace-closed',
      'claim:designation',
      'claim:nsc-meeting',
      'claim:strikes',
      'claim:television-appearance',
    ]);
    const { data } = await ask(
      '{ node(id: "document:cibercuba-article") { ... on Document { flags { kind basis } } } }',
    );
    expect(data.node.flags).toEqual([{ kind: 'DATE_INFERRED', basis: 'ANALYST' }]);
  });

  it('finds documents by publisher, kind and whether they were read', async () => {
    expect(await ids('documents', 'filter: { publisher: ["organization:reuters"] }')).toEqual([
      'document:reuters-report',
    ]);
    expect(await ids('documents', 'filter: { read: true, kind: [ARTICLE] }')).toEqual(['document:cibercuba-article']);
    expect(await ids('documents', 'filter: { published: { from: "2025-12" } }, first: 1')).toHaveLength(1);
  });

  it('counts only when it is asked to', async () => {
    const without = await ask('{ claims(first: 1) { nodes { id } } }');
    const withCount = await ask('{ claims(first: 1) { totalCount nodes { id } } }');
    expect(without.statements[0]?.text).not.toContain('count(');
    expect(withCount.statements[0]?.text).toContain('count(');
  });

  it('turns pages forward and backward to the same list', async () => {
    const whole = await ids('claims', '');
    const forward: string[] = [];
    for (let after: string | null = null; ; ) {
      const query =
        'query ($after: String) { claims(first: 20, after: $after) { nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }';
      const { nodes, pageInfo }: Listed = (await ask(query, { after })).data.claims;
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      forward.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    const backward: string[] = [];
    for (let before: string | null = null; ; ) {
      const query =
        'query ($before: String) { claims(last: 20, before: $before) { nodes { id } pageInfo { hasPreviousPage startCursor } } }';
      const { nodes, pageInfo }: Listed = (await ask(query, { before })).data.claims;
      backward.unshift(...nodes.map(({ id }) => id));
      if (!pageInfo.hasPreviousPage) break;
      before = pageInfo.startCursor;
    }
    expect(forward).toHaveLength(52);
    expect(forward.slice(0, 50)).toEqual(whole);
    expect(backward).toEqual(forward);
  });
});
