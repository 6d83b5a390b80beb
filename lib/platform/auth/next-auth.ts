import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { config } from "@/lib/platform/config/config";
import { log } from "@/lib/platform/log/log";
import { cookieName } from "./cookie-name";
import { SESSION_SECONDS, sessionToken, type OpenSession } from "./session-token";

type Doors = {
  /** Opens a session for the owner of these credentials; null when they are nobody's. */
  signIn(email: string, password: string, request: { headers?: Record<string, string> }): Promise<OpenSession | null>;
  signOut(sessionId: string): Promise<void>;
  /** Whether the session still lives. */
  isAlive(sessionId: string): Promise<boolean>;
};

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
    /** Milliseconds since 1970; while the cookie is being made only. */
    until?: number;
  }
}

// next-auth would write to the console; what it reports may quote what was sent.
const logger = {
  error: (code: string) => log.error({ component: "next-auth", code }, "next-auth reports an error"),
  warn: (code: string) => log.warn({ component: "next-auth", code }, "next-auth warns"),
  debug: () => undefined,
};

/** next-auth with email and password; its JWT carries nothing but the id of a session's row. */
export function authOptions(doors: Doors): NextAuthOptions {
  const cookie = (name: "session" | "csrf" | "callback") => ({
    name: cookieName(name),
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: config.site.isHttps },
  });
  return {
    secret: config.auth.secret,
    logger,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: cookie("session"), csrfToken: cookie("csrf"), callbackUrl: cookie("callback") },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          if (!credentials?.email || !credentials.password) return null;
          const session = await doors.signIn(credentials.email, credentials.password, request);
          return session ? ({ id: session.id, until: session.expiresAt.getTime() } as User & { until: number }) : null;
        },
      }),
    ],
    // Left to itself next-auth would let the cookie live from now on whenever it is looked at.
    jwt: { encode: ({ token }) => sessionToken({ id: token?.sid ?? "", expiresAt: new Date(token?.until ?? 0) }) },
    callbacks: {
      async jwt({ token, user }) {
        // Written anew at sign-in; nothing of the provider's default claims (name, email) goes into the cookie.
        if (user) return { sid: user.id, until: (user as User & { until: number }).until };
        const isAlive = token.sid !== undefined && (await doors.isAlive(token.sid));
        if (!isAlive) throw new Error("the session is over");
        return { sid: token.sid, until: Number(token.exp) * 1000 };
      },
      session({ session, token }) {
        return { expires: token.until === undefined ? session.expires : new Date(token.until).toISOString() };
      },
    },
    events: {
      async signOut({ token }) {
        if (token.sid !== undefined) await doors.signOut(token.sid);
      },
    },
  };
}
