import type { ReactNode } from "react";
import type { LinkItem } from "./nav";
import { PublicFooter } from "./public-footer";
import { PublicHeader } from "./public-header";
import { MAIN_ID } from "./skip-link";

/** Header, page, footer: the frame of everything that needs no account. */
export function PublicShell({ portal, children }: { portal?: LinkItem | undefined; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <PublicHeader portal={portal} />
      <main id={MAIN_ID} tabIndex={-1} className="flex-1">
        {children}
      </main>
      <PublicFooter />
    </div>
  );
}
