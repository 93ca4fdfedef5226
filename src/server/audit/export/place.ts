/** Where exports are kept: a directory beside the checkpoints. A port, because the application itself knows no files. */

export type ExportPlace = {
  /**
   * Writes a piece of a file under way so that it ends up at `at` bytes from its beginning, whatever a process that died
   * had written beyond; returns the new length. Rejects when the file is shorter than that.
   */
  write(exportId: string, name: string, at: number, text: string): Promise<number>;
  /** The file is whole: on the disk, under its own name. */
  finish(exportId: string, name: string): Promise<{ bytes: number; sha256: string }>;
  /** Bytes of a file that is whole; null where there is none. */
  size(exportId: string, name: string): Promise<number | null>;
  read(exportId: string, name: string): ReadableStream<Uint8Array>;
  remove(exportId: string): Promise<void>;
};
