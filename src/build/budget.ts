/** Vite plugin: measures what a visitor downloads and fails the build above the limits (in kB of gzip). */
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

type Limits = {
  /** All scripts and styles of the first load together. */
  firstLoad: number;
  /** Number of requests until the sign-in page is shown, without those to the API. */
  firstFiles: number;
  /** Each script that is fetched later. */
  chunk: number;
};
type Weighed = { name: string; kB: number };

export function budget(limits: Limits): Plugin {
  return {
    name: 'otinish-budget',
    apply: 'build',
    generateBundle: {
      order: 'post', // after Vite has made the page
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const chunks = files.filter((file) => file.type === 'chunk');
        const weigh = (file: (typeof files)[number]): Weighed => ({
          name: file.fileName,
          kB: gzipSync(file.type === 'chunk' ? file.code : file.source).length / 1000,
        });
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return this.error('the build has no index.html');
        const first = new Set(linkedFiles(String(page.source)));
        const visit = (fileName: string) => {
          first.add(fileName);
          for (const each of chunks.find((file) => file.fileName === fileName)?.imports ?? [])
            if (!first.has(each)) visit(each);
        };
        for (const file of chunks) if (file.isEntry) visit(file.fileName);

        // The language bundle is fetched before the first paint too, so the largest one counts.
        const isLanguage = (file: (typeof chunks)[number]) =>
          file.facadeModuleId?.includes('virtual:messages/') ?? false;
        const language = Math.max(0, ...chunks.filter(isLanguage).map((file) => weigh(file).kB));
        const opening = files.filter(({ fileName }) => first.has(fileName)).map(weigh);
        const total = opening.reduce((sum, file) => sum + file.kB, language);
        const count = first.size + PAGE + LANGUAGE + FONTS;
        const later = chunks.filter((file) => !first.has(file.fileName)).map(weigh);
        const heavy = later.filter((file) => file.kB > limits.chunk);

        const found = `first load ${total.toFixed(1)} kB of ${limits.firstLoad}, ${count} files of ${limits.firstFiles}`;
        this.info(`${found} (language ${language.toFixed(1)})`);
        for (const file of heavy) this.error(`${file.name}: ${file.kB.toFixed(1)} kB, limit ${limits.chunk}`);
        if (count > limits.firstFiles)
          this.error(`${found}: ${[...first].join(', ')}, language, ${FONTS} fonts`);
        if (total > limits.firstLoad) this.error(`${found}: ${opening.map(show).join(', ')}`);
      },
    },
  };
}

/** One file each: index.html itself, and the catalogue of the visitor's language. */
const PAGE = 1;
const LANGUAGE = 1;
/** Font files of a page in Kazakh: the Latin, Cyrillic and extended Cyrillic subsets of Inter. */
const FONTS = 3;

function show({ name, kB }: Weighed): string {
  return `${name} ${kB.toFixed(1)}`;
}

/** Returns the files that a page links (scripts, preloaded modules, styles, icons), each once and without leading `/` or `./`. */
export function linkedFiles(html: string): readonly string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const addresses = tags.map((tag) => /\s(?:src|href)="(?:\.?\/)?([^"]+)"/.exec(tag)?.[1]);
  return [...new Set(addresses.filter((address) => address !== undefined))];
}
