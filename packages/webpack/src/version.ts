declare const __VERSION__: string;

/** Version of this package, put in by the build. */
export const version: string = __VERSION__;
