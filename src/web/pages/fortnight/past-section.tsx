import type { ToldAbsence } from '../../../domain/absence-told.ts';
import type { Weeks } from '../../../domain/weeks.ts';
import { calendarDay, decimal, numeral } from '../../../domain/words.ts';
import { useAnswer } from '../../client/use-answer.ts';
import { Answered } from '../../design/answered.tsx';
import { Drawer } from '../../design/drawer.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { Segmented } from '../../design/segmented.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { AbsenceSilence } from '../../figures/absence-silence.tsx';
import { AbsenceSilences } from '../../figures/absence-silences.tsx';
import { AbsenceTimeline } from '../../figures/absence-timeline.tsx';
import { SilencePanels } from '../../figures/silence-panels.tsx';
import { text } from '../../messages/index.ts';
import styles from './past-section.module.css';
import { type AbsenceAddress, askedOf, type Zoom } from './use-absence-address.ts';

const WEEKS: Readonly<Record<Zoom, number>> = { year: 53, three: 157, all: Number.POSITIVE_INFINITY };

interface PastSectionProps {
  readonly absence: ToldAbsence;
  readonly address: AbsenceAddress;
  change(change: { zoom?: Zoom; silence?: number | null }): void;
}

/** The real absences on a timeline with the team's flow under them; one of them opens. */
export function PastSection({ absence, address, change }: PastSectionProps) {
  const words = text.fortnight;
  const result = useAnswer('weeks', askedOf(address));
  const { past, told } = absence;
  const place = past.absences.findIndex(({ from }) => from === address.silence);
  const [silence, tells] = [past.absences[place], told.past.absences[place]];
  const known = result.data?.weeks.length ?? Number.POSITIVE_INFINITY;
  const zooms = [
    { value: 'year', label: words.zoomYear },
    { value: 'three', label: words.zoomThree },
    { value: 'all', label: words.zoomAll },
  ] as const;
  const open = (from: number) => change({ silence: from });
  return (
    <FigureCard
      id="before"
      title={words.timelineTitle}
      meaning={words.timelineMeaning}
      sure={told.past.sure}
      isReasonSaid
      {...(result.data === undefined ? {} : { copy: copyOf(zoomed(result.data, address.zoom)) })}
    >
      <AbsenceSilences absence={absence} onOpen={open}>
        <div className={styles.zoom} data-screen="">
          <Segmented<Zoom>
            label={words.zoom}
            value={address.zoom}
            options={zooms.filter(
              // A stretch longer than the history is all of it.
              ({ value }) => value === address.zoom || value === 'all' || WEEKS[value] < known,
            )}
            onChange={(zoom) => change({ zoom })}
          />
        </div>
        <Answered result={result} skeleton={<Skeleton shape="figure" />}>
          {(weeks) => (
            <>
              <AbsenceTimeline weeks={zoomed(weeks, address.zoom)} onOpen={open} />
              <SilencePanels weeks={weeks} told={told.past} onOpen={open} />
            </>
          )}
        </Answered>
      </AbsenceSilences>
      <Drawer
        title={tells === undefined ? '' : words.silenceTitle(tells.days)}
        open={silence !== undefined && tells !== undefined}
        onClose={() => change({ silence: null })}
      >
        {silence === undefined || tells === undefined ? null : <AbsenceSilence silence={silence} told={tells} />}
      </Drawer>
    </FigureCard>
  );
}

/** The last weeks alone, with the silences that reach into them. */
function zoomed(weeks: Weeks, zoom: Zoom): Weeks {
  const shown = weeks.weeks.slice(-Math.min(WEEKS[zoom], weeks.weeks.length));
  const start = shown[0]?.from ?? 0;
  return { ...weeks, weeks: shown, absences: weeks.absences.filter(({ to }) => to === null || to > start) };
}

function copyOf({ weeks, absences }: Weeks) {
  const words = text.fortnight;
  return {
    title: words.timelineTitle,
    columns: [
      { label: words.week, align: 'left' as const },
      ...[words.landed, words.throughOne, words.usualWeek, words.ownChanges].map((label) => ({
        label,
        align: 'right' as const,
      })),
    ],
    rows: weeks.map((week) => [
      calendarDay(week.from),
      numeral(week.landed),
      numeral(week.through),
      week.usual === null ? '' : decimal(week.usual),
      numeral(week.own),
    ]),
    note: absences.map(({ said }) => said).join('. '),
  };
}
