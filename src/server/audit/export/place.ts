/** Port to where exports are stored; the server's adapter is a directory beside the checkpoints (place-node.ts). */

export type ExportPlace = {
  /**
   * Writes a piece of an unfinished file at byte `at`, and drops what a process that died had written after it; returns
   * the new length. Rejects when the file is shorter than `at`.
   */
  write(exportId: string, name: string, at: number, text: string): Promise<number>;
  /** Syncs the complete file to disk and gives it its final name. */
  finish(exportId: string, name: string): Promise<{ bytes: number; sha256: string }>;
  /** Bytes of a finished file; null when there is none. */
  size(exportId: string, name: string): Promise<number | null>;
  read(exportId: string, name: string): ReadableStream<Uint8Array>;
  remove(exportId: string): Promise<void>;
};
