import type { Bundle } from '../bundle.ts';
import { type ActorFacts, areApart, type Facts, isCounted } from './facts.ts';
import { isOwnVoice } from './stances.ts';
import type { Risk } from './warning.ts';

type Attribution = Bundle['attributions'][number];

const OUTLETS: readonly (string | null)[] = ['OUTLET', 'AGENCY'];

/** Voices of outlets and of their sources in the page of another outlet. */
export function riskyVoices({ attributions }: Bundle, facts: Facts): Risk[] {
  return attributions.flatMap((attribution, index): Risk[] => {
    if (!isOwnVoice(attribution) || !isCounted(attribution)) return [];
    const [code, message] = riskOf(attribution, facts) ?? [];
    return code && message ? [{ code, collection: 'attributions', index, field: 'document', message }] : [];
  });
}

function riskOf({ actor, document }: Attribution, facts: Facts): readonly [Risk['code'], string] | null {
  const speaker = facts.actors.get(actor);
  const page = document === undefined ? undefined : facts.documents.get(document);
  if (!speaker || !page?.publisher || page.authors.includes(actor)) return null;
  const isOther = (outlet: string) => areApart(facts, outlet, page.publisher as string);
  if (speaker.type === 'UNNAMED_SOURCE') return riskOfSource(actor, speaker, page.publisher, isOther);
  if (!OUTLETS.includes(speaker.kind) || !isOther(actor)) return null;
  return [
    'OUTLET_IN_OTHER_PAGE',
    `${actor} speaks in its own voice in a document of ${page.publisher}, and counts as a newsroom of that publisher. Put it into a document of ${actor}, with "read": false if nobody has read it, and let the page cite it.`,
  ];
}

function riskOfSource(
  source: string,
  { shieldedBy, words }: ActorFacts,
  publisher: string,
  isOther: (outlet: string) => boolean,
): readonly [Risk['code'], string] | null {
  if (shieldedBy !== null) {
    if (!isOther(shieldedBy)) return null;
    return [
      'SOURCE_IN_OTHER_PAGE',
      `${shieldedBy} shields ${source}, whose words stand in a document of ${publisher} and count as a newsroom of that publisher. Put them into a document of ${shieldedBy}, with "read": false if nobody has read it, and let the page cite them.`,
    ];
  }
  if (!words.some((text) => MEDIA.test(text))) return null;
  return [
    'OUTLET_IN_OTHER_PAGE',
    `${source} stands for outlets that ${publisher} cites, and counts as a source of that publisher. Give each outlet that is named words in a document of its own; if none is named, leave this out and let the page relay with REPORTS.`,
  ];
}

/** Names of unnamed sources that are media, and not somebody at them: "Other media", "medios locales", "press reports". */
const MEDIA =
  /^(?:(?:the|other|several|some|many|various|unnamed|local|foreign|international|national|state|regional|news|los|las|otros|otras|varios|algunos)\s+)*(?:media|outlets|newspapers|press|news agencies|agencies|medios|prensa|agencias|periódicos|(?:media|press|news) (?:reports|outlets))(?:$|[,.;:(]|\s+(?:in|of|from|that|which|reports|cited|quoted|not|de|del|en|que|locales|internacionales|nacionales|extranjeros)\b)/i;
