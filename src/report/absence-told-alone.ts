import type { Absence } from '../domain/absence.ts';
import type { AbsenceTold } from '../domain/absence-told.ts';
import type { OpenBranch } from '../domain/open-work.ts';
import { areaText } from './figures.ts';
import {
  lackWords,
  lonelyAreasSentence,
  NO_RELEASE,
  nobodyElseGrounds,
  releaseWords,
  reviewWords,
} from './nobody-else.ts';
import {
  branchAreas,
  branchLabel,
  branchReason,
  decisionReason,
  decisionState,
  decisionsSentence,
  openWorkGrounds,
  ownBranchesSentence,
  teammatesBranchesSentence,
} from './open-work.ts';

type Alone = AbsenceTold['alone'];

/** A sentence that stands under its own heading says it no more; a name keeps its first letter. */
function unlabelled(text: string, label: string, person: string): string {
  if (!text.startsWith(label)) return text;
  const rest = text.slice(label.length);
  return rest.startsWith(person) ? rest : `${rest.slice(0, 1).toUpperCase()}${rest.slice(1)}`;
}

/** What has nobody else: areas, reviews, releases, open branches, open decisions; each in a sentence, then one by one. */
export function tellAlone({ nobodyElse, openWork, openDecisions, repositories }: Absence): Alone {
  const several = repositories.length > 1;
  const { areas, reviews, releases } = nobodyElse;
  const branch = (one: OpenBranch, because: string | null): Alone['own']['rows'][number] => ({
    label: branchLabel(one, several),
    areas: branchAreas(one),
    workedAt: one.workedAt,
    authors: one.authors,
    because,
    evidence: { kind: 'commit', repository: one.repository, id: one.tip },
  });
  return {
    areas: {
      text: lonelyAreasSentence(nobodyElse),
      rows: areas.map(({ lacks, ...row }) => ({
        ...row,
        label: areaText(several ? `${row.repository}: ${row.area}` : row.area),
        lacks: lackWords(lacks),
      })),
    },
    reviews: {
      text: unlabelled(reviewWords(nobodyElse), 'Reviews: ', nobodyElse.person),
      evidence: reviews.evidence,
      evidenceTotal: reviews.evidenceTotal,
    },
    releases:
      releases.length === 0
        ? [{ repository: '', text: NO_RELEASE, evidence: [], evidenceTotal: 0 }]
        : releases.map((cadence) => ({
            repository: cadence.repository,
            text: unlabelled(releaseWords(cadence, nobodyElse), 'Releases: ', nobodyElse.person),
            evidence: cadence.evidence,
            evidenceTotal: cadence.evidenceTotal,
          })),
    branches: {
      text: teammatesBranchesSentence(openWork),
      rows: openWork.waits.map((one) => branch(one, branchReason(one.because, openWork.person))),
    },
    own: { text: ownBranchesSentence(openWork), rows: openWork.own.map((one) => branch(one, null)) },
    decisions: {
      text: decisionsSentence(openDecisions),
      rows: openDecisions.waits.map((one) => ({
        label: several ? `${one.repository}: ${one.title}` : one.title,
        state: decisionState(one),
        because: decisionReason(one.because, openDecisions.person),
        evidence: { kind: 'file', repository: one.repository, id: one.path },
      })),
    },
    grounds: [nobodyElseGrounds(nobodyElse), openWorkGrounds(openWork)],
  };
}
