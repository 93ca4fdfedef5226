/** Which built interface is served: only one that was made from the sources around it. Builds a small site for real. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtSite } from './build-node.ts';
import { StartFault } from './environment.ts';

const HERE = join(import.meta.dirname, '../../..');
const FILES = {
  'package.json': '{ "version": "1.0.0" }',
  'index.html': '<script type="module" src="/src/web/main.ts"></script>',
  'src/web/main.ts': "import { WORD } from '../contract/word.ts'; document.title = WORD;",
  'src/web/main.test.ts': 'not part of any build',
  'src/contract/word.ts': "export const WORD = 'first';",
  'vite.config.ts': `import { builtFrom } from '${HERE}/src/build/built-from.ts';
    export default { plugins: [builtFrom()] };`,
};

let root = '';
let said: string[] = [];
const site = (mayWrite = true) =>
  builtSite(root, { say: (line) => said.push(line), mayWrite: () => mayWrite });
const put = (file: string, text: string) => writeFileSync(join(root, file), text);
const served = () =>
  readdirSync(join(root, 'dist/assets'))
    .map((name) => readFileSync(join(root, 'dist/assets', name), 'utf8'))
    .join('');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'otinish-build-'));
  said = [];
  for (const folder of ['src/web', 'src/contract']) mkdirSync(join(root, folder), { recursive: true });
  for (const [file, text] of Object.entries(FILES)) put(file, text);
  symlinkSync(join(HERE, 'node_modules'), join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('builds what is missing and keeps it while the sources are the same', async () => {
  expect(await site()).toBe(join(root, 'dist'));
  expect(served()).toContain('first');
  put('src/web/main.test.ts', 'another test');
  await site();
  expect(said).toHaveLength(1);
});

it('rebuilds for a source that changed, whatever the times of the files say', async () => {
  await site();
  put('src/contract/word.ts', "export const WORD = 'second';");
  utimesSync(join(root, 'src/contract/word.ts'), 0, 0);
  await site();
  expect(served()).toContain('second');
  expect(served()).not.toContain('first');
  expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
});

it.each([
  ['another release', () => put('package.json', '{ "version": "1.0.1" }')],
  ['a new source of the pages', () => put('src/web/more.ts', '')],
  ['an interrupted build', () => rmSync(join(root, 'dist/.built-from.json'))],
])('rebuilds after %s', async (_, change) => {
  await site();
  change();
  await site();
  expect(said).toHaveLength(2);
});

it('refuses, and says what to run, where this account may not build', async () => {
  await site();
  put('src/web/main.ts', 'document.title = "new"');
  const refused = await site(false).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StartFault);
  expect(refused).toMatchObject({
    message: `The interface in ${root}/dist was not built from this release.`,
    remedy: expect.stringContaining('npm ci && npm run build'),
  });
});

it('serves a built interface in an installation without its sources, and refuses one of another release', async () => {
  await site();
  for (const name of ['src/web', 'index.html', 'vite.config.ts'])
    rmSync(join(root, name), { recursive: true, force: true });
  await site();
  expect(said).toHaveLength(1);
  put('src/contract/word.ts', "export const WORD = 'second';");
  await expect(site()).rejects.toThrow('was not built from this release');
});

it('leaves what was there when a build fails', async () => {
  await site();
  put('src/web/main.ts', 'this is no program');
  await expect(site()).rejects.toThrow('The interface could not be built.');
  expect(served()).toContain('first');
  expect(existsSync(join(root, 'dist/.built-from.json'))).toBe(true);
});
