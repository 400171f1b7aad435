import type { Part, PartName } from './report.ts';

/** The parts of the page that are measured separately, in their order on it, each with its heading. */
const HEADINGS: Readonly<Record<PartName, string>> = {
  embedded: '## Embedded engine',
  neo4j: '## Neo4j',
  fuzz: '## The costliest questions',
};

const PARTS = Object.keys(HEADINGS) as PartName[];

const INTRODUCTION = `# Reliability

Can you leave this server running, and let people you do not know ask it questions? \`npm run soak\` tries to knock it over
and writes this page. It starts the built server on an archive of generated claims and then, all at once:

- reads and writes as usual: four readers, two writers who record, correct and retract, three subscribers;
- makes faults: it kills the server, and pauses and kills Neo4j;
- sends what hostile and broken clients send.

Afterwards it looks up every change that the server acknowledged. Each has to be there, once: in the graph, in its history and
with every subscriber. Every answer has to have the form of GraphQL and, if it is an error, a code.`;

/** The sections of the page by their parts, without headings. */
export type Page = ReadonlyMap<PartName, string>;

/** A page with one part measured again; the others stay as they are. */
export function withPart(page: Page, { name, section }: Part): Page {
  return new Map([...page, [name, section.trim()]]);
}

export function printPage(page: Page): string {
  const sections = PARTS.flatMap((name) => {
    const section = page.get(name);
    return section === undefined ? [] : `${HEADINGS[name]}\n\n${section}`;
  });
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

/** Reads a printed page, so that one part of it can be replaced. */
export function readPage(markdown: string): Page {
  const found = PARTS.flatMap((name): [PartName, string][] => {
    const start = markdown.indexOf(`\n${HEADINGS[name]}\n`);
    if (start < 0) return [];
    const rest = markdown.slice(start + HEADINGS[name].length + 2);
    const end = rest.indexOf('\n## ');
    return [[name, rest.slice(0, end < 0 ? undefined : end).trim()]];
  });
  return new Map(found);
}
