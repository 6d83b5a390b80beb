import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/site/routes";
import { Brand } from "./brand";
import { MAIN_ID, SkipLink } from "./skip-link";

export type AuthCardProps = {
  title: ReactNode;
  /** One sentence: what this is for, or what happens next. */
  lead?: ReactNode;
  /** Below the card: the link to the other form. */
  footer?: ReactNode;
  children: ReactNode;
};

/** One form and nothing else: sign in, sign up, reset password, invitations. */
export function AuthCard({ title, lead, footer, children }: AuthCardProps) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-8 sm:justify-center sm:py-12">
      <SkipLink />
      <header className="mb-8">
        <Link href={routes.home()} className="block rounded-md" aria-label="CareSync home page">
          <Brand />
        </Link>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className="w-full max-w-md rounded-lg border border-line bg-surface p-6 sm:p-8">
        <h1 className="text-xl">{title}</h1>
        {lead ? <p className="mt-1.5 text-quiet">{lead}</p> : null}
        <div className="mt-6">{children}</div>
      </main>
      {footer ? <footer className="mt-6 text-center text-sm text-quiet">{footer}</footer> : null}
    </div>
  );
}
