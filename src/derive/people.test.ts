import { describe, expect, it } from 'vitest';
import { commit, derive } from '../../test/derived-changes.ts';

describe('the configuration', () => {
  const commits = [commit('a'), commit('b', { author: 'dave <d@d.example>', committer_time: 9000 })];
  it('says nothing when it changes nobody', async () => {
    expect((await derive({ commits })).notes).toEqual([]);
  });
  it('says whom it joins and how many commits that moves', async () => {
    const { notes } = await derive(
      { commits },
      { people: [{ name: 'Ada', identities: ['ada@a.example', 'd@d.example'] }] },
    );
    expect(notes).toEqual(['fortnight.yml joins 1 identity by hand: 1 commit changes its person.']);
  });
  it('says whom it counts as a bot', async () => {
    const { notes } = await derive({ commits }, { people: [{ name: 'dave', identities: [], kind: 'bot' }] });
    expect(notes).toEqual(['fortnight.yml counts dave as a bot: 1 commit.']);
  });
  it('says whom it gives another name, and is silent where it is only shorter', async () => {
    const named = (name: string) => derive({ commits }, { people: [{ name, identities: ['ada@a.example'] }] });
    expect((await named('Linus Torvalds')).notes).toEqual([
      'fortnight.yml shows 1 person under a name none of their commits bears: Ada Byron as Linus Torvalds.',
    ]);
    expect((await named('ada')).notes).toEqual([]);
  });
  it('says what it keeps apart, also where the others of that person get another id', async () => {
    const twin = commit('c', { author: 'Zoe <ada@a.example>', committer_time: 20_000 });
    const { notes } = await derive({ commits: [...commits, twin] }, { split: ['Ada Byron <ada@a.example>'] });
    expect(notes).toEqual(['fortnight.yml keeps 1 identity apart by hand: 1 commit changes its person.']);
  });
  it('says what it keeps apart', async () => {
    const twin = commit('c', { author: 'ada <ada@a.example>', committer_time: 20_000 });
    const { notes } = await derive({ commits: [...commits, twin] }, { split: ['ada <ada@a.example>'] });
    expect(notes).toEqual(['fortnight.yml keeps 1 identity apart by hand: 1 commit changes its person.']);
  });
});
