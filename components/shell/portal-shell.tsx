import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { AccountMenu, type AccountMenuProps } from "./account-menu";
import { BottomBar } from "./bottom-bar";
import { Brand } from "./brand";
import { NavRail } from "./nav-rail";
import type { LinkItem, NavItem } from "./nav";
import { PortalSwitcher } from "./portal-switcher";
import { MAIN_ID, SkipLink } from "./skip-link";

export type PortalShellProps = {
  /** The portal in a word or two: "Patient", a hospital's name. */
  name: string;
  homeHref: Route;
  /** In order of importance: on phones the first four or five are in the bar, the rest under "More". */
  items: NavItem[];
  account: AccountMenuProps;
  /** The portals this person may enter; shown only when there is more than one. */
  portals?: LinkItem[];
  bell?: ReactNode;
  /** ⌘K: finds the rail's items and everything else. */
  palette: ReactNode;
  /** A notice above the page: "Awaiting verification". */
  notice?: ReactNode;
  /** Above the page, full width: the state of the connection. */
  banner?: ReactNode;
  /** Below the rail's items. */
  railEnd?: ReactNode;
  children: ReactNode;
};

export function PortalShell(props: PortalShellProps) {
  const { name, homeHref, items, notice, banner, railEnd, children } = props;
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)] print:block print:min-h-0">
      <SkipLink />
      <aside
        data-print="hide"
        className="sticky top-0 hidden h-dvh flex-col gap-6 overflow-y-auto border-r border-line bg-surface p-4 lg:flex"
      >
        <Link href={homeHref} className="rounded-md px-2 pt-1">
          <Brand suffix={name} />
        </Link>
        <NavRail items={items} />
        {railEnd ? <div className="mt-auto">{railEnd}</div> : null}
      </aside>
      <div className="flex min-w-0 flex-col">
        <TopBar {...props} />
        {banner}
        <main
          id={MAIN_ID}
          tabIndex={-1}
          className="mx-auto w-full max-w-6xl flex-1 px-4 pt-5 pb-28 sm:px-6 lg:px-8 lg:pt-4 lg:pb-16 print:pb-0"
        >
          {notice ? <div className="mb-6">{notice}</div> : null}
          {children}
        </main>
      </div>
      <BottomBar items={items} />
    </div>
  );
}

type TopBarProps = Pick<PortalShellProps, "name" | "homeHref" | "account" | "portals" | "bell" | "palette">;

function TopBar({ name, homeHref, account, portals = [], bell, palette }: TopBarProps) {
  return (
    <header
      data-print="hide"
      className="sticky top-0 z-30 border-b border-line bg-surface lg:border-transparent lg:bg-ground"
    >
      <div className="mx-auto flex h-14 max-w-6xl items-center gap-1.5 px-4 sm:px-6 lg:h-16 lg:px-8">
        <Link href={homeHref} aria-label={`CareSync, ${name}`} className="touch-target mr-auto rounded-md lg:hidden">
          <Brand suffix={name} />
        </Link>
        {palette}
        <PortalSwitcher portals={portals} className="hidden sm:inline-flex" />
        {bell}
        <ThemeToggle className="hidden sm:inline-flex" />
        <div className="ml-1.5 flex">
          <AccountMenu {...account} portals={portals} />
        </div>
      </div>
    </header>
  );
}
