/**
 * The database image of the browser demo: the files of a migrated, empty cluster in one array of bytes. Four bytes of
 * length (little endian), the list of files as JSON, then the contents one after another.
 */

/** Where PGlite keeps the cluster. */
export const PGDATA = '/pglite/data';

/** `bytes` is null for a directory; `path` is relative to PGDATA. Directories stand before what is in them. */
export type ImageFile = { path: string; bytes: Uint8Array | null };

/** The methods of Emscripten's file system used here; PGlite gives it without a type. */
export type Files = {
  readdir(path: string): string[];
  stat(path: string): { mode: number };
  isDir(mode: number): boolean;
  readFile(path: string): Uint8Array;
  writeFile(path: string, bytes: Uint8Array): void;
  analyzePath(path: string): { exists: boolean };
  mkdirTree(path: string): void;
  quit(): void;
};

export function packImage(files: readonly ImageFile[]): Uint8Array {
  const list = files.map(({ path, bytes }) => [path, bytes?.length ?? -1]);
  const head = new TextEncoder().encode(JSON.stringify(list));
  const total = files.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 4 + head.length);
  const packed = new Uint8Array(total);
  new DataView(packed.buffer).setUint32(0, head.length, true);
  packed.set(head, 4);
  let at = 4 + head.length;
  for (const { bytes } of files) {
    if (!bytes) continue;
    packed.set(bytes, at);
    at += bytes.length;
  }
  return packed;
}

/** The contents are views of `packed`. */
export function unpackImage(packed: Uint8Array): ImageFile[] {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const list: [string, number][] = JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + length)));
  let at = 4 + length;
  return list.map(([path, size]) => {
    if (size < 0) return { path, bytes: null };
    at += size;
    return { path, bytes: packed.subarray(at - size, at) };
  });
}

/** Every file and directory below `root`. */
export function filesBelow(files: Files, root: string, under = ''): ImageFile[] {
  return files
    .readdir(root + under)
    .filter((name) => name !== '.' && name !== '..')
    .flatMap((name): ImageFile[] => {
      const path = `${under}/${name}`;
      if (!files.isDir(files.stat(root + path).mode)) return [{ path, bytes: files.readFile(root + path) }];
      return [{ path, bytes: null }, ...filesBelow(files, root, path)];
    });
}
