export type Density = "comfortable" | "compact";

/** The cookie that tells the server the chosen density, so that nothing shifts after rendering. */
export const DENSITY_COOKIE = "caresync-density";

export const densityFrom = (cookie: string | undefined): Density => (cookie === "compact" ? "compact" : "comfortable");
