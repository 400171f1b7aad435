import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Bundle } from '../src/bundle/bundle.ts';
import { concatenated } from '../src/bundle/combine.ts';
import { readBundle } from '../src/bundle/read-files.ts';
import { readNdjson } from '../src/formats/bundle/read.ts';
import { audit } from '../src/import/check-batches.ts';
import { importInputs } from '../src/import/import.ts';
import { type Input, type PlacedWarning, survey } from '../src/import/survey-input.ts';
import { asking } from './ask.ts';
import { ndjson } from './cli/files.ts';
import { deskForEach } from './desk.ts';
import { engines } from './engines.ts';
import { RISKS, SOUND } from './risky-bundles.ts';
import { own, small } from './small-bundle.ts';

const RECORD = `mutation ($bundle: BundleInput!) { record(bundle: $bundle, idempotencyKey: "k") {
  revision { id } problems { message } warnings { code path record message } replayed
} }`;

const SEED = readBundle(fileURLToPath(new URL('../seed/manifest.json', import.meta.url))).bundle;

function inputOf(...bundles: readonly Bundle[]): Input {
  const bytes = Buffer.from(bundles.map(ndjson).join(''));
  const source = {
    name: 'input.ndjson',
    async *open() {
      yield bytes;
    },
  };
  return { source, reader: readNdjson, format: 'ndjson' };
}

const linesOf = (bundle: Bundle) => ndjson(bundle).split('\n').length - 1;

/** The warnings of a check, a record a batch, with the places in the input. */
async function checked(input: Input, read: Parameters<typeof audit>[1]['read'] = null): Promise<PlacedWarning[]> {
  const warnings: PlacedWarning[] = [];
  const unexpected = (problem: object) => expect(problem).toBeUndefined();
  const listener = { onProblem: unexpected, onLeftOut: unexpected, hasEnough: () => false, onBytes: () => undefined };
  const surveyed = await survey([input], listener);
  try {
    const onWarning = (warning: PlacedWarning) => warnings.push(warning);
    await audit(surveyed, { ...listener, read, batch: 1, onWarning, onPieces: () => undefined });
  } finally {
    surveyed.close();
  }
  return warnings;
}

function placed({ path, ...warning }: (typeof RISKS)[number]['warning'], line: number) {
  const [, , ...field] = path;
  return { ...warning, field: field.join('.'), file: 'input.ndjson', line };
}

describe('a check without a database', () => {
  it.each(RISKS.map((risk) => [risk.name, risk] as const))(
    'warns of %s',
    async (_name, { before, bundle, warning }) => {
      const found = await checked(inputOf(before, bundle));
      // A circle is told once a batch, and here each record is one.
      if (warning.code !== 'DERIVATION_CIRCLE') expect(found).toHaveLength(1);
      expect(found.at(-1)).toEqual(placed(warning, linesOf(before) + 1));
    },
  );

  it.each(RISKS.map((risk) => [risk.name, risk] as const))(
    'warns of %s that comes before the rest',
    async (_name, risk) => {
      const found = await checked(inputOf(risk.bundle, risk.before));
      expect(new Set(found.map(({ code }) => code))).toEqual(new Set([risk.warning.code]));
    },
  );

  it.each(Object.entries(SOUND))('does not warn of %s', async (_name, bundle) => {
    expect(await checked(inputOf(bundle))).toEqual([]);
  });

  it('does not warn of the seed', async () => {
    expect(await checked(inputOf(SEED))).toEqual([]);
  });
});

describe.each(engines)('warnings on $name', (tested) => {
  const desk = deskForEach(tested);

  async function record(bundle: Bundle) {
    const { data, errors } = await (await asking(desk.engine, { by: 'desk' }))(RECORD, { bundle });
    expect(errors).toBeUndefined();
    return data.record;
  }

  it.each(RISKS.map((risk) => [risk.name, risk] as const))(
    'are given of %s',
    async (_name, { before, bundle, warning }) => {
      await desk.record(before);
      expect(await checked(inputOf(bundle), (one) => desk.engine.read(one))).toEqual([placed(warning, 1)]);
      const path = ['bundle', ...warning.path];
      const warnings = [{ ...warning, path }];
      const stored = { revision: { id: 'revision:2' }, problems: [], warnings, replayed: false };
      expect(await record(bundle)).toEqual(stored);
      expect(await record(bundle)).toEqual({ ...stored, replayed: true });
    },
  );

  it.each(Object.entries(SOUND))('are not given of %s', async (_name, bundle) => {
    expect(await record(bundle)).toMatchObject({ problems: [], warnings: [] });
  });

  it('come with an import, which stores all the same', async () => {
    const found: PlacedWarning[] = [];
    const [risk] = RISKS;
    if (!risk) throw new Error('no risk');
    const inputs = [inputOf(risk.before, risk.bundle)];
    const onWarning = (warning: PlacedWarning) => found.push(warning);
    for (const onProblem of ['nothing', 'skip'] as const) {
      found.length = 0;
      const imported = await importInputs(desk.engine, inputs, { by: 'desk', onProblem, batch: 1, onWarning });
      expect(imported).toMatchObject({ outcome: 'done', problems: 0 });
      expect(found).toEqual([placed(risk.warning, linesOf(risk.before) + 1)]);
    }
  });

  it('leave a circle of documents that can be traced', async () => {
    const circle = RISKS.filter(({ warning }) => warning.code === 'DERIVATION_CIRCLE');
    const said = small({
      claims: { fire: {} },
      attributions: Object.fromEntries(['a', 'b', 'c'].map((id) => [id, own(id, 'fire')])),
    });
    for (const { before, bundle } of circle) await desk.record(before, bundle, said);
    const query =
      '{ claims { nodes { id standing roots { id } independence { newsrooms ultimateSources { min } } } } }';
    const { data, errors } = await desk.ask(query);
    expect(errors).toBeUndefined();
    expect(data.claims.nodes).toHaveLength(1);
  });

  it('are none where nothing is stored', async () => {
    const refused = await record(RISKS[0]?.bundle as Bundle);
    expect(refused).toMatchObject({ revision: null, warnings: [] });
    expect(refused.problems).not.toEqual([]);
  });

  it('count what one bundle says together', async () => {
    const bundles = RISKS.filter(({ name }) => name.includes('derive from each other')).flatMap((one) => [
      one.before,
      one.bundle,
    ]);
    const { warnings } = await record(concatenated(...bundles));
    expect(warnings.map(({ code, record: place }: { code: string; record: string }) => [code, place])).toEqual([
      ['DERIVATION_CIRCLE', 'derivations.0'],
    ]);
  });
});
