"use client";
import { ChevronsUpDown } from "lucide-react";
import { usePathname } from "next/navigation";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { isActive, type LinkItem } from "./nav";
import { PortalItems } from "./portal-items";

/** For people with several roles: from one portal to another. Hidden for everyone else. */
export function PortalSwitcher({ portals, className }: { portals: LinkItem[]; className?: string }) {
  const pathname = usePathname();
  if (portals.length < 2) return null;
  const current = portals.find((portal) => isActive(pathname, portal));
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="secondary"
          size="sm"
          className={cn(className)}
          aria-label={`Portal: ${current?.label ?? "choose"}`}
        >
          <span className="max-w-36 truncate">{current?.label ?? "Portals"}</span>
          <ChevronsUpDown aria-hidden className="size-4 text-quiet" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <PortalItems portals={portals} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
