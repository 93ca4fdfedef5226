/** Finds the list rows of older scan rules without reading the table, which grows with every request. */
export const rescanned = {
  id: '0013-rescan',
  sql: [`create index request_list_scan on request_list (scan_version)`],
  grants: (): readonly string[] => [],
} as const;
