/** A browser's cookies, in place of Next's: `vi.mock("next/headers", () => import("@/tests/support/cookie-jar"))`. */
type Cookie = {
  value: string;
  httpOnly?: boolean;
  sameSite?: string;
  path?: string;
  secure?: boolean;
  maxAge?: number;
};
export const jar = new Map<string, Cookie>();

export const headers = async () => new Headers();
export const cookies = async () => ({
  get: (name: string) => jar.get(name),
  set: (name: string, value: string, options: object) => jar.set(name, { value, ...options }),
});
