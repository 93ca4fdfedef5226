/** Vite plugin: provides `virtual:messages/<language>`, the catalogue compiled for one language at build time. */
import { type Plugin, runnerImport } from 'vite';
import type * as Catalogue from '../i18n/catalogue.ts';
import { compileArea } from '../i18n/compile.ts';
import { isLocale, LOCALES } from '../i18n/locale.ts';

const PREFIX = 'virtual:messages/';

export function messages(): Plugin {
  let root = '';
  return {
    name: 'otinish-messages',
    configResolved: (config) => {
      root = config.root;
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const locale = id.slice(PREFIX.length + 1);
      if (!isLocale(locale)) throw new Error(`no such language: ${locale}`);
      // A separate runner, because Node's module cache would keep the first version of a catalogue file.
      const { module, dependencies } = await runnerImport<typeof Catalogue>(`${root}/src/i18n/catalogue.ts`, {
        root,
        configFile: false,
        logLevel: 'silent',
      });
      for (const file of dependencies) this.addWatchFile(file);
      return `export default ${JSON.stringify(compileArea(module.CATALOGUE, locale))};`;
    },
    hotUpdate({ file }) {
      if (!file.includes('/src/i18n/messages/')) return;
      const { moduleGraph, hot } = this.environment;
      for (const locale of LOCALES) {
        const stale = moduleGraph.getModuleById(`\0${PREFIX}${locale}`);
        if (stale) moduleGraph.invalidateModule(stale);
      }
      hot.send({ type: 'full-reload' });
      return [];
    },
  };
}
