/** A cookie of the browser: what it reads must have the change that it has just made or heard of. */
export const JUST_CHANGED = "caresync.changed";

/** Longer than a replica may lag (DATABASE_REPLICA_MAX_LAG_MS). */
export const JUST_CHANGED_SECONDS = 15;

/** In the browser, before it reads again because something has changed. */
export function noteChange(): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${JUST_CHANGED}=1; path=/; max-age=${JUST_CHANGED_SECONDS}; samesite=lax${secure}`;
}

/** Tells whether a request for a page must be answered from the primary database; a form's own answer must, too. */
export function followsChange({ method, cookie }: { method: string | undefined; cookie: string | undefined }): boolean {
  return (method !== "GET" && method !== "HEAD") || (cookie ?? "").includes(`${JUST_CHANGED}=`);
}
