import type { Confidence } from './report.ts';

/**
 * What a person is shown, before anybody knows how wide, in which colours or in which notation: a page is blocks of
 * text. Answers become pages (`report/*`), renderers turn a page into a terminal screen or Markdown. Text in a page is
 * still a stranger's: the renderers are what makes it harmless.
 */
export interface Page {
  readonly blocks: readonly Block[];
}

/** Why a piece of text stands out. A renderer may use colour for it, never colour alone. */
export type Tone = 'strong' | 'quiet' | 'good' | 'warn' | 'accent' | 'command';
export interface Span {
  readonly text: string;
  readonly tone: Tone;
}
export type Inline = string | Span | readonly (string | Span)[];

/** A share drawn as a thin bar. */
export interface Bar {
  readonly bar: number;
}
export type PageCell = Inline | Bar;

export interface PageColumn {
  readonly label: string;
  /** Numbers stand to the right. */
  readonly align: 'left' | 'right';
  /** Too long for its column: names wrap, paths lose their middle. */
  readonly overflow: 'wrap' | 'elide';
}

export type Block =
  | { readonly kind: 'headline'; readonly left: Inline; readonly right: Inline }
  | { readonly kind: 'text'; readonly text: Inline }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: Inline }[] }
  | { readonly kind: 'list'; readonly items: readonly Inline[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly PageColumn[];
      readonly rows: readonly (readonly PageCell[])[];
    }
  | {
      readonly kind: 'section';
      readonly title: string;
      /** How sure its figures are; shown as a mark and in words. */
      readonly sure: Confidence['level'] | null;
      readonly blocks: readonly Block[];
    }
  /** Side by side where there is room, one below the other where there is none. */
  | { readonly kind: 'columns'; readonly left: readonly Block[]; readonly right: readonly Block[] };

export const span = (tone: Tone, text: string): Span => ({ tone, text });
export const strong = (text: string): Span => span('strong', text);
export const quiet = (text: string): Span => span('quiet', text);
export const command = (text: string): Span => span('command', text);
export const textBlock = (text: Inline): Block => ({ kind: 'text', text });
