/** Vite plugin: groups the modules of the production build into few chunks by the rules in chunk-names.ts. */
import type { Plugin } from 'vite';
import { CHUNK_RANKS, chunkNames, chunkRank } from './chunk-names.ts';

export function chunks(): Plugin {
  let names: ReturnType<typeof chunkNames> = new Map();
  // A group also takes the imports of its modules, so the groups run in the order in which chunks import each other.
  const groups = Array.from({ length: CHUNK_RANKS }, (_, rank) => ({
    debugName: `rank ${rank}`,
    priority: CHUNK_RANKS - rank,
    name: (id: string) => {
      const name = names.get(id);
      return name !== undefined && chunkRank(name) === rank ? name : null;
    },
  }));
  return {
    name: 'otinish-chunks',
    apply: 'build',
    config: () => ({ build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }),
    buildEnd() {
      const ids = [...this.getModuleIds()];
      names = chunkNames(
        new Map(
          ids.flatMap((id) => {
            const info = this.getModuleInfo(id);
            if (!info) return [];
            // Copied, because the bundler reuses these arrays.
            const { isEntry, importedIds, dynamicImporters } = info;
            return [
              [id, { isEntry, importedIds: [...importedIds], dynamicImporters: [...dynamicImporters] }],
            ];
          }),
        ),
      );
    },
  };
}
