import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { config } from "@/lib/platform/config/config";
import { log } from "@/lib/platform/log/log";
import { cookieName } from "./cookie-name";
import { SESSION_SECONDS, sessionToken, type OpenSession } from "./session-token";

type Doors = {
  /** Opens a session for these credentials; null when they match no account. */
  signIn(email: string, password: string, request: { headers?: Record<string, string> }): Promise<OpenSession | null>;
  signOut(sessionId: string): Promise<void>;
  /** Whether the session still lives. */
  isAlive(sessionId: string): Promise<boolean>;
};

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
    /** Milliseconds since 1970; only while the cookie is being created. */
    until?: number;
  }
}

// next-auth would log to the console, and may quote what was sent.
const logger = {
  error: (code: string) => log.error({ component: "next-auth", code }, "next-auth reports an error"),
  warn: (code: string) => log.warn({ component: "next-auth", code }, "next-auth warns"),
  debug: () => undefined,
};

/** Configures next-auth with email and password; its JWT contains only the ID of a session's row. */
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
    // By default next-auth extends the cookie's lifetime whenever it is read.
    jwt: { encode: ({ token }) => sessionToken({ id: token?.sid ?? "", expiresAt: new Date(token?.until ?? 0) }) },
    callbacks: {
      async jwt({ token, user }) {
        // Written at sign-in only; none of the provider's default claims (name, email) go into the cookie.
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
