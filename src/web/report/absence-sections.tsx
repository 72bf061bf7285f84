import type { AbsenceTold, Pieces } from '../../domain/absence-told.ts';
import type { HtmlReport } from '../../domain/html-report.ts';
import type { Span } from '../../domain/page.ts';

import { LineChart } from '../design/charts/line-chart.tsx';
import { DataTable } from '../design/data-table.tsx';
import { Evidence } from '../design/evidence.tsx';
import { Inline } from '../design/inline.tsx';
import { Names } from '../design/names.tsx';
import { Said } from '../design/said.tsx';
import { ShareBar } from '../design/share-bar.tsx';
import { text } from '../messages/index.ts';
import { Part, Points, Section, Sentences } from './section.tsx';

const words = text.report;

/** A sentence in pieces; what is said plainly has no tone. */
function Told({ pieces }: { readonly pieces: Pieces }) {
  return (
    <Inline>
      {pieces.map((piece): string | Span => (piece.tone === 'plain' ? piece.text : { ...piece, tone: piece.tone }))}
    </Inline>
  );
}

/** Where work passes through who is away, and what has nobody else. */
export function Stall({ report: { absence } }: { readonly report: HtmlReport }) {
  const { told } = absence;
  return (
    <Section id="stall" title={words.stall}>
      <p>{words.stallLead}</p>
      <DataTable
        caption={words.stall}
        columns={[
          { key: 'area', label: words.area },
          { key: 'landed', label: words.landed, align: 'right' },
          { key: 'depends', label: words.depends },
          { key: 'lands', label: words.lands },
          { key: 'knows', label: words.knows },
        ]}
        rows={told.where.map((row) => ({
          key: `${row.repository} ${row.label}`,
          cells: {
            area: <Said>{row.label}</Said>,
            landed: (
              <Evidence
                pieces={row.evidence}
                total={row.evidenceTotal}
                label={words.of(row.landed, row.changes)}
                title={row.label}
              />
            ),
            depends: row.dependence === null ? null : <ShareBar share={row.dependence} />,
            lands: (
              <>
                {words.elseLands[row.elseLands]}
                {row.lands.people.length > 0 ? <Names names={row.lands.people} /> : null}
              </>
            ),
            knows: <Names names={row.knows.people} />,
          },
        }))}
      />
      <Part title={told.replay.title}>
        <Sentences of={[told.replay.text, told.replay.supposed, told.replay.caution]} />
      </Part>
      <Alone alone={told.alone} />
    </Section>
  );
}

function Alone({ alone }: { readonly alone: AbsenceTold['alone'] }) {
  const branches = (rows: AbsenceTold['alone']['own']['rows']) =>
    rows.map((row) => (
      <>
        <Said>{row.label}</Said>
        {row.because === null ? null : (
          <>
            {': '}
            <Said>{row.because}</Said>
          </>
        )}
      </>
    ));
  return (
    <Part title={words.alone}>
      <Sentences of={[alone.areas.text]} />
      <Points
        of={alone.areas.rows.map((row) => (
          <>
            <Said>{row.label}</Said>: <Said>{row.lacks}</Said>{' '}
            <Evidence pieces={row.evidence} total={row.evidenceTotal} title={row.label} />
          </>
        ))}
      />
      <Sentences of={[alone.reviews.text, ...alone.releases.map(({ text: said }) => said), alone.branches.text]} />
      <Points of={branches(alone.branches.rows)} />
      <Sentences of={[alone.own.text]} />
      <Points of={branches(alone.own.rows)} />
      <Sentences of={[alone.decisions.text]} />
      <Points
        of={alone.decisions.rows.map((row) => (
          <>
            <Said>{row.label}</Said> (<Said>{row.state}</Said>): <Said>{row.because}</Said>
          </>
        ))}
      />
      <Sentences of={alone.grounds} />
    </Part>
  );
}

/** The teammates who were seen doing what the person away does. */
export function Cover({ report: { absence } }: { readonly report: HtmlReport }) {
  const { told } = absence;
  return (
    <Section id="cover" title={words.cover}>
      <Sentences of={[told.deputy]} />
      <Points
        of={told.deputies.map((row) => (
          <>
            <Said>{row.text}</Said> <Evidence pieces={row.evidence} total={row.evidenceTotal} title={row.repository} />
          </>
        ))}
      />
      <DataTable
        caption={words.cover}
        columns={[
          { key: 'area', label: words.area },
          { key: 'lands', label: words.lands },
          { key: 'knows', label: words.people },
        ]}
        rows={absence.deputies.areas.map((row) => ({
          key: `${row.repository} ${row.area}`,
          cells: {
            area: <Said>{row.area ?? words.noArea}</Said>,
            lands: <Names names={row.landForOthers.people} />,
            knows: <Names names={row.couldCover?.people ?? []} />,
          },
        }))}
      />
    </Section>
  );
}

/** The silences of who is away, over the team's weeks, and what leads like that saw. */
export function Past({ report: { absence, weeks } }: { readonly report: HtmlReport }) {
  const { told } = absence;
  const whole = weeks.weeks.filter(({ isWhole }) => isWhole).slice(-156);
  return (
    <Section id="past" title={words.past}>
      <p>{words.pastLead}</p>
      <Part title={words.weeks}>
        <LineChart
          title={words.weeks}
          format={(value) => String(Math.round(value))}
          series={[
            { label: words.landedLine, tone: 'others', points: whole.map((w) => ({ at: w.from, value: w.landed })) },
            { label: words.throughLine, tone: 'alone', points: whole.map((w) => ({ at: w.from, value: w.through })) },
          ]}
        />
      </Part>
      <Part title={told.past.title} sure={told.past.sure}>
        <Sentences of={[told.past.text, told.past.leftOut, told.past.caution]} />
        <Points
          of={told.past.absences.map((one) => (
            <>
              <Said>{`${one.days}: ${one.kind}; ${one.work}`}</Said>
              {one.notCompared === null ? null : (
                <>
                  {' ('}
                  <Said>{one.notCompared}</Said>)
                </>
              )}
            </>
          ))}
        />
      </Part>
      <Outcome outcome={told.outcome} needed={told.needed} />
    </Section>
  );
}

function Outcome({
  outcome,
  needed,
}: {
  readonly outcome: AbsenceTold['outcome'];
  readonly needed: readonly string[];
}) {
  if (outcome === null) {
    return (
      <Part title={words.outcome}>
        <Points of={needed.map((one) => <Said key={one}>{one}</Said>)} />
      </Part>
    );
  }
  return (
    <Part title={words.outcome} sure={outcome.sure}>
      <Sentences of={[outcome.seen]} />
      <DataTable
        caption={words.outcome}
        columns={[
          { key: 'label', label: words.outcomes.outcome },
          { key: 'seen', label: words.outcomes.seen },
          { key: 'own', label: words.outcomes.own, align: 'right' },
        ]}
        rows={outcome.rows.map((row) => ({
          key: row.outcome,
          cells: {
            label: <Said>{row.label}</Said>,
            seen: row.seen === null ? <Said>{row.seenText}</Said> : <ShareBar share={row.seen} />,
            own: row.own === null ? '–' : String(row.own),
          },
        }))}
      />
      <Sentences of={[...outcome.remarks, ...outcome.own]} />
      <Sentences of={[outcome.deputy.question, outcome.deputy.nobody, outcome.deputy.somebody]} />
      <Sentences of={outcome.limits} />
    </Part>
  );
}

/** What would change the answer, in its order. */
export function Moves({ report: { absence } }: { readonly report: HtmlReport }) {
  const { moves } = absence.told;
  return (
    <Section id="moves" title={words.moves}>
      <p>
        <Told pieces={moves.text} />
      </p>
      <Points
        of={moves.moves.map((move, i) => (
          <>
            <Told pieces={move.text} /> <Said>{move.weekly}</Said> <Said>{move.after}</Said>{' '}
            {move.learns === null ? null : <Said>{move.learns}</Said>}{' '}
            <Evidence
              pieces={absence.moves.moves[i]?.evidence ?? []}
              total={absence.moves.moves[i]?.evidenceTotal ?? 0}
              title={move.text.map((piece) => piece.text).join('')}
            />
          </>
        ))}
      />
      {moves.findings.length === 0 ? null : (
        <Part title={words.findings}>
          <Points
            of={moves.findings.map((finding) => (
              <Told key={finding.map((piece) => piece.text).join('')} pieces={finding} />
            ))}
          />
        </Part>
      )}
      <Sentences of={moves.remarks} />
    </Section>
  );
}
