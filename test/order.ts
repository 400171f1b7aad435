import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long: one that came last would keep a lane waiting. */
const LONG = [
  'formats/parsers.test.ts',
  'change/merges.property.test.ts',
  'cli/interrupted.test.ts',
  'hostile.test.ts',
  'cli/export.test.ts',
  'live-sockets.test.ts',
];

/** Long files come first; those that only read the seed come one after the other, so that it is loaded once. */
function rankOf({ moduleId }: TestSpecification): number {
  if (LONG.some((file) => moduleId.endsWith(`/test/${file}`))) return 0;
  return /\b(askingSeed|openSeeded)\b/.test(readFileSync(moduleId, 'utf8')) ? 1 : 2;
}

/** The order of vitest's own within each rank of a lane. */
export class Order extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const lanes = [...new Set(usual.map(({ project }) => project.name))];
    const places = new Map(usual.map((file) => [file, lanes.indexOf(file.project.name) * 3 + rankOf(file)]));
    return usual.toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
  }
}
