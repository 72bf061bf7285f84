import type { HtmlReport } from '../../domain/html-report.ts';
import { Disclosure } from '../design/disclosure.tsx';
import { FigureCard } from '../design/figure-card.tsx';
import { Said } from '../design/said.tsx';
import { AbsenceAlone } from '../figures/absence-alone.tsx';
import { AbsenceAreas } from '../figures/absence-areas.tsx';
import { AbsenceCover } from '../figures/absence-cover.tsx';
import { AbsenceMoves } from '../figures/absence-moves.tsx';
import { AbsenceOutcomes } from '../figures/absence-outcomes.tsx';
import { AbsenceReplay } from '../figures/absence-replay.tsx';
import { AbsenceSilence } from '../figures/absence-silence.tsx';
import { AbsenceSilences } from '../figures/absence-silences.tsx';
import { AbsenceTimeline } from '../figures/absence-timeline.tsx';
import { SilencePanels } from '../figures/silence-panels.tsx';
import { text } from '../messages/index.ts';
import { Section } from './section.tsx';

/** Three years: more make no picture a sheet of paper can hold. */
const WEEKS_DRAWN = 157;

/** The vacation test: where work passes through who is away, who else is there, what happened before, what helps. */
export function Absence({ report: { absence, weeks } }: { readonly report: HtmlReport }) {
  const words = text.report;
  const shown = weeks.weeks.slice(-WEEKS_DRAWN);
  const start = shown[0]?.from ?? 0;
  const drawn = { ...weeks, weeks: shown, absences: weeks.absences.filter(({ to }) => to === null || to > start) };
  const { past, told } = absence;
  return (
    <>
      <Section id="stall" title={words.stall}>
        <AbsenceAreas absence={absence} />
        <AbsenceAlone absence={absence} />
        <AbsenceReplay absence={absence} />
      </Section>
      <Section id="who" title={words.cover}>
        <AbsenceCover absence={absence} />
      </Section>
      <Section id="past" title={words.past}>
        <FigureCard
          id="before"
          title={text.fortnight.timelineTitle}
          meaning={text.fortnight.timelineMeaning}
          sure={told.past.sure}
          isReasonSaid
        >
          <AbsenceSilences absence={absence}>
            <AbsenceTimeline weeks={drawn} />
            <SilencePanels weeks={weeks} told={told.past} />
          </AbsenceSilences>
          {past.absences.map((silence, i) => {
            const tells = told.past.absences[i];
            return tells === undefined ? null : (
              <Disclosure key={silence.from} summary={<Said>{text.fortnight.silenceTitle(tells.days)}</Said>}>
                <AbsenceSilence silence={silence} told={tells} />
              </Disclosure>
            );
          })}
        </FigureCard>
        <AbsenceOutcomes absence={absence} />
      </Section>
      <Section id="what-helps" title={words.moves}>
        <AbsenceMoves absence={absence} />
      </Section>
    </>
  );
}
