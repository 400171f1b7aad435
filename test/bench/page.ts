import { table } from './markdown.ts';
import { type Aim, PARTS, type Part, type PartName, resultOf } from './part.ts';

const HEADINGS: Readonly<Record<PartName, string>> = {
  reads: '## Reads',
  imports: '## Imports',
  cascade: '## A news cascade of a million attributions',
};

/** A link to the section of each part. On the page it shows which sentences, rows and runs belong to the part. */
const LINKS: Readonly<Record<PartName, string>> = {
  reads: '[reads](#reads)',
  imports: '[imports](#imports)',
  cascade: '[cascade](#a-news-cascade-of-a-million-attributions)',
};

const RUNS = '## Runs';

const HEAD = ['Measured', 'claimgraph', 'Compared with', 'Ratio', 'Aim', 'Result', 'More'];

/** The text of one part on the page. */
export interface Printed {
  readonly numbers: readonly string[];
  readonly aims: readonly string[];
  readonly section: string;
  readonly run: string;
}

export type Page = ReadonlyMap<PartName, Printed>;

/** A page with one part measured again; the others stay as they are. */
export function withPart(page: Page, { name, numbers, aims, section, run }: Part): Page {
  const printed: Printed = {
    numbers: numbers.map((sentence) => `- ${sentence} (${LINKS[name]})`),
    aims: aims.map((aim) => `| ${[...cellsOf(aim), LINKS[name]].join(' | ')} |`),
    section: section.trim(),
    run: `${LINKS[name]}: ${run.trim()}`,
  };
  return new Map([...page, [name, printed]]);
}

function cellsOf({ measured, ours, comparedWith, ratio, aim, isMet }: Aim): string[] {
  return [measured, ours, comparedWith, ratio, aim, resultOf(isMet)];
}

/** The page as Markdown: the numbers first, the log of the runs last. */
export function printPage(page: Page): string {
  const parts = PARTS.flatMap((name) => {
    const printed = page.get(name);
    return printed ? [{ heading: HEADINGS[name], ...printed }] : [];
  });
  return `# Benchmarks

${parts.flatMap(({ numbers }) => numbers).join('\n')}

${[table(HEAD, [], '---'), ...parts.flatMap(({ aims }) => aims)].join('\n')}

Times depend on the machine and on what else it does, so compare ratios. [Runs](#runs) says when and on what each part was
measured, and how far to trust it.

${parts.map(({ heading, section }) => `${heading}\n\n${section}`).join('\n\n')}

${RUNS}

${parts.flatMap(({ run }) => run || []).join('\n\n')}
`;
}

/** Reads a printed page, so that one part of it can be replaced. */
export function readPage(markdown: string): Page {
  const page = new Map<PartName, Printed>();
  const top = markdown.slice(0, markdown.indexOf('\n## ') + 1).split('\n');
  const runs = after(markdown, RUNS)?.trim().split('\n\n') ?? [];
  for (const name of PARTS) {
    const section = after(markdown, HEADINGS[name]);
    if (section === undefined) continue;
    const own = top.filter((line) => line.includes(LINKS[name]));
    const first = runs.findIndex((paragraph) => paragraph.startsWith(LINKS[name]));
    const next = runs.findIndex((paragraph, index) => index > first && isRun(paragraph));
    page.set(name, {
      numbers: own.filter((line) => line.startsWith('- ')),
      aims: own.filter((line) => line.startsWith('| ')),
      section: section.trim(),
      run: first < 0 ? '' : runs.slice(first, next < 0 ? undefined : next).join('\n\n'),
    });
  }
  return page;
}

function isRun(paragraph: string): boolean {
  return PARTS.some((name) => paragraph.startsWith(LINKS[name]));
}

/** The text from a heading to the next of the page's own headings; undefined where the heading is missing. */
function after(markdown: string, heading: string): string | undefined {
  const start = markdown.indexOf(`\n${heading}\n`);
  if (start < 0) return undefined;
  const rest = markdown.slice(start + heading.length + 2);
  const ends = [...Object.values(HEADINGS), RUNS].map((other) => rest.indexOf(`\n${other}\n`)).filter((at) => at >= 0);
  return rest.slice(0, Math.min(...ends, rest.length));
}
