import type { Report, Share } from '../domain/report.ts';
import type { Lead } from '../domain/setting.ts';
import { counted, listed, percent } from '../domain/words.ts';

/** From here on, most of the team's work waits for one person. */
const MOST = 0.5;
/** Below this share, what passes through the lead is what passes through anybody. */
const LITTLE = 0.1;

/**
 * The answer to the headline question in one sentence: a first word that commits to no more than the evidence does, and
 * what it rests on. There is no number for the whole, because no such number means anything.
 */
export function verdict(reports: readonly Report[], lead: Lead, activeAreas: number): string {
  const gate = reports.find((r) => r.measure === 'gate')?.figure ?? null;
  const uncovered = numberOf(reports, 'cover');
  const thin = numberOf(reports, 'known-to-one');
  const share = typeof gate === 'object' ? gate : null;
  if (share === null && thin === null && uncovered === null) {
    return `Not enough evidence to say. ${lead.name === null ? lead.reason : 'fortnight doctor says what is missing.'}`;
  }
  const who = lead.name ?? 'the lead';
  const findings = [...gateFinding(share, who), ...areaFindings(thin, uncovered, activeAreas, who)];
  const unseen =
    share === null && lead.name !== null
      ? ` Who passes changes on cannot be seen well enough to say whether anything waits.`
      : '';
  if (findings.length === 0) {
    if (share !== null) {
      return `By this evidence, yes: no active area is known to one person alone, and hardly anything waits for ${who} alone.`;
    }
    const covered = uncovered === 0 ? `, and each area ${who} works in has somebody else who has worked there` : '';
    return `Perhaps: no active area is known to one person alone${covered}.${unseen}`;
  }
  const isMost = (share !== null && share.low >= MOST) || (thin !== null && thin > 0 && thin >= activeAreas * MOST);
  return `${isMost ? 'Hardly' : 'Not everywhere'}: ${listed(findings)}.${unseen}`;
}

function gateFinding(share: Share | null, who: string): string[] {
  if (share === null || share.share < LITTLE) return [];
  return [`${percent(share.share)} of teammates' changes landed through ${who} alone`];
}

function areaFindings(thin: number | null, uncovered: number | null, activeAreas: number, who: string): string[] {
  const findings: string[] = [];
  if (thin !== null && thin > 0) {
    findings.push(
      `${thin} of ${counted(activeAreas, 'active area')} ${thin === 1 ? 'is' : 'are'} known to one person at most`,
    );
  }
  if (uncovered !== null && uncovered > 0) {
    findings.push(`in ${counted(uncovered, 'area')} of those ${who} works in, nobody else active has worked`);
  }
  return findings;
}

function numberOf(reports: readonly Report[], measure: string): number | null {
  const figure = reports.find((r) => r.measure === measure)?.figure ?? null;
  return typeof figure === 'number' ? figure : null;
}
