/** Who is asking, as far as the platform needs to know; what the product knows besides is the product's. */
export type Caller = {
  /** Null only for `via: "system"`, and for who reads by a link without an account. */
  userId: string | null;
  via: "session" | "token" | "link" | "system";
};
