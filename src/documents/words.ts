/** What a decision record says of itself, in the words of the table `decisions`. */
export type DecisionStatus = 'proposed' | 'accepted' | 'rejected' | 'deprecated' | 'superseded' | 'draft';

/** Words that begin a status, by what they mean. English first, then what was met in other languages. */
const WORDS: Readonly<Record<DecisionStatus, readonly string[]>> = {
  superseded: [
    'supersed',
    'superced',
    'superseed',
    'replaced',
    'ersetzt',
    'abgelöst',
    'remplacé',
    'reemplazad',
    'substituíd',
    'sostituit',
  ],
  deprecated: [
    'deprecated',
    'outdated',
    'obsolete',
    'retired',
    'veraltet',
    'obsolet',
    'déprécié',
    'obsoleto',
    'deprecato',
  ],
  rejected: [
    'rejected',
    'declined',
    'denied',
    'withdrawn',
    'abandoned',
    'abgelehnt',
    'verworfen',
    'rejeté',
    'refusé',
    'rechazad',
    'rejeitad',
    'rifiutat',
  ],
  draft: ['draft', 'wip', 'work in progress', 'entwurf', 'brouillon', 'borrador', 'rascunho', 'bozza'],
  proposed: [
    'proposed',
    'proposal',
    'propose',
    'pending',
    'in review',
    'under review',
    'in discussion',
    'under discussion',
    'for discussion',
    'to be decided',
    'undecided',
    'tbd',
    'not yet',
    'not decided',
    'not accepted',
    'vorgeschlagen',
    'vorschlag',
    'proposé',
    'propuest',
    'propost',
  ],
  accepted: [
    'accepted',
    'accept',
    'approved',
    'decided',
    'adopted',
    'agreed',
    'ratified',
    'akzeptiert',
    'angenommen',
    'beschlossen',
    'entschieden',
    'genehmigt',
    'accepté',
    'approuvé',
    'adopté',
    'aceptad',
    'aprobad',
    'aceit',
    'aprovad',
    'accettat',
    'approvat',
    'geaccepteerd',
  ],
};
const BY_WORD = Object.entries(WORDS).flatMap(([status, words]) =>
  words.map((word) => ({ word, status: status as DecisionStatus })),
);
const OPENINGS = /^(?:this|the)\s+(?:adr|rfc|decision|document|proposal|record)\s+(?:is|was|has been)\s+(?:now\s+)?/;
const IN_PART =
  /^(?:partly|partially|in part)\s+|^supersed\w*\s+in part\b|^supersed\w*\s+\((?:partly|partially|in part)\)/;

/**
 * Status that a text states: its first word must be a known one. What names several (the template left as it was: "Accepted or
 * Rejected", "proposed | accepted") states none. One superseded in part is still in force, so that is accepted.
 */
export function statusOf(text: string): DecisionStatus | null {
  const plain = plainText(text)
    .toLowerCase()
    .replace(/^(?:status|state)\s*:\s*/, '')
    .replace(/^[^\p{L}]+/u, '')
    .replace(OPENINGS, '')
    .slice(0, 300);
  if (IN_PART.test(plain)) return /supersed|superced|replaced/.test(plain) ? 'accepted' : null;
  const found = beginning(plain);
  if (found === null) return null;
  const next = /^[^\s|,/]*\s*(?:\||\/|,?\s*\bor\b)\s*[^\p{L}]*(.*)$/u.exec(plain)?.[1];
  return next !== undefined && beginning(next) !== null ? null : found;
}

function beginning(text: string): DecisionStatus | null {
  return BY_WORD.find(({ word }) => text.startsWith(word))?.status ?? null;
}

/** A later event wins: whoever supersedes a decision often leaves what stood there before. */
export function latestStatus(found: readonly (DecisionStatus | null)[]): DecisionStatus | null {
  return (
    found.find((status) => status === 'superseded') ??
    found.find((status) => status === 'deprecated') ??
    found.find((status) => status !== null) ??
    null
  );
}

/** Markdown as the words it shows: no emphasis, code, quotes, tags; of a link its text. */
export function plainText(text: string): string {
  return text
    .slice(0, 2000)
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/!?\[([^[\]]*)\](?:\[[^[\]]*\])?/g, '$1')
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/[*`~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/^\s*(?:>\s*)+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
