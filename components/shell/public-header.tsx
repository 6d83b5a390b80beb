import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { routes } from "@/lib/site/routes";
import { Brand } from "./brand";
import type { LinkItem } from "./nav";
import { OfflineBanner } from "./offline-banner";
import { PUBLIC_LINKS } from "./public-links";
import { EmergencyLink, PublicMenu, PublicNav } from "./public-nav";
import { SkipLink } from "./skip-link";

const SIGN_IN: LinkItem = { href: routes.signIn(), label: "Sign in" };

/** The header of all public pages. `portal`: the signed-in person's; "Sign in" is shown without it. */
export function PublicHeader({ portal }: { portal?: LinkItem | undefined }) {
  const account = portal ?? SIGN_IN;
  return (
    <>
      <SkipLink />
      <header data-print="hide" className="sticky top-0 z-30 border-b border-line bg-surface">
        <div className="mx-auto flex h-16 max-w-6xl items-center gap-2 px-4 sm:px-6 lg:px-8">
          <Link href={routes.home()} aria-label="CareSync home page" className="mr-auto rounded-md md:mr-6">
            <Brand />
          </Link>
          <PublicNav links={PUBLIC_LINKS} />
          <div className="flex items-center gap-1.5 md:ml-auto">
            <EmergencyLink className="max-[22rem]:px-2.5 max-[22rem]:text-xs" />
            <div className="hidden sm:block">
              <ThemeToggle />
            </div>
            <Button asChild variant={portal ? "secondary" : "primary"} className="hidden md:inline-flex">
              <Link href={account.href}>{account.label}</Link>
            </Button>
            <PublicMenu links={PUBLIC_LINKS} account={account} />
          </div>
        </div>
      </header>
      <OfflineBanner />
    </>
  );
}
