/** The bundler imports a stylesheet as text, because pages inline it. */
declare module '*.css' {
  const text: string;
  export default text;
}
