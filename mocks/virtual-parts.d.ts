declare module 'virtual:demo-parts' {
  const parts: import('./link.ts').Parts;
  export default parts;
}
