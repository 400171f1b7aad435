import { describe, expect, it } from 'vitest';
import { askingSeed } from './ask.ts';
import { engines } from './engines.ts';

interface Hit {
  readonly score: number;
  readonly matched: string;
  readonly node: { readonly __typename: string; readonly id: string };
}

const FIELDS = `totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
  nodes { score matched node { __typename ... on Node { id } } }`;

describe.each(engines)('search on $name', (tested) => {
  const ask = askingSeed(tested);

  const search = async (args: string) => {
    const { data, errors } = await ask(`{ search(${args}) { ${FIELDS} } }`);
    expect(errors).toBeUndefined();
    const hits = data.search.nodes as readonly Hit[];
    return { ...data.search, rows: hits.map(({ score, node }) => [node.id, Number(score.toFixed(4))]) };
  };

  it('puts the shorter name before the longer text that has the same word, with or without its accent', async () => {
    const rows = [
      ['person:delcy-rodriguez', 0.75],
      ['claim:vice-president', 0.569],
      ['claim:interim-government', 0.5488],
      ['document:cibercuba-article', 0.54],
      ['claim:interim-elections', 0.5354],
      ['claim:deal', 0.5242],
    ];
    expect(await search('text: "rodriguez"')).toMatchObject({ totalCount: 6, rows });
    expect(await search('text: "RODRÍGUEZ,"')).toMatchObject({ totalCount: 6, rows });
  });

  it('puts the exact name first, and shows in which name or text the words are', async () => {
    const { nodes, totalCount } = await search('text: "Cártel de los Soles"');
    expect(totalCount).toBe(4);
    expect(nodes).toEqual([
      {
        score: 1,
        matched: 'Cártel de los Soles',
        node: { __typename: 'Organization', id: 'organization:cartel-of-the-suns' },
      },
      {
        score: expect.closeTo(0.6231, 4),
        matched: 'Designación del Cártel de los Soles como organización terrorista',
        node: { __typename: 'Event', id: 'event:designation' },
      },
      {
        score: expect.closeTo(0.6194, 4),
        matched: 'El Cártel de los Soles tiene vínculos con el Gobierno de Venezuela.',
        node: { __typename: 'Claim', id: 'claim:cartel-linked-to-regime' },
      },
      {
        score: expect.closeTo(0.5755, 4),
        matched:
          'El Departamento de Estado incluyó al Cártel de los Soles entre las organizaciones terroristas extranjeras.',
        node: { __typename: 'Claim', id: 'claim:designation' },
      },
    ]);
  });

  it('finds words by their beginning, and gives the text in a language where the words are in it', async () => {
    const { nodes } = await search('text: "amnistia", types: [CLAIM]');
    expect(nodes.map(({ matched }: Hit) => matched)).toEqual([
      'Maduro pidió a Trump una amnistía: inmunidad judicial para él, su esposa Cilia Flores y sus hijos.',
      'Maduro propuso a Trump dejar el cargo y dar paso a una transición encabezada por Delcy Rodríguez a cambio de una amnistía y del fin de las sanciones internacionales.',
    ]);
    const english = await search('text: "amn", language: "en", first: 1');
    expect(english.nodes[0].matched).toBe(
      'Maduro asked Trump for an amnesty: immunity from prosecution for himself, his wife Cilia Flores and their children.',
    );
    const spanish = await search('text: "amn", language: "es-VE", first: 1');
    expect(spanish.nodes[0].matched).toBe(nodes[0].matched);
    expect((await search('text: "mnistia"')).totalCount).toBe(0);
  });

  it('requires all words in one name or text', async () => {
    expect((await search('text: "flores amnesty"')).rows).toEqual([['claim:amnesty', expect.closeTo(0.55, 1)]]);
    expect((await search('text: "amnesty amnistia"')).totalCount).toBe(0);
  });

  it('keeps to some types', async () => {
    expect((await search('text: "maduro", types: [PERSON, DOCUMENT]')).rows).toEqual([
      ['person:nicolas-maduro', 1],
      ['document:cibercuba-photograph', 0.5875],
      ['document:cibercuba-article', 0.528],
    ]);
    expect((await search('text: "maduro", types: []')).totalCount).toBe(0);
  });

  it('comes in pages', async () => {
    const all = await search('text: "maduro"');
    expect(all.totalCount).toBe(25);
    const paged: unknown[] = [];
    let after = 'null';
    for (let more = true; more; ) {
      const page = await search(`text: "maduro", first: 7, after: ${after}`);
      expect(page).toMatchObject({ totalCount: 25, pageInfo: { hasPreviousPage: after !== 'null' } });
      paged.push(...page.rows);
      after = JSON.stringify(page.pageInfo.endCursor);
      more = page.pageInfo.hasNextPage;
    }
    expect(paged).toEqual(all.rows);
  });

  it.each(['', '   ', ' -- '])('finds nothing for "%s"', async (text) => {
    expect(await search(`text: "${text}"`)).toMatchObject({ totalCount: 0, rows: [] });
  });

  it('fills in what is selected of a hit', async () => {
    const { data } = await ask(
      '{ search(text: "amnesty", types: [CLAIM]) { nodes { node { ... on Claim { predicate } } } } }',
    );
    expect(data.search.nodes[0].node).toEqual({ predicate: 'requested' });
  });

  it('refuses a cursor of another list', async () => {
    const { data } = await ask('{ actors(first: 1) { pageInfo { endCursor } } }');
    const { errors } = await ask(
      `{ search(text: "maduro", after: ${JSON.stringify(data.actors.pageInfo.endCursor)}) { totalCount } }`,
    );
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});
