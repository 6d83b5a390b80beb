"use client";
import { Check, ChevronsUpDown } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuLabel, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { isActive, type LinkItem } from "./nav";

/** For those who hold several roles: from one portal to another. Nothing for everyone else. */
export function PortalSwitcher({ portals }: { portals: LinkItem[] }) {
  const pathname = usePathname();
  if (portals.length < 2) return null;
  const current = portals.find((portal) => isActive(pathname, portal));
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="secondary" size="sm">
          <span className="max-w-[9rem] truncate">{current?.label ?? "Portals"}</span>
          <ChevronsUpDown aria-hidden className="size-4 text-quiet" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>Go to</DropdownMenuLabel>
        {portals.map((portal) => (
          <DropdownMenuItem key={portal.href} asChild>
            <Link href={portal.href as Route} aria-current={portal === current ? "page" : undefined}>
              <span className="flex-1">{portal.label}</span>
              {portal === current ? <Check aria-hidden /> : null}
            </Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
