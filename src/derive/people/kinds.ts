import { foldName, forgeAccount, type Identity } from './identity.ts';

export type PersonKind = 'human' | 'bot' | 'agent';

/** Accounts of coding assistants that author changes, as forges and the assistants themselves write them. */
const AGENT_ACCOUNTS: ReadonlySet<string> = new Set([
  'aider-chat',
  'aider-chat-bot',
  'amazon-q-developer',
  'amp-code',
  'chatgpt-codex-connector',
  'claude',
  'cline',
  'codegen-sh',
  'coderabbitai',
  'codex',
  'copilot',
  'copilot-pull-request-reviewer',
  'copilot-swe-agent',
  'cursor',
  'cursoragent',
  'devin-ai-integration',
  'ellipsis-dev',
  'factory-droid',
  'gemini-cli',
  'gemini-code-assist',
  'github-code-quality',
  'github-advanced-security',
  'github-copilot',
  'google-labs-jules',
  'gpt-engineer-app',
  'jetbrains-junie',
  'jules',
  'kilo-code-bot',
  'lovable-dev',
  'openai-codex',
  'openhands-agent',
  'qodo-merge-pro',
  'replit-agent',
  'roomote',
  'seer-by-sentry',
  'sourcery-ai',
  'sweep-ai',
  'v0',
  'windsurf-bot',
]);
/**
 * Accounts whose plain login (without `[bot]`) belongs to an assistant too. Short words such as `claude`, `jules` or
 * `devin` are people's logins and names, so they are not here.
 */
const AGENT_LOGINS: ReadonlySet<string> = new Set(['copilot', 'cursoragent', 'openhands-agent', 'aider-chat-bot']);
/** Addresses of assistants: nobody else writes from them. */
const AGENT_ADDRESS =
  /^(?:noreply@anthropic\.com|claude@anthropic\.com|cursoragent@cursor\.com|agent@cursor\.com|copilot@github\.com|noreply@aider\.chat|aider@aider\.chat|openhands@all-hands\.dev|(?:codex|noreply)@openai\.com|devin@cognition\.ai|noreply@cognition\.ai|(?:devin|bot)@devin\.ai|amp@ampcode\.com|noreply@ampcode\.com|agent@warp\.dev|noreply@opencode\.ai|opencode@sst\.dev|crush@charm\.land|jules@google\.com|gemini-cli@google\.com|gemini-code-assist@google\.com|qwen-coder@alibabacloud\.com|noreply@(?:windsurf|codeium|sweep|kiro)\.(?:com|dev|ai)|cline@cline\.bot|noreply@cline\.bot|goose@block\.xyz|junie@jetbrains\.com)$/;
/** Names no person bears. `Claude`, `Devin`, `Jules`, `Gemini`, `Cursor` and `Codex` alone need an address beside them. */
const AGENT_NAME =
  /^(?:github copilot|copilot|copilot swe agent|claude (?:code|opus|sonnet|haiku|fable|mythos|instant|\d).{0,60}|openai codex|codex cli|chatgpt.{0,20}|gpt-\d.{0,20}|cursor agent|cursor ai|devin ai|gemini (?:cli|code assist|pro|flash|\d).{0,30}|google jules|aider|aider \(.{1,60}\)|openhands|windsurf cascade|amazon q(?: developer)?|roo code|cline ai|qwen code|qwen-coder|sweep ai|replit agent|jetbrains junie|opencode ai)(?: \[bot\])?$/;
const MODEL_WORD = /\b(?:claude|opus|sonnet|haiku|gpt|gemini|codex|copilot|llama|qwen|grok|deepseek|mistral)\b/;
/** `Some Model 4.5`: a version behind the name. */
const VERSIONED = /^\p{L}[\p{L} .-]{0,60} v?\d{1,3}(?:\.\d{1,3}){1,2}(?: \(.{1,60}\))?$/u;

const BOT_ACCOUNTS: ReadonlySet<string> = new Set([
  'allcontributors',
  'bors',
  'copybara-service',
  'crowdin-bot',
  'dependabot',
  'dependabot-preview',
  'dependabot-support',
  'github',
  'github-actions',
  'github-merge-queue',
  'gitlab-bot',
  'greenkeeper',
  'greenkeeperio-bot',
  'homu',
  'imgbot',
  'jekyllbot',
  'k8s-ci-robot',
  'mend-bolt-for-github',
  'mergify',
  'mergify-bot',
  'netlify',
  'pre-commit-ci',
  'pyup-bot',
  'release-please',
  'renovate',
  'renovate-bot',
  'rustbot',
  'scala-steward',
  'semantic-release-bot',
  'snyk-bot',
  'step-security-bot',
  'the-rust-lang-bot',
  'transifex-integration',
  'travis-ci',
  'web-flow',
  'weblate',
  'whitesource-bolt',
]);
const BOT_ADDRESS =
  /^(?:support@dependabot\.com|support@github\.com|noreply@github\.com|actions?@github\.com|github-actions@github\.com|bot@renovateapp\.com|support@greenkeeper\.io|semantic-release-bot@martynus\.net|(?:hosted|noreply|no-reply)@weblate\.org|noreply-mt-[a-z-]{1,60}@weblate\.org|(?:builds|deploy|travis)@travis-ci\.(?:org|com)|(?:project|group)_\d{1,12}_bot[\w.-]{0,80}@.{1,100}|bors@.{1,100}|bots?@.{1,100}|[\w.+-]{1,80}[-_.+]bot@.{1,100}|(?:jenkins|buildbot|ci|automation|release-bot|travis|circleci|gitlab-ci)@.{1,100})$/;
const BOT_NAME =
  /^(?:.{1,80}\[bot\]|.{1,80}[-_.]bot|.{0,80} \(bot\)|github|gitlab|gitlab (?:ci|bot)|github actions?|github (?:merge queue|web flow)|gerrit code review|jenkins(?: ci)?|travis ci(?: .{1,40})?|circle ci|circleci|hosted weblate|weblate|transifex|crowdin(?: bot)?|renovate(?: bot)?|mend renovate|whitesource renovate|dependabot(?: preview)?|greenkeeper|greenkeeperio|snyk|semantic.release.bot|openstack proposal bot|zuul|copybara.service|automatic release|release (?:bot|robot)|mergify|bors|homu|rust highfive|build ?bot|the bors bot|[\w.-]{1,60} ci robot|kubernetes (?:prow|release) robot|prow robot|npm cli robot)$/;

/** The program that is named, when the address and name are those of one; `human` otherwise. */
export function kindOf(identity: Identity): PersonKind {
  const email = identity.email.slice(0, 320).toLowerCase();
  const name = foldName(identity.name.slice(0, 200));
  const account = forgeAccount(email);
  const login = account?.login ?? '';
  const app = /^(.{1,100})\[bot\]$/.exec(login)?.[1] ?? /^(.{1,100}?) ?\[bot\]$/.exec(name)?.[1];
  if (app !== undefined) return AGENT_ACCOUNTS.has(app.replace(/ /g, '-')) ? 'agent' : 'bot';
  if (AGENT_ADDRESS.test(email) || AGENT_NAME.test(name) || AGENT_LOGINS.has(login)) return 'agent';
  if (VERSIONED.test(name) && MODEL_WORD.test(name)) return 'agent';
  if (BOT_ADDRESS.test(email) || BOT_NAME.test(name) || BOT_ACCOUNTS.has(login)) return 'bot';
  // `Renovate Bot <29139614+renovate-bot@…>` is one; `Jan Bot <jan@…>` bears a Dutch family name.
  const isNamedBot = /\b(?:bot|robot)$/.test(name) && /bot\b|noreply|no-reply|automation/.test(email);
  return isNamedBot || BOT_ACCOUNTS.has(name) ? 'bot' : 'human';
}

/**
 * Addresses from which models write under several versioned names ("… 4.5", "… 4.6"): an assistant nobody has listed
 * yet. One such name proves nothing; two do, as no person changes version.
 */
export function addressesOfModels(identities: readonly Identity[]): Set<string> {
  const versions = new Map<string, Set<string>>();
  for (const { name, email } of identities) {
    if (email === '' || !/\d$|\)$/.test(name)) continue;
    const folded = foldName(name.slice(0, 200));
    if (!VERSIONED.test(folded)) continue;
    const key = email.toLowerCase();
    const names = versions.get(key) ?? new Set();
    versions.set(key, names.add(folded));
  }
  return new Set([...versions].filter(([, names]) => names.size >= 2).map(([email]) => email));
}

const FORGE_ADDRESS =
  /^(?:noreply@(?:github|gitlab|codeberg|bitbucket|gitea)\.(?:com|org|io)|(?:gitea|forgejo)@[a-z.-]{1,60}|gerrit@.{1,100})$/;
const FORGE_NAME =
  /^(?:github(?: enterprise)?|gitlab|bitbucket|gitea|forgejo|codeberg|gerrit code review|azure devops|web-flow)$/;

/** A forge that commits for somebody who pressed its button: it hides that person. */
export function isForge(identity: Identity): boolean {
  const email = identity.email.slice(0, 320).toLowerCase();
  if (FORGE_ADDRESS.test(email)) return true;
  return (
    FORGE_NAME.test(identity.name.slice(0, 100).toLowerCase()) &&
    /^(?:no-?reply|gerrit|git|github|gitlab|gitea)/.test(email)
  );
}
