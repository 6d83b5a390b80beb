import { NextRequest } from "next/server";
import { describe, expect, it, vi } from "vitest";

vi.hoisted(() => {
  process.env.NEXTAUTH_URL = "https://care.example";
});

const ORIGIN = "https://care.example";
const HSTS = "max-age=31536000; includeSubDomains";

describe("a site served over HTTPS", () => {
  it("tells browsers with every answer never to use HTTP again", async () => {
    const { GET, POST, OPTIONS } = await import("@/app/api/specialties/route");
    const { GET: missing } = await import("@/app/api/[...missing]/route");
    const { middleware } = await import("@/middleware");
    const ask = (path: string, method = "GET") => new Request(`${ORIGIN}${path}`, { method });
    const answers = [
      await GET(ask("/api/specialties")),
      await GET(ask("/api/specialties?nothing=1")),
      await POST(ask("/api/specialties", "POST")),
      await OPTIONS(ask("/api/specialties", "OPTIONS")),
      await missing(ask("/api/nowhere")),
      middleware(new NextRequest(`${ORIGIN}/doctors`)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 422, 405, 204, 404, 200]);
    for (const answer of answers) expect(answer.headers.get("strict-transport-security")).toBe(HSTS);
  });

  it("binds its cookies to its own host", async () => {
    const { authOptions } = await import("@/lib/platform/auth/next-auth");
    const { cookies } = authOptions({
      signIn: async () => null,
      signOut: async () => undefined,
      isAlive: async () => false,
    });
    for (const cookie of Object.values(cookies ?? {})) {
      expect(cookie.name).toMatch(/^__Host-/);
      expect(cookie.options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
    }
  });
});
