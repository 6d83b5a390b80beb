export type Density = "comfortable" | "compact";

/** The browser tells the server in this cookie how much its person wants on one screen, so that nothing moves once it is there. */
export const DENSITY_COOKIE = "caresync-density";

export const densityFrom = (cookie: string | undefined): Density => (cookie === "compact" ? "compact" : "comfortable");
