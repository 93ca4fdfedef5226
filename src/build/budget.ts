/** Vite plugin: weighs what a visitor downloads and fails the build above the limits (kB of gzip). */
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

type Limits = { firstLoad: number; chunk: number };
type Weighed = { name: string; kB: number };

export function budget(limits: Limits): Plugin {
  return {
    name: 'otinish-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const weigh = (file: (typeof chunks)[number]): Weighed => ({
        name: file.fileName,
        kB: gzipSync(file.code).length / 1000,
      });
      const first = new Set<string>();
      const visit = (fileName: string) => {
        const file = chunks.find((each) => each.fileName === fileName);
        if (!file || first.has(fileName)) return;
        first.add(fileName);
        file.imports.forEach(visit);
      };
      for (const file of chunks) if (file.isEntry) visit(file.fileName);

      // The language bundle is fetched before the first paint too, so the largest one counts.
      const isLanguage = (file: (typeof chunks)[number]) =>
        file.facadeModuleId?.includes('virtual:messages/') ?? false;
      const language = Math.max(0, ...chunks.filter(isLanguage).map((file) => weigh(file).kB));
      const opening = chunks.filter((file) => first.has(file.fileName)).map(weigh);
      const total = opening.reduce((sum, file) => sum + file.kB, language);
      const later = chunks.filter((file) => !first.has(file.fileName)).map(weigh);
      const heavy = later.filter((file) => file.kB > limits.chunk);

      this.info(`first load ${total.toFixed(1)} kB of ${limits.firstLoad} (language ${language.toFixed(1)})`);
      for (const file of heavy) this.error(`${file.name}: ${file.kB.toFixed(1)} kB, limit ${limits.chunk}`);
      if (total > limits.firstLoad) {
        this.error(
          `first load ${total.toFixed(1)} kB, limit ${limits.firstLoad}: ${opening.map(show).join(', ')}`,
        );
      }
    },
  };
}

function show({ name, kB }: Weighed): string {
  return `${name} ${kB.toFixed(1)}`;
}
