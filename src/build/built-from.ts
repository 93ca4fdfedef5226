/**
 * What a built interface was made from. The build leaves it in a file beside the pages, and the server compares it with
 * the sources around it at each start, so that new sources are never served under an old interface.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** `pages` is null in an installation without the interface's sources, which has only the built one. */
export type BuiltFrom = { version: string; shared: string; pages: string | null };

/** Hidden, so that the server never sends it. */
const MARK = '.built-from.json';
/** The server runs these too, so that every installation has them. */
const SHARED = ['src/contract', 'src/domain', 'src/i18n'];
const PAGES = ['src/web', 'index.html', 'vite.config.ts', 'src/build', 'public', 'package-lock.json'];
/** Without these there is nothing to build. */
const NEEDED = PAGES.slice(0, 3);
const TEST = /\.test\.tsx?$/;

/** Vite plugin: writes the mark last of all, so that a build that was interrupted has none. */
export function builtFrom(): Plugin {
  let root = '';
  let outDir = '';
  let sources: BuiltFrom;
  return {
    name: 'otinish-built-from',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    // Read before the build: sources that change meanwhile are not in it.
    buildStart: () => {
      sources = sourcesOf(root);
    },
    closeBundle: {
      order: 'post',
      handler(error) {
        if (!error) writeFileSync(join(outDir, MARK), `${JSON.stringify(sources)}\n`);
      },
    },
  };
}

/** What an interface built here and now would be made from. */
export function sourcesOf(root: string): BuiltFrom {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const hasPages = NEEDED.every((name) => existsSync(join(root, name)));
  return { version, shared: digestOf(root, SHARED), pages: hasPages ? digestOf(root, PAGES) : null };
}

/** What the interface in `dist` was made from; null for an incomplete one, or one without a mark. */
export function markOf(dist: string): BuiltFrom | null {
  try {
    return JSON.parse(readFileSync(join(dist, MARK), 'utf8')) as BuiltFrom;
  } catch {
    return null;
  }
}

/** Whether a built interface belongs to these sources. */
export function isBuiltFrom(mark: BuiltFrom | null, here: BuiltFrom): boolean {
  if (mark === null || mark.version !== here.version || mark.shared !== here.shared) return false;
  return here.pages === null || mark.pages === here.pages;
}

/** The contents count and not the times of the files, which a copy, a clone or an unpacked archive sets anew. */
function digestOf(root: string, names: readonly string[]): string {
  const digest = createHash('sha256');
  for (const name of names)
    for (const file of filesIn(root, name))
      digest
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0');
  return digest.digest('hex');
}

function filesIn(root: string, name: string): readonly string[] {
  const found = statSync(join(root, name), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [name];
  return readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
    .map((inner) => join(name, inner))
    .filter((file) => !TEST.test(file) && statSync(join(root, file)).isFile())
    .toSorted();
}
