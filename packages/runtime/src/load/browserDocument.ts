/** Whether there is a document; not in workers. */
export const inBrowser: boolean = typeof document !== 'undefined';
