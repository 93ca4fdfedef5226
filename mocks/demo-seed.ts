/** What fills a demonstration, on a server and in a browser alike. */
export { type Seeded, seed } from './seed/seed.ts';
