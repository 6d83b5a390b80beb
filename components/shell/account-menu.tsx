"use client";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import type { LinkItem } from "./nav";

export type AccountMenuProps = {
  name: string;
  email: string;
  links?: LinkItem[];
  /** A button or form that signs out; it becomes the menu's last entry. */
  signOut: ReactNode;
};

export function AccountMenu({ name, email, links = [], signOut }: AccountMenuProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger aria-label={`Account: ${name}`} className="touch-target rounded-full">
        <Avatar name={name} size="sm" />
      </DropdownMenuTrigger>
      <DropdownMenuContent className="w-60">
        <div className="px-2.5 pt-1.5 pb-2 text-sm">
          <p className="truncate font-semibold">{name}</p>
          <p className="truncate text-quiet">{email}</p>
        </div>
        <DropdownMenuSeparator />
        {links.map((link) => (
          <DropdownMenuItem key={link.href} asChild>
            <Link href={link.href as Route}>{link.label}</Link>
          </DropdownMenuItem>
        ))}
        {links.length > 0 ? <DropdownMenuSeparator /> : null}
        {signOut}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
