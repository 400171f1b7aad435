declare module 'relay-compiler' {
  /** The path of the compiler's program for this platform. */
  const program: string;
  export default program;
}
