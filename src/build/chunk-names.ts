/**
 * Decides the chunk of each browser module from the modules that reach it. The bundler's default, one chunk for every
 * set of pages that share a module, loads more than seventy files before the first page is shown.
 *
 *   boot              in the browser demo alone: its loading screen and the link to its server
 *   vendor            packages of the first load, with zod's setting
 *   app               our own code of the first load with the sign-in page, and the styles of all shared parts
 *   shared            code that several pages share
 *   forms, table, overlays    a library each, with the shared parts built on it
 *   <feature>-shell   parts of a feature that the shell shows on every page
 *   <feature>         the feature's pages
 *   <feature>-on-demand, shell-on-demand    dialogs and panels that open on demand
 *
 * A chunk imports only from chunks above it in this list, so no two import each other.
 */
export type Graph = ReadonlyMap<string, ModuleLinks>;
export type ModuleLinks = {
  isEntry: boolean;
  importedIds: readonly string[];
  /** Modules that load this one with `import()`. */
  dynamicImporters: readonly string[];
};

/** Returns the chunk name of each module; a module without one keeps the bundler's chunk. */
export function chunkNames(graph: Graph): ReadonlyMap<string, string> {
  const roots = [...graph].filter(([id, { isEntry }]) => isEntry || MAIN.test(id) || SIGN_IN.test(id));
  const first = new Set(roots.flatMap(([id]) => [...reachedFrom(id, graph)]));
  const users = usersOf(graph);
  // With a loading screen the entry is a part of it: it must not wait for the application.
  const booted = new Set(
    [...graph].filter(([id, { isEntry }]) => BOOT.test(id) || isEntry).map(([id]) => id),
  );
  const hasBoot = [...booted].some((id) => BOOT.test(id));
  const names = new Map<string, string>();
  const several: string[] = [];
  for (const id of graph.keys()) {
    const name =
      hasBoot && booted.has(id)
        ? 'boot'
        : first.has(id)
          ? firstLoadName(id)
          : laterName(id, users.get(id) ?? new Set());
    if (name === SEVERAL) several.push(id);
    else if (name) names.set(id, name);
  }
  for (const id of several) names.set(id, libraryOf(id, graph, new Set(several)));
  return names;
}

/** The position of a chunk in the list at the top; a chunk imports only from lower ranks. */
export function chunkRank(name: string): number {
  const fixed = FIXED.indexOf(name);
  if (fixed >= 0) return fixed;
  return FIXED.length + (name.endsWith(SHELL) ? 0 : name.endsWith(ON_DEMAND) ? 2 : 1);
}

const SHELL = '-shell';
const ON_DEMAND = '-on-demand';
const SEVERAL = Symbol('several');
const FIXED = ['boot', 'vendor', 'app', 'shared', 'forms', 'table', 'overlays'];
export const CHUNK_RANKS = FIXED.length + 3;

/**
 * Part of the first load: it is 3 kB, and its own chunk with styles would cost two more requests before the first
 * paint.
 */
const SIGN_IN = /\/SignInPage\.tsx$/;

/** The application's own entry; in the browser demo the loading screen loads it. */
const MAIN = /\/src\/web\/main\.tsx$/;
/** What runs before the application in the browser demo. */
const BOOT =
  /\/mocks\/(?:boot\/|link\.ts)|virtual:demo-parts|\/otinish-demo\/\w+\.bin|\/worker\.ts\?worker|vite\/preload-helper/;

/** A module that reaches two of them goes with the first. */
const LIBRARIES: readonly (readonly [name: string, packages: RegExp])[] = [
  ['overlays', /\/node_modules\/(?:@mui|@popperjs|react-transition-group)\//],
  ['table', /\/node_modules\/@tanstack\/(?:react-)?(?:table|store)/],
  ['forms', /\/node_modules\/react-hook-form\//],
];

/** zod-jitless goes with zod, because the setting must be made before the first schema, in any chunk. */
function firstLoadName(id: string): string {
  return /\/node_modules\/|\/zod-jitless\./.test(id) ? 'vendor' : 'app';
}

function laterName(id: string, users: ReadonlySet<string>): string | typeof SEVERAL | null {
  const feature = featureOf(id);
  if (/\/src\/web\/.*\.css$/.test(id) && !feature) return 'app';
  const [user, ...others] = users;
  if (others.length === 0) return user && isOurs(user) ? user : null;
  const [base, ...bases] = new Set([...users].map((name) => name.replace(/-(?:shell|on-demand)$/, '')));
  if (bases.length > 0 || !base) return SEVERAL;
  // All users are chunks of one feature: take the one that the others may import.
  return [...users].toSorted((a, b) => chunkRank(a) - chunkRank(b))[0] ?? null;
}

/**
 * False for modules that are loaded on their own, such as catalogues: their name is a module id, and they keep their
 * chunk.
 */
function isOurs(user: string): boolean {
  return !/[/:]/.test(user);
}

/** For each module, the chunks that need it: a feature's pages, its parts opened on demand, its parts in the shell. */
function usersOf(graph: Graph): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const [root, { dynamicImporters }] of graph) {
    if (dynamicImporters.length === 0) continue;
    const user = lazyName(root, dynamicImporters);
    for (const id of reachedFrom(root, graph)) users.set(id, (users.get(id) ?? new Set()).add(user));
  }
  return users;
}

function lazyName(root: string, importers: readonly string[]): string {
  const feature = featureOf(root);
  if (!feature) return /\/src\/web\//.test(root) ? `shell${ON_DEMAND}` : root;
  if (/Page\.tsx$/.test(root)) return feature;
  return importers.every((id) => featureOf(id) === feature) ? feature + ON_DEMAND : feature + SHELL;
}

function featureOf(id: string): string | null {
  return /\/src\/web\/features\/([^/]+)\//.exec(id)?.[1] ?? null;
}

/** A part built on a library goes into the library's chunk; in `shared` it would load the library on every page. */
function libraryOf(id: string, graph: Graph, several: ReadonlySet<string>): string {
  const reached = [...reachedFrom(id, graph)].filter((each) => several.has(each));
  const found = LIBRARIES.find(([, packages]) => reached.some((each) => packages.test(each)));
  return found?.[0] ?? 'shared';
}

/** The module and all its static imports, transitively. */
function reachedFrom(id: string, graph: Graph): ReadonlySet<string> {
  const reached = new Set([id]);
  for (const each of reached)
    for (const imported of graph.get(each)?.importedIds ?? []) if (graph.has(imported)) reached.add(imported);
  return reached;
}
