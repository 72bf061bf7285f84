import { describe, expect, it } from 'vitest';
import { parseIdentity } from './identity.ts';
import { joinIdentities, OUR_RULES } from './join.ts';
import { isForge, kindOf } from './kinds.ts';
import { suggestJoins } from './suggest.ts';

function kind(identity: string): string {
  return kindOf(parseIdentity(identity));
}

describe('a bot', () => {
  it.each([
    'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
    'dependabot[bot] <support@github.com>',
    'dependabot-preview[bot] <27856297+dependabot-preview[bot]@users.noreply.github.com>',
    'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>',
    'Renovate Bot <bot@renovateapp.com>',
    'WhiteSource Renovate <bot@renovateapp.com>',
    'greenkeeper[bot] <greenkeeper[bot]@users.noreply.github.com>',
    'greenkeeperio-bot <support@greenkeeper.io>',
    'semantic-release-bot <semantic-release-bot@martynus.net>',
    'jekyllbot <jekyllbot@jekyllrb.example>',
    'jekyllbot <jekyllbot@users.noreply.github.com>',
    'github-actions <github-actions@github.com>',
    'GitHub Actions <actions@github.com>',
    'GitHub Action <action@github.com>',
    'Travis CI <builds@travis-ci.org>',
    'Hosted Weblate <hosted@weblate.org>',
    'Gerrit Code Review <gerrit@example.org>',
    'Zuul <zuul@review.example.org>',
    'bors <bors@rust-lang.example>',
    'project_12_bot_ab <project_12_bot_ab@noreply.gitlab.com>',
    'k8s-ci-robot <ci@x.example>',
    'GitHub <noreply@github.com>',
  ])('is %s', (identity) => expect(kind(identity)).toBe('bot'));
});

describe('an agent', () => {
  it.each([
    'Claude <noreply@anthropic.com>',
    'Claude Opus 4.5 <noreply@anthropic.com>',
    'Claude Code <someone@work.example>',
    'copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>',
    'Copilot <175728472+Copilot@users.noreply.github.com>',
    'Cursor Agent <cursoragent@cursor.com>',
    'devin-ai-integration[bot] <158243242+devin-ai-integration[bot]@users.noreply.github.com>',
    'google-labs-jules[bot] <161369871+google-labs-jules[bot]@users.noreply.github.com>',
    'gemini-code-assist[bot] <1+gemini-code-assist[bot]@users.noreply.github.com>',
    'aider (gpt-4o) <noreply@aider.chat>',
    'openhands <openhands@all-hands.dev>',
    'Codex <codex@openai.com>',
  ])('is %s', (identity) => expect(kind(identity)).toBe('agent'));

  it('may be one nobody listed: an address under two versioned names', () => {
    const list = [
      'Vel Nova 4.5 <m@v.example>',
      'Vel Nova 5 <m@v.example>',
      'Vel Nova 4.6 <m@v.example>',
      'Ada 2.0 <a@a.example>',
    ];
    const { people } = joinIdentities({
      seen: list.map((identity) => ({ identity, repositories: ['r'], commits: 1 })),
      mailmaps: new Map(),
      people: [],
      split: [],
      rules: OUR_RULES,
    });
    expect(people.map((one) => one.kind).sort()).toEqual(['agent', 'human']);
  });
});

describe('a person', () => {
  it.each([
    'Claude Martin <claude.martin@x.example>',
    'Claude <claude@family.example>',
    'Jules Verne <jules@x.example>',
    'Devin Smith <devin@x.example>',
    'Gemini <gem@x.example>',
    'Jan Bot <jan@x.example>',
    'Marie Talbot <m.talbot@x.example>',
    'Abbot <abbot@x.example>',
    'robotnik <r@x.example>',
    'Ada Byron (aider) <ada@a.example>',
    'Travis <travis.k@x.example>',
    'claude <12+claude@users.noreply.github.com>',
    'Cody <cody@x.example>',
    '',
    '<>',
  ])('is %s', (identity) => expect(kind(identity)).toBe('human'));
});

it('a forge commits for somebody else', () => {
  expect(isForge(parseIdentity('GitHub <noreply@github.com>'))).toBe(true);
  expect(isForge(parseIdentity('Gerrit Code Review <gerrit@x.example>'))).toBe(true);
  expect(isForge(parseIdentity('Ada Byron <ada@a.example>'))).toBe(false);
  expect(isForge(parseIdentity('ada <1+ada@users.noreply.github.com>'))).toBe(false);
});

describe('suggestions', () => {
  function suggest(list: readonly string[]): string[] {
    const { people, identities } = joinIdentities({
      seen: list.map((identity) => ({ identity, repositories: ['r'], commits: 1 })),
      mailmaps: new Map(),
      people: [],
      split: [],
      rules: OUR_RULES,
    });
    return suggestJoins(people, identities).map((one) => `${one.identities.join(' + ')}: ${one.evidence}`);
  }

  it.each([
    ['dave <d@a.example>', 'Dave <e@b.example>', /single-word name "dave"/],
    ['Ada Byron <adabyron@a.example>', 'x <adabyron@b.example>', /"adabyron"/],
    ['Ada Byron <q@a.example>', 'Byron Ada <p@b.example>', /same words/],
    ['Ada Byron <q@a.example>', 'A. Byron <p@b.example>', /family name "byron"/],
    ['Ada Byron <q@a.example>', 'abyron <p@b.example>', /"abyron"/],
  ])('pair %s and %s', (a, b, why) => {
    expect(suggest([a, b])).toHaveLength(1);
    expect(suggest([a, b])[0]).toMatch(why);
  });

  it('leave out what five people share, bots, and general words', () => {
    expect(suggest([1, 2, 3, 4, 5].map((i) => `dave <d${i}@a.example>`))).toEqual([]);
    expect(suggest(['x <info@a.example>', 'y <info@b.example>'])).toEqual([]);
    expect(suggest(['helper-bot <h@a.example>', 'helper-bot <i@b.example>'])).toEqual([]);
  });
});
