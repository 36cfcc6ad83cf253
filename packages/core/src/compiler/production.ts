/** Whether a build is one for production, as bundlers take one without a `mode` for. */
export function isProduction({ mode }: { readonly mode?: string | undefined }): boolean {
  return !mode || mode === 'production';
}
