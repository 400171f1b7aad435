import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { nodeRecords } from '../../src/bundle/records.ts';
import { exportClaimReview } from '../../src/formats/claim-review/write.ts';
import type { Exporter } from '../../src/formats/exporter.ts';
import { exportFtm } from '../../src/formats/ftm/write.ts';
import { exportGexf } from '../../src/formats/gexf/write.ts';
import { exportGraphml } from '../../src/formats/graphml/write.ts';
import { exportNanopub } from '../../src/formats/nanopub/write.ts';
import { exportProv } from '../../src/formats/prov/write.ts';
import { exportSchemaOrg } from '../../src/formats/schema-org/write.ts';
import { RATED, SEED, written } from './records.ts';
import { REGISTER } from './register.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const REQUIREMENTS = readFileSync(here('requirements.txt'), 'utf8');

/** The virtual environment is made once; another folder can be given, where one is there already. */
const VENV = process.env.CLAIMGRAPH_PYTHON_VENV ?? here('../../node_modules/.cache/claimgraph-python');

const STAMP = join(VENV, 'claimgraph-requirements.txt');

const REQUIRED = process.env.PARSERS === 'required';

const FILES: readonly (readonly [string, Exporter, Bundle])[] = [
  ['seed.ftm.json', exportFtm, SEED],
  ['register.ftm.json', exportFtm, REGISTER],
  ['seed.prov.json', exportProv, SEED],
  ['seed.gexf', exportGexf, SEED],
  ['seed.graphml', exportGraphml, SEED],
  ['seed.trig', exportNanopub, SEED],
  ['seed.jsonld', exportSchemaOrg, SEED],
  ['rated.jsonld', exportClaimReview, RATED],
];

interface Entities {
  readonly schemata: Record<string, number>;
  readonly names: readonly string[];
  readonly lost: readonly unknown[];
  readonly invalid: readonly unknown[];
  readonly dangling: readonly unknown[];
  readonly captions: Record<string, string>;
}

/** What parsers.py prints. */
interface Read {
  readonly ftm: Entities;
  readonly register: Entities;
  readonly prov: { readonly same: boolean; readonly records: Record<string, number>; readonly uri: string };
  readonly gexf: { readonly nodes: number; readonly edges: number; readonly label: string };
  readonly graphml: { readonly nodes: number; readonly edges: number; readonly label: string };
  readonly trig: { readonly graphs: Record<string, number>; readonly nanopubs: number };
  readonly schemaOrg: { readonly types: Record<string, number> };
  readonly claimReview: { readonly types: Record<string, number> };
}

/** Makes the environment where it is missing; says why where that cannot be done. */
function prepare(): string | null {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === REQUIREMENTS) return null;
  if (spawnSync('python3', ['--version']).status !== 0) return 'there is no python3';
  mkdirSync(VENV, { recursive: true });
  const steps: readonly (readonly [string, readonly string[]])[] = [
    ['python3', ['-m', 'venv', VENV]],
    // Most of what is installed is never loaded, so Python is not to compile it beforehand.
    [join(VENV, 'bin/pip'), ['install', '--quiet', '--no-compile', '-r', here('requirements.txt')]],
  ];
  for (const [command, args] of steps) {
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) return `${command} ${args.join(' ')} failed: ${stderr?.trim().split('\n').at(-1)}`;
  }
  writeFileSync(STAMP, REQUIREMENTS);
  return null;
}

function count<Item>(items: readonly Item[], key: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

const { attributions, claims, documents, actors, derivations, relations, mentions } = SEED;

describe('exports read by other programs', () => {
  let missing: string | null = null;
  let read: Read;
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-parsers-'));

  beforeAll(async () => {
    missing = prepare();
    if (missing !== null && REQUIRED) throw new Error(`PARSERS=required, but ${missing}`);
    if (missing !== null) return;
    for (const [name, exporter, bundle] of FILES) writeFileSync(join(folder, name), await written(exporter, bundle));
    const output = execFileSync(join(VENV, 'bin/python'), [here('parsers.py'), folder], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    read = JSON.parse(output);
  }, 900_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  const others = (name: string, check: () => void) =>
    it(name, (context) => {
      if (missing !== null) context.skip(`not read by others: ${missing}`);
      check();
    });

  others('followthemoney takes every entity, with every property, date, country and reference', () => {
    for (const { lost, invalid, dangling } of [read.ftm, read.register]) {
      expect({ lost, invalid, dangling }).toEqual({ lost: [], invalid: [], dangling: [] });
    }
  });

  others(
    'followthemoney finds an entity for each actor, place, thing, event, document, claim, copy and mention',
    () => {
      const { Person, Mention, Event, Address, ...rest } = read.ftm.schemata;
      expect({ Person, Mention, Event, Address }).toEqual({
        Person: actors.filter(({ type }) => type === 'PERSON').length,
        Mention: mentions.length,
        Event: SEED.events.length,
        Address: SEED.places.length,
      });
      const { Company = 0, Organization = 0, PublicBody = 0, LegalEntity = 0, ...others } = rest;
      expect(Company + Organization + PublicBody + LegalEntity).toBe(actors.length - (Person ?? 0));
      const left = Object.values(others).reduce((sum, number) => sum + number, 0);
      expect(left).toBe(documents.length + claims.length + derivations.length + SEED.things.length);
    },
  );

  others('followthemoney keeps the names of all actors', () => {
    const names = new Set(read.ftm.names);
    const own = actors.flatMap((actor) => actor.names.map(({ text }) => text));
    expect(own.filter((name) => !names.has(name))).toEqual([]);
    expect(read.ftm.captions['person.nicolas-maduro']).toBe('Nicolás Maduro');
  });

  others('followthemoney finds the relations that have a schema of their own', () => {
    expect(read.register.schemata).toEqual({
      ...{ Person: 2, Company: 1, PublicBody: 1, Organization: 1, Vessel: 1, CourtCase: 1, Asset: 1, Document: 1 },
      ...{ Ownership: 2, Directorship: 1, Family: 1, Membership: 1, Employment: 1, Sanction: 1, CourtCaseParty: 1 },
      ...{ UnknownLink: 1, Note: 1 },
    });
  });

  others('prov reads the document, and writes it as it was', () => {
    const cites = attributions.flatMap((said) => said.cites).length;
    const placed = attributions.filter(({ document }) => document !== undefined).length;
    const published = documents.filter(({ publisher }) => publisher !== undefined).length;
    const authors = documents.flatMap((document) => document.authors).length;
    expect(read.prov).toMatchObject({
      same: true,
      records: {
        Entity: documents.length + claims.length + attributions.length,
        Agent: actors.length,
        Activity: attributions.length,
        Association: attributions.length,
        Generation: attributions.length,
        Usage: attributions.length,
        Attribution: attributions.length + published + authors,
        Derivation: cites + placed + derivations.length,
        Influence: relations.length,
      },
    });
    expect(read.prov.uri).toMatch(/^urn:claimgraph:attribution:/);
  });

  others('networkx reads the same graph from GEXF and from GraphML', () => {
    expect(read.gexf).toEqual(read.graphml);
    expect(read.gexf).toMatchObject({ nodes: nodeRecords(SEED).length, label: 'Nicolás Maduro' });
  });

  others('rdflib reads four graphs for each attribution', () => {
    const each = attributions.length;
    expect(read.trig).toEqual({
      nanopubs: each,
      graphs: { Head: each, assertion: each, provenance: each, pubinfo: each },
    });
  });

  others('rdflib reads all that schema.org has a term for', () => {
    const { Person, Place, Event, Claim, NewsArticle, Thing } = read.schemaOrg.types;
    expect({ Person, Place, Event, Claim, NewsArticle, Thing }).toEqual({
      Person: actors.filter((actor) => actor.type === 'PERSON' || ('count' in actor && actor.count?.max === 1)).length,
      Place: SEED.places.length,
      Event: SEED.events.length,
      Claim: claims.length,
      NewsArticle: count(documents, ({ kind }) => kind).ARTICLE,
      Thing: SEED.things.length,
    });
  });

  others('rdflib reads a review for each verdict', () => {
    expect(read.claimReview.types).toMatchObject({ ClaimReview: 2, Rating: 2, Claim: 1 });
  });
});
