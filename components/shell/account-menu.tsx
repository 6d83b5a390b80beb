"use client";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Link } from "@/components/ui/link";
import { ThemeItems } from "@/components/ui/theme-items";
import type { LinkItem } from "./nav";
import { PortalItems } from "./portal-items";

export type AccountMenuProps = {
  name: string;
  email: string;
  links?: LinkItem[];
  /** A `DropdownMenuItem` that signs out; the menu's last item. */
  signOut: ReactNode;
};

/** The signed-in user and their links. On phones it also has what doesn't fit the header. */
export function AccountMenu({
  name,
  email,
  links = [],
  signOut,
  portals = [],
}: AccountMenuProps & { portals?: LinkItem[] }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger aria-label={`Account: ${name}`} className="touch-target rounded-full">
        <Avatar name={name} size="sm" />
      </DropdownMenuTrigger>
      <DropdownMenuContent className="max-h-[80dvh] w-60 overflow-y-auto">
        <div className="px-2.5 pt-1.5 pb-2 text-sm">
          <p className="truncate font-semibold">{name}</p>
          <p className="truncate text-quiet">{email}</p>
        </div>
        <DropdownMenuSeparator />
        {links.map((link) => (
          <DropdownMenuItem key={link.href} asChild>
            <Link href={link.href}>{link.label}</Link>
          </DropdownMenuItem>
        ))}
        {links.length > 0 ? <DropdownMenuSeparator /> : null}
        <div className="sm:hidden">
          {portals.length > 1 ? (
            <>
              <PortalItems portals={portals} />
              <DropdownMenuSeparator />
            </>
          ) : null}
          <DropdownMenuLabel>Appearance</DropdownMenuLabel>
          <ThemeItems />
          <DropdownMenuSeparator />
        </div>
        {signOut}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
