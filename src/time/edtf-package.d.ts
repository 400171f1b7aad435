declare module 'edtf' {
  /** Parses at every level; throws on what is no EDTF. Bounds are milliseconds, ±Infinity or null where open. */
  export default function edtf(text: string): { readonly min: number | null; readonly max: number | null };
}
