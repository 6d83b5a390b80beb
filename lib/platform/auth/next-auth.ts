import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { config } from "@/lib/platform/config/config";
import { log } from "@/lib/platform/log/log";
import { cookieName } from "./cookie-name";
import { SESSION_SECONDS } from "./session-token";

export type SignedIn = { userId: string; sessionEpoch: number };
type Authorize = (email: string, password: string, request: { headers?: Record<string, string> }) => Promise<SignedIn | null>;

declare module "next-auth/jwt" {
  interface JWT {
    epoch?: number;
  }
}

// next-auth would write to the console; what it reports may quote what was sent.
const logger = {
  error: (code: string) => log.error({ component: "next-auth", code }, "next-auth reports an error"),
  warn: (code: string) => log.warn({ component: "next-auth", code }, "next-auth warns"),
  debug: () => undefined,
};

/** next-auth with e-mail and password, JWT sessions that carry nothing but the user's id and session epoch. */
export function authOptions(authorize: Authorize): NextAuthOptions {
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
          const user = await authorize(credentials.email, credentials.password, request);
          return user ? ({ id: user.userId, epoch: user.sessionEpoch } as User & { epoch: number }) : null;
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        // Written anew at sign-in; nothing of the provider's default claims (name, e-mail) goes into the cookie.
        if (user) return { sub: user.id, epoch: (user as User & { epoch: number }).epoch };
        return { sub: token.sub, epoch: token.epoch };
      },
      session({ session }) {
        return { expires: session.expires };
      },
    },
  };
}
