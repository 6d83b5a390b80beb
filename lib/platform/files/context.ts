/** What a file's data key is bound to. */
export const contextOf = (id: string): string => `file:${id}`;
