/** The house's rules, executed: who may import whom, and what may stand nowhere. Each failure says why. */
import { describe, expect, it } from 'vitest';
import { roles } from '#domain/access/roles.ts';
import { statuses } from '#domain/request/status.ts';
import { requestTypes } from '#domain/request/types.ts';
import { capabilityOf, files, importsOf, isTest, layerOf, production, stringsIn } from './source-files.ts';

/** Who may import whom (house rules, "one direction"). */
const MAY: Record<string, (to: string, target: string) => boolean> = {
  domain: (to) => to === 'domain',
  contract: (to) => ['domain', 'contract'].includes(to),
  i18n: (to) => ['domain', 'contract', 'i18n'].includes(to),
  // It asks the build's own mark whether the built interface belongs to its sources.
  server: (to, target) =>
    ['domain', 'contract', 'i18n', 'server', 'server/demo'].includes(to) ||
    target === 'src/build/built-from.ts',
  // The demonstration alone is filled with fictional data; main.ts loads it only then.
  'server/demo': (to, target) => ['domain', 'server'].includes(to) || target === 'mocks/demo-seed.ts',
  'web/base': (to) => ['domain', 'contract', 'i18n', 'web/base'].includes(to),
  'web/app': (to) => ['domain', 'contract', 'i18n'].includes(to) || to.startsWith('web/'),
  'web/main': (to, target) => to.startsWith('web/') || to === 'i18n' || target === 'mocks/browser.ts',
  // The loading screen of the browser demo opens the application, as index.html does without it.
  mocks: (to) => ['domain', 'contract', 'i18n', 'server', 'mocks', 'web/main'].includes(to),
  // Plugins of the bundler: they run where the bundle is made and are part of no layer.
  build: (to, target) =>
    ['i18n', 'build'].includes(to) || ['mocks/boot/page.ts', 'mocks/image/make-parts.ts'].includes(target),
  tests: () => true,
};
const mayFeature = (from: string, to: string, target: string) =>
  ['domain', 'contract', 'i18n', 'web/base'].includes(to) || to === from || target === 'src/web/app/paths.ts';

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

  it('gives the web single endpoints, so that a chunk carries only those it calls', () => {
    const wrong = production
      .filter((file) => file.path.startsWith('src/web/') && importsOf(file).includes('src/contract/index.ts'))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});

/**
 * Which capability of the server may use which; `deps.ts` and the other files beside the folders are open to all. A row
 * names only rows above it, so the graph has no circle. A new edge is a decision: write it here, or turn the call round
 * and pass in what is needed, as the outbox is given what settles a letter.
 */
const CAPABILITIES = {
  db: [],
  vault: [],
  // What a colleague was called before; read wherever the past is told.
  'staff/names': ['vault'],
  notices: [],
  'audit/record': ['db', 'notices', 'vault'],
  jobs: ['audit/record'],
  'audit/seal': ['audit/record', 'db', 'jobs', 'vault'],
  http: ['audit/record', 'audit/seal', 'db', 'vault'],
  subjects: ['audit/record', 'db', 'vault'],
  settings: ['db', 'http', 'staff/names', 'vault'],
  system: ['db', 'http', 'vault'],
  health: ['audit/seal', 'db', 'http', 'settings', 'system'],
  live: ['db', 'http'],
  session: ['audit/record', 'db', 'http', 'settings', 'vault'],
  staff: ['audit/record', 'db', 'http', 'session', 'staff/names'],
  mail: ['notices', 'settings', 'subjects', 'vault'],
  requests: ['audit/record', 'db', 'subjects'],
  'requests/read': ['audit/record', 'audit/seal', 'http', 'requests', 'vault', 'staff/names'],
  'requests/work': [
    'audit/record',
    'db',
    'http',
    'jobs',
    'mail',
    'requests',
    'requests/read',
    'settings',
    'subjects',
    'vault',
  ],
  'requests/decide': ['http', 'requests', 'requests/work'],
  calendar: ['audit/record', 'http', 'jobs', 'requests', 'requests/work', 'settings'],
  intake: ['audit/record', 'db', 'http', 'jobs', 'requests/work', 'settings', 'staff/names', 'vault'],
  'audit/read': ['audit/seal', 'db', 'http', 'requests', 'staff/names'],
  'audit/export': ['audit/read', 'audit/record', 'audit/seal', 'db', 'http', 'jobs', 'staff/names'],
  process: [
    'audit/export',
    'audit/record',
    'audit/seal',
    'calendar',
    'db',
    'http',
    'intake',
    'jobs',
    'live',
    'mail',
    'requests/work',
    'session',
    'settings',
    'subjects',
    'system',
    'vault',
  ],
  'audit/verify': ['audit/record', 'audit/export', 'audit/seal', 'db', 'process'],
  commands: [
    'audit/export',
    'audit/record',
    'audit/seal',
    'audit/verify',
    'db',
    'health',
    'jobs',
    'process',
    'session',
    'settings',
    'system',
    'vault',
  ],
} as const satisfies Record<string, readonly string[]>;

describe('capabilities of the server', () => {
  const declared = Object.entries(CAPABILITIES).flatMap(([from, uses]) =>
    uses.map((to) => `${from} → ${to}`),
  );
  const used = production
    .filter(({ path }) => path.startsWith('src/server/'))
    .flatMap((file) => {
      const from = capabilityOf(file.path);
      return importsOf(file).flatMap((target) => {
        const to = target.startsWith('src/server/') ? capabilityOf(target) : null;
        return from && to && from !== to ? [{ edge: `${from} → ${to}`, by: `${file.path} → ${target}` }] : [];
      });
    });

  it('use one another only along declared edges', () => {
    expect(used.filter(({ edge }) => !declared.includes(edge)).map(({ by }) => by)).toEqual([]);
  });

  it('declare no edge that nothing uses', () => {
    expect(declared.filter((edge) => !used.some((each) => each.edge === edge))).toEqual([]);
  });

  it('form no circle: each uses only those above it in the table', () => {
    const order = Object.keys(CAPABILITIES);
    const upwards = Object.entries(CAPABILITIES).flatMap(([from, uses]) =>
      uses.filter((to) => !order.slice(0, order.indexOf(from)).includes(to)).map((to) => `${from} → ${to}`),
    );
    expect(upwards).toEqual([]);
  });

  it('are all in the table', () => {
    const found = production
      .filter(({ path }) => path.startsWith('src/server/'))
      .map(({ path }) => capabilityOf(path));
    expect(new Set(found.filter((name) => name !== null))).toEqual(new Set(Object.keys(CAPABILITIES)));
  });

  it('leave only the entries beside their folders, and ports that are types', () => {
    const beside = production.map(({ path }) => path).filter((path) => /^src\/server\/[^/]+$/.test(path));
    expect(beside).toEqual(['app', 'cli', 'deps', 'main', 'routes'].map((name) => `src/server/${name}.ts`));
    const deps = files.find(({ path }) => path === 'src/server/deps.ts');
    expect(deps?.code.match(/^(?:import(?! type)|export (?!type)).*/gm) ?? []).toEqual([]);
  });
});

describe('jobs of the server', () => {
  it('are all in the table of jobs, or they would never run', () => {
    const table = files.find(({ path }) => path === 'src/server/process/jobs.ts')?.code ?? '';
    const rows: readonly string[] = table.slice(table.indexOf('JOBS')).match(/\w+/g) ?? [];
    const jobs = production
      .filter(({ path }) => path.startsWith('src/server/'))
      .flatMap(({ code }) => [...code.matchAll(/export const (\w+): Job\b/g)].map(([, name]) => name ?? ''));
    expect(jobs.length).toBeGreaterThan(0);
    expect(jobs.filter((name) => !rows.includes(name))).toEqual([]);
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

const HERE = 'tests/architecture.test.ts';
/** Tests wait for events and count work instead of asserting durations. These files may read a clock, for the reason given. */
const CLOCKS_OF_TESTS: Readonly<Record<string, string>> = {
  'tests/e2e/desk.ts': 'signs deliveries with the time, which the server compares with its own',
  'tests/e2e/first-hour-stage.ts': 'signs deliveries with the time, which the server compares with its own',
  'tests/faults/client.ts': 'signs deliveries with the time, which the server compares with its own',
  'tests/faults/load.ts': 'orders what failed before and after a stop; the time at which requests came',
  'tests/faults/program.ts': 'gives up waiting for a program; figures that are printed and not judged',
  'tests/run.ts': 'says how long each step took',
};

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
  {
    what: /\bCALENDAR\b/,
    why: 'a calendar may be edited in the settings: useCalendar and ports.calendar have the one in force',
    in: (path) =>
      /^src\/(?:web|server)\//.test(path) &&
      ![
        'src/web/lib/useCalendar.ts',
        'src/web/features/settings/CalendarSection.tsx',
        'src/server/settings/stored-calendar.ts',
        'src/server/process/start-node.ts',
        'src/server/commands/directly-node.ts',
      ].includes(path),
  },
  { what: /data-testid/, why: 'tests find things as people do', in: () => true },
  {
    what: /\bTODO\b|\bFIXME\b/,
    why: 'nothing is left for later on main',
    in: (path) => path !== 'tests/architecture.test.ts',
  },
];

const SQL_CLOCK =
  /\bnow\(\)|\b(?:current_(?:date|time|timestamp)|localtime(?:stamp)?|(?:clock|statement|transaction)_timestamp)\b|'(?:now|today)'/i;
/** The same through the query builder: `fn('now')`. */
const CLOCK_FUNCTION = /\bfn(?:<[^>]*>)?\(\s*['"](?:now|\w+_timestamp)['"]/g;

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

  it('SQL gets its time as a parameter, so that one clock dates a whole call', () => {
    const wrong = production
      .filter(({ path }) => path.startsWith('src/server/') || path.startsWith('mocks/'))
      .flatMap(({ path, code }) =>
        [
          ...stringsIn(code).filter((text) => SQL_CLOCK.test(text)),
          ...(code.match(CLOCK_FUNCTION) ?? []),
        ].map((text) => `${path} ${text.trim().slice(0, 100)}`),
      );
    expect(wrong).toEqual([]);
  });

  it('finds a clock of SQL wherever it is written', () => {
    const planted = [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source code to be read
      'sql`a < ${now()} and b = now()`',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source code to be read
      "CompiledQuery.raw(`select ${wide ? `x, current_date` : ''} from y`, [])",
      "query.where(sql<boolean>`at > 'now'::timestamptz`)",
      "const PART = 'coalesce(at, clock_timestamp())';",
    ];
    const clocks = planted.map((code) => stringsIn(code).filter((text) => SQL_CLOCK.test(text)).length);
    expect(clocks).toEqual([1, 1, 1, 1]);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source code to be read
    expect(stringsIn('sql`at = ${now()}`').some((text) => SQL_CLOCK.test(text))).toBe(false);
  });

  it('reads no clock in a test outside the bench: a busy machine fails what counts milliseconds', () => {
    const clock = /performance\.now\(|Date\.now\(|hrtime|cpuUsage\(|waitForTimeout\(/;
    const reading = files
      .filter(({ path }) => isTest(path) && !path.startsWith('tests/bench/') && path !== HERE)
      .filter(({ code }) => clock.test(code))
      .map(({ path }) => path);
    expect(reading.toSorted()).toEqual(Object.keys(CLOCKS_OF_TESTS).toSorted());
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
