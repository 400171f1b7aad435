import type { Bundle } from '../src/bundle/bundle.ts';
import type { WarningCode } from '../src/bundle/warnings/warning.ts';
import { own, papers, relay, small } from './small-bundle.ts';

/** A bundle that is valid and probably not meant, what is on record before it, and what is said of it. */
export interface Risk {
  readonly name: string;
  readonly before: Bundle;
  readonly bundle: Bundle;
  readonly warning: {
    readonly code: WarningCode;
    /** The place in the bundle. */
    readonly path: readonly string[];
    readonly record: string;
    readonly message: string;
  };
}

const ana = { claim: 'fire', actor: 'person:ana' };
const bare = (outlet: string) => relay(outlet, 'fire');

/** Two outlets with a page each; Ana said that there was a fire. */
const desk = small({ ...papers('post', 'wire'), people: ['ana'], claims: { fire: {} }, attributions: { ana } });

const copies = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([document, from]) => ({
    document: `document:${document}`,
    from: `document:${from}`,
    kind: 'COPY',
    credited: false,
    basis: 'STATED',
  }));

const mention = { id: 'mention:a', text: 'Ana', document: 'document:post', candidates: ['person:ana'] };

const PUT_INTO = (outlet: string) => `a document of organization:${outlet}, with "read": false if nobody has read it`;

export const RISKS: readonly Risk[] = [
  {
    name: 'a relay that cites nobody, in a document that derives from nothing',
    before: desk,
    bundle: small({ attributions: { post: bare('post') } }),
    warning: {
      code: 'UNTRACED_RELAY',
      path: ['attributions', '0', 'cites'],
      record: 'attribution:post',
      message:
        'cites nobody, and document:post derives from nothing: it is untraced, and counts for no source. Cite whom it relays, or record in "derivations" what the document is taken from.',
    },
  },
  {
    name: 'a relay that cites nobody and has no document',
    before: desk,
    bundle: small({ attributions: { post: { ...bare('post'), document: undefined } } }),
    warning: {
      code: 'UNTRACED_RELAY',
      path: ['attributions', '0', 'cites'],
      record: 'attribution:post',
      message: 'cites nobody and has no document: it is untraced, and counts for no source. Cite whom it relays.',
    },
  },
  {
    name: 'a relay of what somebody denied, without the denial',
    before: small({
      ...papers('post', 'wire'),
      people: ['ana'],
      claims: { fire: {}, war: {} },
      attributions: { ana: { ...ana, stance: 'DENIES' }, war: own('wire', 'war') },
    }),
    bundle: small({ attributions: { post: relay('post', 'fire', 'war') } }),
    warning: {
      code: 'RELAY_OF_DENIED',
      path: ['attributions', '0', 'cites'],
      record: 'attribution:post',
      message:
        'cites nobody on claim:fire, which somebody denies: it counts on the side of the claim, also if it relays the denial. Cite the denial, or those who affirm the claim.',
    },
  },
  {
    name: 'an unnamed source in the page of another outlet',
    before: small({
      ...papers('post', 'wire'),
      sources: { aide: { shieldedBy: 'organization:wire' } },
      people: ['ana'],
      claims: { fire: {} },
      attributions: { ana },
    }),
    bundle: small({ attributions: { aide: { ...ana, actor: 'source:aide', document: 'document:post' } } }),
    warning: {
      code: 'SOURCE_IN_OTHER_PAGE',
      path: ['attributions', '0', 'document'],
      record: 'attribution:aide',
      message: `organization:wire shields source:aide, whose words stand in a document of organization:post and count as a newsroom of that publisher. Put them into ${PUT_INTO('wire')}, and let the page cite them.`,
    },
  },
  {
    name: 'the voice of an outlet in the page of another one',
    before: desk,
    bundle: small({ attributions: { wire: { ...own('post', 'fire'), actor: 'organization:wire' } } }),
    warning: {
      code: 'OUTLET_IN_OTHER_PAGE',
      path: ['attributions', '0', 'document'],
      record: 'attribution:wire',
      message: `organization:wire speaks in its own voice in a document of organization:post, and counts as a newsroom of that publisher. Put it into ${PUT_INTO('wire')}, and let the page cite it.`,
    },
  },
  {
    name: 'the voice of "other media" in the page that cites them',
    before: small({
      ...papers('post'),
      sources: { media: { description: 'Other media in the region' } },
      people: ['ana'],
      claims: { fire: {} },
      attributions: { ana },
    }),
    bundle: small({ attributions: { media: { ...own('post', 'fire'), actor: 'source:media' } } }),
    warning: {
      code: 'OUTLET_IN_OTHER_PAGE',
      path: ['attributions', '0', 'document'],
      record: 'attribution:media',
      message:
        'source:media stands for outlets that organization:post cites, and counts as a source of that publisher. Give each outlet that is named words in a document of its own; if none is named, leave this out and let the page relay with REPORTS.',
    },
  },
  {
    name: 'covered claims on what is no denial',
    before: small({
      people: ['ana'],
      claims: { fire: {}, war: {} },
      attributions: { ana, war: { ...ana, claim: 'war' } },
    }),
    bundle: small({ attributions: { covers: { ...ana, covers: ['claim:war'] } } }),
    warning: {
      code: 'COVERS_WITHOUT_DENIAL',
      path: ['attributions', '0', 'covers'],
      record: 'attribution:covers',
      message:
        'only a denial covers other claims: with ASSERTS it counts for nothing. Put "covers" on the attribution that DENIES.',
    },
  },
  {
    name: 'documents that derive from each other',
    before: small({ ...papers('a', 'b', 'c'), derivations: copies(['b', 'c'], ['c', 'a']) }),
    bundle: small({ derivations: copies(['a', 'b']) }),
    warning: {
      code: 'DERIVATION_CIRCLE',
      path: ['derivations', '0', 'from'],
      record: 'derivations.0',
      message:
        'leads back to itself: document:a → document:b → document:c → document:a. These documents count as one, without an original: leave out what leads from an earlier document to a later one.',
    },
  },
  {
    name: 'an outlet that is its own owner',
    before: desk,
    bundle: small({ outlets: ['mail'], families: { mail: 'mail' } }),
    warning: {
      code: 'OWNED_BY_ITSELF',
      path: ['actors', '0', 'publisherFamily'],
      record: 'organization:mail',
      message: 'is its own owner, and counts as one without an owner. Leave "publisherFamily" out, or name the owner.',
    },
  },
  {
    name: 'a claim that an outlet owns itself',
    before: desk,
    bundle: small({
      claims: { owns: { predicate: 'owned-by', subject: 'organization:post', object: 'organization:post' } },
      attributions: { owns: own('post', 'owns') },
    }),
    warning: {
      code: 'OWNED_BY_ITSELF',
      path: ['claims', '0', 'object'],
      record: 'claim:owns',
      message: 'says that organization:post owns itself, and ties nobody together. Name the owner.',
    },
  },
  {
    name: 'a mention that is resolved to somebody else than its candidates',
    before: small({ ...papers('post'), people: ['ana', 'ben'] }),
    bundle: small({ mentions: [{ ...mention, entity: 'person:ben' }] }),
    warning: {
      code: 'MENTION_NOT_CANDIDATE',
      path: ['mentions', '0', 'entity'],
      record: 'mention:a',
      message:
        'person:ben is not among the candidates, so the mention is resolved to somebody whom it lists nowhere. Add person:ben to "candidates", or choose one of them.',
    },
  },
];

/** Bundles like those, with what was missing. */
export const SOUND: Readonly<Record<string, Bundle>> = {
  'a relay that cites, and one whose document derives from another': small({
    ...papers('post', 'wire', 'mail'),
    people: ['ana'],
    claims: { fire: {} },
    attributions: { ana, post: relay('post', 'fire', 'ana'), mail: bare('mail') },
    derivations: copies(['mail', 'wire']),
  }),
  'a relay that cites a denial of the same claim under another id': small({
    ...papers('post'),
    people: ['ana'],
    claims: { fire: {}, blaze: {} },
    attributions: {
      ana: { ...ana, claim: 'blaze', stance: 'DENIES' },
      no: { ...ana, stance: 'DENIES' },
      post: relay('post', 'fire', 'ana'),
    },
    relations: [{ from: 'claim:blaze', to: 'claim:fire', kind: 'SAME_AS', basis: 'ANALYST' }],
  }),
  'outlets and sources in documents of their family': small({
    ...papers('post', 'wire'),
    outlets: ['post', 'wire', 'group'],
    families: { post: 'group', wire: 'group' },
    sources: { aide: { shieldedBy: 'organization:wire' }, editor: { description: 'An editor of other media' } },
    people: ['ana'],
    claims: { fire: {} },
    attributions: {
      ana,
      wire: { ...own('post', 'fire'), actor: 'organization:wire' },
      aide: { ...own('post', 'fire'), actor: 'source:aide' },
      editor: { ...own('post', 'fire'), actor: 'source:editor' },
    },
  }),
  'what a model suggests': small({
    ...papers('post', 'wire'),
    people: ['ana'],
    claims: { fire: {} },
    attributions: { ana, post: { ...bare('post'), basis: 'MODEL' } },
    derivations: [...copies(['post', 'wire']), { ...copies(['wire', 'post'])[0], basis: 'RULE' }],
  }),
  'a newer version of a document, and a mention that is one of its candidates': small({
    ...papers('post', 'wire'),
    people: ['ana'],
    derivations: ['post', 'wire'].map((id, index) => ({
      ...copies([id, ['wire', 'post'][index] ?? ''])[0],
      kind: 'UPDATE',
    })),
    mentions: [{ ...mention, entity: 'person:ana' }],
  }),
};
