import { exportBundle } from './bundle/write-json.ts';
import { exportNdjson } from './bundle/write-ndjson.ts';
import { exportClaimReview } from './claim-review/write.ts';
import { exportCypher } from './cypher/write.ts';
import type { Exporter } from './exporter.ts';
import { exportFtm } from './ftm/write.ts';
import { exportGexf } from './gexf/write.ts';
import { exportGraphml } from './graphml/write.ts';
import { exportNanopub } from './nanopub/write.ts';
import { exportProv } from './prov/write.ts';
import { exportSchemaOrg } from './schema-org/write.ts';
import { exportCsv } from './table/write.ts';

/** A format that the graph can be written in. */
export interface Format {
  readonly write: Exporter;
  /** The ending of its file names, with the dot. */
  readonly ending: string;
  readonly mediaType: string;
  /** What it has, or what it is for, in a few words. */
  readonly description: string;
  /** Whether it is the record itself, so that it always holds all of it, suggestions too. */
  readonly isWhole?: true;
}

/** All formats by their names on the command line. */
export const FORMATS = {
  bundle: {
    write: exportBundle,
    ending: '.json',
    mediaType: 'application/json',
    description: 'all records in one document, to import again',
    isWhole: true,
  },
  ndjson: {
    write: exportNdjson,
    ending: '.ndjson',
    mediaType: 'application/x-ndjson',
    description: 'all records, one per line, to import again',
    isWhole: true,
  },
  csv: {
    write: exportCsv,
    ending: '.csv',
    mediaType: 'text/csv; charset=utf-8',
    description: 'a table of who said what, for spreadsheets',
  },
  ftm: {
    write: exportFtm,
    ending: '.ftm.json',
    mediaType: 'application/x-ndjson',
    description: 'FollowTheMoney entities, for Aleph and OpenSanctions tools',
  },
  graphml: {
    write: exportGraphml,
    ending: '.graphml',
    mediaType: 'application/graphml+xml',
    description: 'the graph, for yEd, networkx and others',
  },
  gexf: { write: exportGexf, ending: '.gexf', mediaType: 'application/gexf+xml', description: 'the graph, for Gephi' },
  claimreview: {
    write: exportClaimReview,
    ending: '.jsonld',
    mediaType: 'application/ld+json',
    description: 'verdicts of fact checks, for search engines',
  },
  'schema-org': {
    write: exportSchemaOrg,
    ending: '.jsonld',
    mediaType: 'application/ld+json',
    description: 'all records in the vocabulary of schema.org',
  },
  prov: {
    write: exportProv,
    ending: '.prov.json',
    mediaType: 'application/json',
    description: 'where everything comes from, in W3C PROV-JSON',
  },
  nanopub: {
    write: exportNanopub,
    ending: '.trig',
    mediaType: 'application/trig',
    description: 'a nanopublication for each attribution, in TriG',
  },
  cypher: {
    write: exportCypher,
    ending: '.cypher',
    mediaType: 'application/x-cypher-query',
    description: 'statements that write the graph into an empty database',
  },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;
