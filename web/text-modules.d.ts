/** The bundler imports a stylesheet as text, so that it can be inlined into the page. */
declare module '*.css' {
  const text: string;
  export default text;
}
