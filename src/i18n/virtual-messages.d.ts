declare module 'virtual:messages/*' {
  const messages: import('./compile.ts').Compiled;
  export default messages;
}
