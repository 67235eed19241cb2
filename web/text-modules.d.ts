/** Stylesheets are inlined into the page: the bundler gives their text. */
declare module '*.css' {
  const text: string;
  export default text;
}
