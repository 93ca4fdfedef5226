/** The house's rules, executed: who may import whom, and what may stand nowhere. Each failure says why. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roles } from '#domain/access/roles.ts';
import { statuses } from '#domain/request/status.ts';
import { requestTypes } from '#domain/request/types.ts';

const ROOT = join(import.meta.dirname, '..');
const filesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
type File = { path: string; text: string; code: string };
const files: File[] = ['src', 'mocks', 'tests']
  .flatMap(filesBelow)
  .filter((path) => /\.tsx?$/.test(path) && statSync(join(ROOT, path)).isFile())
  .map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, text, code: withoutComments(text) };
  });

/** Comments may name what code may not. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('tests/');
const production = files.filter(({ path }) => !isTest(path));

/** The layer a file belongs to; features and server capabilities carry their name. */
function layerOf(path: string): string {
  const [top, second, third] = path.split('/');
  if (second === 'build') return 'build';
  if (top === 'mocks') return 'mocks';
  if (top === 'tests') return 'tests';
  if (path === 'src/server/process/demo.ts') return 'server/demo';
  if (second === 'web') {
    if (path === 'src/web/main.tsx') return 'web/main';
    if (third === 'features') return `web/features/${path.split('/')[3]}`;
    return third === 'app' ? 'web/app' : 'web/base';
  }
  return second ?? '';
}

/** Who may import whom (house rules, "one direction"). */
const MAY: Record<string, (to: string, target: string) => boolean> = {
  domain: (to) => to === 'domain',
  contract: (to) => ['domain', 'contract'].includes(to),
  i18n: (to) => ['domain', 'contract', 'i18n'].includes(to),
  server: (to) => ['domain', 'contract', 'i18n', 'server', 'server/demo'].includes(to),
  // The demonstration alone is filled with fictional data; main.ts loads it only then.
  'server/demo': (to, target) => ['domain', 'server'].includes(to) || target === 'mocks/demo-seed.ts',
  'web/base': (to) => ['domain', 'contract', 'i18n', 'web/base'].includes(to),
  'web/app': (to) => ['domain', 'contract', 'i18n'].includes(to) || to.startsWith('web/'),
  'web/main': (to, target) => to.startsWith('web/') || to === 'i18n' || target === 'mocks/browser.ts',
  mocks: (to) => ['domain', 'contract', 'i18n', 'server', 'mocks'].includes(to),
  // Plugins of the bundler: they run where the bundle is made and are part of no layer.
  build: (to) => ['i18n', 'build'].includes(to),
  tests: () => true,
};
const mayFeature = (from: string, to: string, target: string) =>
  ['domain', 'contract', 'i18n', 'web/base'].includes(to) || to === from || target === 'src/web/app/paths.ts';

const ALIASES: Record<string, string> = {
  domain: 'src/domain',
  contract: 'src/contract',
  i18n: 'src/i18n',
  server: 'src/server',
  web: 'src/web',
  mocks: 'mocks',
  tests: 'tests',
};

function importsOf({ path, code }: File): string[] {
  const specifiers = [...code.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
  return specifiers.flatMap((specifier) => {
    if (specifier.startsWith('#')) {
      const [alias = '', ...rest] = specifier.slice(1).split('/');
      return [join(ALIASES[alias] ?? alias, ...rest)];
    }
    return specifier.startsWith('.') ? [relative(ROOT, join(ROOT, path, '..', specifier))] : [];
  });
}

describe('one direction', () => {
  it('imports only what the table of layers allows', () => {
    const wrong = files
      .filter(({ path }) => !isTest(path))
      .flatMap((file) => {
        const from = layerOf(file.path);
        return importsOf(file)
          .filter((target) => {
            const to = layerOf(target);
            const may = from.startsWith('web/features/')
              ? mayFeature(from, to, target)
              : MAY[from]?.(to, target);
            return may === false || may === undefined;
          })
          .map((target) => `${file.path} → ${target}`);
      });
    expect(wrong).toEqual([]);
  });

  it('keeps the domain to zod, the tree hash and itself', () => {
    const wrong = production
      .filter(({ path }) => path.startsWith('src/domain/'))
      .flatMap(({ path, code }) =>
        [...code.matchAll(/from ['"]([^'"#.][^'"]*)['"]/g)]
          .map((match) => match[1] ?? '')
          .filter((name) => name !== 'zod' && !name.startsWith('@noble/hashes'))
          .map((name) => `${path} → ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it('imports nothing written in TSX from anything the server runs', () => {
    const wrong = files
      .filter(({ path }) => /^src\/(domain|contract|i18n|server)\//.test(path) && path.endsWith('.tsx'))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it('has one index file: the contract', () => {
    expect(files.map(({ path }) => path).filter((path) => /\/index\.tsx?$/.test(path))).toEqual([
      'src/contract/index.ts',
    ]);
  });
});

type Ban = { what: RegExp; why: string; in: (path: string) => boolean };
const LITERALS = new RegExp(`['"\`](?:${[...requestTypes, ...statuses, ...roles].join('|')})['"\`]`);
/** Words of the tables that are ordinary words elsewhere: a field type, an HTTP or media word, a section's name. */
const ORDINARY =
  /['"`](?:access|new|authority|contact|correction|blocking|incident|closed|support|withdrawal)['"`]/;
const CLOCK_DOORS = ['src/server/main.ts', 'src/server/cli.ts', 'src/web/lib/useNow.ts'];
const NODE_ADAPTERS =
  /^src\/server\/(?:main|cli)\.ts$|-node\.ts$|^src\/server\/db\/(?:postgres|pglite-node|pglite-worker|postgres-listener|process-lock)[\w-]*\.ts$|^src\/server\/(?:static|listen|cli|jobs\/node)[\w/-]*\.ts$|^src\/build\//;

const BANS: readonly Ban[] = [
  {
    what: /new Date\(\)|Date\.now\(\)|Temporal\.Now/,
    why: 'the clock enters through two doors only',
    in: (path) => path.startsWith('src/') && !CLOCK_DOORS.includes(path),
  },
  {
    what: /from ['"]node:|import\(['"]node:/,
    why: 'node: belongs to adapters, so that the application runs in a browser too',
    in: (path) => path.startsWith('src/') && !NODE_ADAPTERS.test(path),
  },
  {
    what: /\brole\s*[!=]==\s*['"`]|\.roles\.includes\(/,
    why: 'roles are asked through can() and viewOf()',
    in: (path) => path.startsWith('src/') && !path.startsWith('src/domain/access/'),
  },
  {
    what: /\bnow\(\)\s*(?:at|[-+,)])|current_date|current_timestamp/i,
    why: 'SQL gets its time as a parameter',
    in: (path) => path.startsWith('src/server/') && /sql/.test(path),
  },
  {
    what: /NODE_ENV\s*===?\s*['"]test['"]/,
    why: 'no branch for tests in product code',
    in: (path) => path.startsWith('src/'),
  },
  {
    what: /\bIntl\./,
    why: 'Chromium prints broken Kazakh: format.ts does the formatting',
    in: (path) =>
      (path.startsWith('src/web/') || path.startsWith('src/i18n/')) && path !== 'src/i18n/format.ts',
  },
  { what: /data-testid/, why: 'tests find things as people do', in: () => true },
  {
    what: /\bTODO\b|\bFIXME\b/,
    why: 'nothing is left for later on main',
    in: (path) => path !== 'tests/architecture.test.ts',
  },
];

describe('bans', () => {
  it.each(BANS.map((ban) => [ban.why, ban] as const))('%s', (_why, ban) => {
    const wrong = production
      .concat(files.filter(({ path }) => isTest(path) && /TODO|testid/.test(ban.what.source)))
      .filter(({ path }) => ban.in(path))
      .flatMap(({ path, code }) =>
        code
          .split('\n')
          .flatMap((line, index) =>
            ban.what.test(line) && path !== 'tests/architecture.test.ts'
              ? [`${path}:${index + 1} ${line.trim()}`]
              : [],
          ),
      );
    expect(wrong).toEqual([]);
  });

  it('names no request type, status or role outside the tables', () => {
    const exempt = (path: string) => /^src\/(?:domain|i18n)\/|\/migrations\/|^mocks\/|^tests\//.test(path);
    const wrong = production
      .filter(({ path }) => !exempt(path))
      .flatMap(({ path, code }) =>
        code
          .split('\n')
          .flatMap((line, index) =>
            LITERALS.test(line.replaceAll(new RegExp(ORDINARY, 'g'), ''))
              ? [`${path}:${index + 1} ${line.trim()}`]
              : [],
          ),
      );
    expect(wrong).toEqual([]);
  });
});

describe('size and names', () => {
  const exempt = (path: string) =>
    /\/i18n\/messages\/|\/migrations\/|\/fictional\/|password-common|^tests\//.test(path);

  it('keeps every file under 350 lines', () => {
    const long = production
      .filter(({ path, text }) => !exempt(path) && text.split('\n').length > 350)
      .map(({ path, text }) => `${path} ${text.split('\n').length}`);
    expect(long).toEqual([]);
  });

  it('keeps the median file under 90 lines', () => {
    const sizes = production
      .filter(({ path }) => !exempt(path))
      .map(({ text }) => text.split('\n').length)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)] ?? 0).toBeLessThan(90);
  });

  it('has no drawers: utils, helpers, common, misc, types', () => {
    const drawers = production
      .map(({ path }) => path)
      .filter(
        (path) =>
          /\/(?:utils?|helpers?|common|misc|types)(?:\.tsx?|\/)/.test(path) &&
          !['src/domain/request/types.ts', 'src/i18n/messages/common.ts'].includes(path),
      );
    expect(drawers).toEqual([]);
  });

  it('names files in kebab-case, and a component file as its component', () => {
    const wrong = production
      .filter(({ path }) => {
        const name = path.split('/').at(-1) ?? '';
        return path.endsWith('.tsx')
          ? !/^(?:[A-Z]\w*|use[A-Z]\w*|main|[a-z][a-z0-9-]*(?:\.\w+)?)\.tsx$/.test(name)
          : !/^(?:[a-z0-9][a-z0-9-]*|use[A-Z]\w*)(?:\.[a-z-]+)*\.ts$/.test(name);
      })
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});
