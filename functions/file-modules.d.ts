/** Fonts lie beside the bundle: the bundler gives their path, relative to the module that imports them. */
declare module '*.ttf' {
  const path: string;
  export default path;
}
