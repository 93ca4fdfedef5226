/**
 * Returns the packages that the interface imports, read from its sources. Vite pre-bundles them for the browser tests,
 * else it finds a package during a test and reloads the page.
 */
import { globSync, readFileSync } from 'node:fs';

export function webDependencies(): readonly string[] {
  const sources = globSync('src/{web,i18n,contract,domain}/**/*.{ts,tsx}').map((file) =>
    readFileSync(file, 'utf8'),
  );
  const imported = sources.flatMap((source) => [...source.matchAll(IMPORT)].map(([, name]) => name ?? ''));
  const packages = imported.filter((name) => !NOT_IN_THE_BROWSER.test(name));
  return [...new Set([...packages, 'react/jsx-runtime', 'react/jsx-dev-runtime'])].toSorted();
}

/** The last line of an import statement; type-only imports are excluded, because they are removed by the compiler. */
const IMPORT = /^(?:import (?!type )[^;']* |\} )from '([@a-z][^']*)';$/gm;
const NOT_IN_THE_BROWSER = /^(?:node:|vite|vitest|virtual:|fast-check|@lingui\/message-utils)|\.css$/;
