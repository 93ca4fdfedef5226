/** Packages the interface imports, read from its sources: a browser test during which Vite finds a new one is reloaded midway. */
import { globSync, readFileSync } from 'node:fs';

export function webDependencies(): readonly string[] {
  const sources = globSync('src/{web,i18n,contract,domain}/**/*.{ts,tsx}').map((file) =>
    readFileSync(file, 'utf8'),
  );
  const imported = sources.flatMap((source) => [...source.matchAll(IMPORT)].map(([, name]) => name ?? ''));
  const packages = imported.filter((name) => !NOT_IN_THE_BROWSER.test(name));
  return [...new Set([...packages, 'react/jsx-runtime', 'react/jsx-dev-runtime'])].toSorted();
}

/** The end of an import statement on its line; those of types alone are gone before the browser sees them. */
const IMPORT = /^(?:import (?!type )[^;']* |\} )from '([@a-z][^']*)';$/gm;
const NOT_IN_THE_BROWSER = /^(?:node:|vite|vitest|virtual:|fast-check|@lingui\/message-utils)|\.css$/;
