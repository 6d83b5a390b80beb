/** Who is asking, as far as the platform needs to know; what the product knows besides is the product's. */
export type Caller = {
  /** Null only for `via: "system"`. */
  userId: string | null;
  via: "session" | "token" | "system";
};
