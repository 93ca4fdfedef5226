/**
 * Which chunk a module of the browser goes into, decided from who reaches it, because the bundler's default is a chunk for
 * every set of pages that share something: more than seventy files before the first page shows.
 *
 *   vendor            packages of the first load, with zod's setting
 *   app               our own code of the first load with the sign-in page, and the styles of all shared parts
 *   shared, forms, table, overlays    what several pages share later; the last three are a library and the parts built on it
 *   <feature>-shell   what the shell shows of a feature on every page
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

export function chunkNames(graph: Graph): ReadonlyMap<string, string> {
  const roots = [...graph].filter(([id, { isEntry }]) => isEntry || SIGN_IN.test(id));
  const first = new Set(roots.flatMap(([id]) => [...reachedFrom(id, graph)]));
  const users = usersOf(graph);
  const names = new Map<string, string>();
  const several: string[] = [];
  for (const id of graph.keys()) {
    const name = first.has(id) ? firstLoadName(id) : laterName(id, users.get(id) ?? new Set());
    if (name === SEVERAL) several.push(id);
    else if (name) names.set(id, name);
  }
  for (const id of several) names.set(id, libraryOf(id, graph, new Set(several)));
  return names;
}

/** Lower first: where a chunk stands in the list at the top. */
export function chunkRank(name: string): number {
  const fixed = FIXED.indexOf(name);
  if (fixed >= 0) return fixed;
  return FIXED.length + (name.endsWith(SHELL) ? 0 : name.endsWith(ON_DEMAND) ? 2 : 1);
}

const SHELL = '-shell';
const ON_DEMAND = '-on-demand';
const SEVERAL = Symbol('several');
const FIXED = ['vendor', 'app', 'shared', 'forms', 'table', 'overlays'];
export const CHUNK_RANKS = FIXED.length + 3;

/** Comes with the first load: 3 kB, and as a chunk with its styles two more requests before anything shows. */
const SIGN_IN = /\/SignInPage\.tsx$/;

/** A module that reaches two of them goes with the upper one. */
const LIBRARIES: readonly (readonly [name: string, packages: RegExp])[] = [
  ['overlays', /\/node_modules\/(?:@mui|@popperjs|react-transition-group)\//],
  ['table', /\/node_modules\/@tanstack\/(?:react-)?(?:table|store)/],
  ['forms', /\/node_modules\/react-hook-form\//],
];

/** zod-jitless goes with zod: the setting must hold before the first schema is made, in whichever chunk that is. */
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
  // Of one feature's chunks, the one that the others may import.
  return [...users].toSorted((a, b) => chunkRank(a) - chunkRank(b))[0] ?? null;
}

/** Catalogues and what else is loaded by itself have their module's id for a name, and keep the bundler's chunk. */
function isOurs(user: string): boolean {
  return !/[/:]/.test(user);
}

/** Module → the chunks that would want it: one for every feature's pages, one for what the feature opens on demand, … */
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

/** A part built on a library goes with it: in `shared` it would bring the library to pages without such a part. */
function libraryOf(id: string, graph: Graph, several: ReadonlySet<string>): string {
  const reached = [...reachedFrom(id, graph)].filter((each) => several.has(each));
  const found = LIBRARIES.find(([, packages]) => reached.some((each) => packages.test(each)));
  return found?.[0] ?? 'shared';
}

/** The module and everything it imports statically, at whatever distance. */
function reachedFrom(id: string, graph: Graph): ReadonlySet<string> {
  const reached = new Set([id]);
  for (const each of reached)
    for (const imported of graph.get(each)?.importedIds ?? []) if (graph.has(imported)) reached.add(imported);
  return reached;
}
