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
    'sustituid',
    'substituíd',
    'substituid',
    'sostituit',
    'vervangen',
    'заменен',
    'заменён',
    '已被取代',
    '被取代',
    '已取代',
    '已替代',
    '已被替代',
    '置き換え',
  ],
  deprecated: [
    'deprecated',
    'outdated',
    'obsolete',
    'retired',
    'veraltet',
    'überholt',
    'obsolet',
    'obsolète',
    'déprécié',
    'caduc',
    'obsoleto',
    'obsoleta',
    'descontinuad',
    'deprecato',
    'verouderd',
    'устарел',
    '已废弃',
    '已廢棄',
    '已弃用',
    '已棄用',
    '已过时',
    '废弃',
    '弃用',
    '非推奨',
    '廃止',
  ],
  rejected: [
    'rejected',
    'declined',
    'denied',
    'withdrawn',
    'abandoned',
    'abgelehnt',
    'verworfen',
    'zurückgezogen',
    'rejeté',
    'refusé',
    'abandonné',
    'rechazad',
    'rejeitad',
    'recusad',
    'rifiutat',
    'afgewezen',
    'verworpen',
    'отклонен',
    'отклонён',
    '已拒绝',
    '已拒絕',
    '被拒绝',
    '拒绝',
    '已否决',
    '却下',
  ],
  draft: [
    'draft',
    'wip',
    'work in progress',
    'entwurf',
    'in arbeit',
    'brouillon',
    'borrador',
    'rascunho',
    'bozza',
    'concept',
    'черновик',
    '草稿',
    '草案',
    '起草',
    '下書き',
  ],
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
    'in diskussion',
    'noch nicht',
    'proposé',
    'en discussion',
    'en cours de',
    'propuest',
    'pendiente',
    'en discusión',
    'propost',
    'pendente',
    'em discussão',
    'voorgesteld',
    'предложен',
    '提议',
    '已提议',
    '提議',
    '提案',
    '待定',
    '待讨论',
    '讨论中',
    '评审中',
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
    'validé',
    'aceptad',
    'aprobad',
    'adoptad',
    'aceit',
    'aprovad',
    'adotad',
    'accettat',
    'approvat',
    'geaccepteerd',
    'aanvaard',
    'принят',
    'утвержден',
    'утверждён',
    '已接受',
    '接受',
    '已采纳',
    '采纳',
    '已採納',
    '已通过',
    '已通過',
    '通过',
    '已批准',
    '批准',
    '已决定',
    '承認',
    '採用',
  ],
};
/** Longer ones first: `已被取代` begins like nothing else, `not accepted` is no `not`. */
const BY_WORD = Object.entries(WORDS)
  .flatMap(([status, words]) => words.map((word) => ({ word, status: status as DecisionStatus })))
  .sort((a, b) => b.word.length - a.word.length);
/** Sentences that say 被 ADR-0005 取代: superseded by it. */
const BY_ANOTHER = /^(?:已)?(?:被|由).{1,200}(?:取代|替代|替换|代替)/u;
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
    .replace(/^(?:status|state)\s*[:\uff1a]\s*/, '')
    .replace(/^[^\p{L}]+/u, '')
    .replace(OPENINGS, '')
    .slice(0, 300);
  if (BY_ANOTHER.test(plain)) return 'superseded';
  if (IN_PART.test(plain)) return /supersed|superced|replaced/.test(plain) ? 'accepted' : null;
  const found = beginning(plain);
  if (found === null) return null;
  const next = /^[^\s|,/]*\s*(?:\||\/|,?\s*\b(?:or|oder|ou|of)\b)\s*[^\p{L}]*(.*)$/u.exec(plain)?.[1];
  return next !== undefined && beginning(next) !== null ? null : found.status;
}

function beginning(text: string) {
  return BY_WORD.find(({ word }) => text.startsWith(word)) ?? null;
}

/**
 * Where the word stands that states `status`, in a text with its markup: from the first letter of it to the last. Null for a
 * status that is said in another way, or by several words.
 */
export function placeOfStatus(
  raw: string,
  status: DecisionStatus,
): { readonly start: number; readonly end: number } | null {
  const lower = raw.toLowerCase();
  if (lower.length !== raw.length) return null;
  const places = WORDS[status].flatMap((word) => {
    const start = lower.indexOf(word);
    return start === -1 ? [] : [{ start, end: start + word.length }];
  });
  const first = places.sort((a, b) => a.start - b.start || b.end - a.end)[0];
  if (first === undefined) return null;
  const rest = /^\p{Script=Latin}*/u.exec(raw.slice(first.end))?.[0] ?? '';
  return { start: first.start, end: first.end + rest.length };
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
  return (
    text
      .slice(0, 2000)
      // What is struck through is said no more.
      .replace(/~~[^~]*~~/g, ' ')
      .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
      .replace(/!?\[([^[\]]*)\](?:\[[^[\]]*\])?/g, '$1')
      .replace(/<[^<>]{0,200}>/g, ' ')
      .replace(/[*`~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
      .replace(/^\s*(?:>\s*)+/, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
