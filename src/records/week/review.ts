import { daysLater, isoWeekOf } from '../../domain/calendar-day.ts';
import type { RecordEntry } from '../../domain/records/entry.ts';
import type { weekKind } from '../../domain/records/week.ts';
import {
  type FiguresThenNow,
  MOST_OF_A_PART,
  WEEK_QUESTION,
  type WeekItem,
  type WeekPart,
  type WeekReview,
} from '../../domain/week-review.ts';
import { once } from './item.ts';
import { FIXED_MINUTES, shareMinutes } from './minutes.ts';

/** A part as it is found: all of its items in the order in which they are to be looked at. */
export interface FoundPart extends Pick<WeekPart, 'id' | 'title' | 'lists' | 'missing'> {
  readonly items: readonly WeekItem[];
}

type WeekEntry = Pick<RecordEntry<typeof weekKind>, 'id' | 'fields' | 'sections'>;

/** This week's review where there is one, and since when the next one looks. */
export function placeInTime(reviews: readonly WeekEntry[], today: string) {
  const week = isoWeekOf(today);
  const done = reviews.find(({ fields }) => fields.week === week) ?? null;
  const days = reviews.flatMap(({ fields: { week: other, on } }) =>
    other !== week && on !== undefined && on <= today ? [on] : [],
  );
  const last = days.sort().at(-1);
  return {
    week,
    done,
    since: last ?? daysLater(today, -7),
    basis: last === undefined ? ('seven-days' as const) : ('last-review' as const),
  };
}

export interface Found {
  readonly today: string;
  readonly reviews: readonly WeekEntry[];
  readonly parts: readonly FoundPart[];
  readonly figures: FiguresThenNow;
  readonly notes: readonly string[];
}

/** Puts the review together: each item once, a handful of a part, ten minutes in all. Weeks that were skipped are not counted. */
export function weekReview({ today, reviews, parts, figures, notes }: Found): WeekReview {
  const { week, done, since, basis } = placeInTime(reviews, today);
  const single = parts.map((part) => ({ ...part, items: once(part.items) }));
  const minutes = shareMinutes(single.map(({ items }) => Math.min(items.length, MOST_OF_A_PART)));
  const shown = single.map(
    (part, i): WeekPart => ({
      ...part,
      minutes: minutes[i] ?? 0,
      items: part.items.slice(0, MOST_OF_A_PART),
      more: Math.max(0, part.items.length - MOST_OF_A_PART),
    }),
  );
  const fixed = FIXED_MINUTES.question + (figures.ends === null ? 0 : FIXED_MINUTES.figures);
  return {
    week,
    today,
    since,
    basis,
    minutes: shown.reduce((sum, part) => sum + part.minutes, fixed),
    parts: shown,
    figures,
    question: WEEK_QUESTION,
    done:
      done === null
        ? null
        : { id: done.id, on: done.fields.on ?? null, wrong: sectionOf(done, WRONG), next: sectionOf(done, NEXT) },
    finish: `fortnight week done --wrong "…" --next "…"`,
    notes: [...notes],
  };
}

/** Headings of the two answers in the record of a review. */
export const WRONG = WEEK_QUESTION;
export const NEXT = 'Next week';

const sectionOf = ({ sections }: WeekEntry, heading: string): string =>
  sections.find((section) => section.heading === heading)?.text.trim() ?? '';
