/** The project's own source as the architecture test reads it: files, their layers, what they import, their SQL. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** `code` is the text without comments: a comment may name what code may not. */
export type SourceFile = { path: string; text: string; code: string };

const filesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );

export const files: readonly SourceFile[] = ['src', 'mocks', 'tests']
  .flatMap(filesBelow)
  .filter((path) => /\.tsx?$/.test(path) && statSync(join(ROOT, path)).isFile())
  .map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, text, code: withoutComments(text) };
  });

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

export const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('tests/');
export const production = files.filter(({ path }) => !isTest(path));

/** The layer a file belongs to; features of the interface carry their name. */
export function layerOf(path: string): string {
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

/** Capabilities that are divided by stage: each stage uses others on its own account. */
const DIVIDED = ['audit', 'requests', 'staff'];

/**
 * The capability of a file of src/server, with its stage where it is divided; null for the entries beside the folders.
 */
export function capabilityOf(path: string): string | null {
  const [first, second, file] = path.replace('src/server/', '').split('/');
  if (!first || !second) return null;
  return DIVIDED.includes(first) && file ? `${first}/${second}` : first;
}

const ALIASES: Record<string, string> = {
  domain: 'src/domain',
  contract: 'src/contract',
  i18n: 'src/i18n',
  server: 'src/server',
  web: 'src/web',
  mocks: 'mocks',
  build: 'src/build',
  tests: 'tests',
};

/** Paths of the project's own files that a file imports, types included. */
export function importsOf({ path, code }: SourceFile): string[] {
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

/** The contents of string literals and templates, interpolated code left out but read for strings of its own. */
export function stringsIn(code: string): string[] {
  const found: string[] = [];
  readCode(0, false);
  return found;

  /** Reads code from `at`; inside an interpolation until its closing brace. Returns the place behind it. */
  function readCode(from: number, nested: boolean): number {
    let depth = 0;
    for (let at = from; at < code.length; at += 1) {
      const character = code[at];
      if (character === '`') at = readTemplate(at + 1);
      else if (character === "'" || character === '"') at = readString(at + 1, character);
      else if (character === '{') depth += 1;
      else if (character === '}') {
        if (nested && depth === 0) return at;
        depth -= 1;
      }
    }
    return code.length;
  }

  function readString(from: number, quote: string): number {
    let at = from;
    while (at < code.length && code[at] !== quote && code[at] !== '\n') at += code[at] === '\\' ? 2 : 1;
    found.push(code.slice(from, at));
    return at;
  }

  function readTemplate(from: number): number {
    let text = '';
    let at = from;
    while (at < code.length && code[at] !== '`') {
      if (code.startsWith('${', at)) {
        text += ' ';
        at = readCode(at + 2, true) + 1;
      } else {
        const length = code[at] === '\\' ? 2 : 1;
        text += code.slice(at, at + length);
        at += length;
      }
    }
    found.push(text);
    return at;
  }
}
