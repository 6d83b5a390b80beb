"use client";
import { Check } from "lucide-react";
import { usePathname } from "next/navigation";
import { DropdownMenuItem, DropdownMenuLabel } from "@/components/ui/dropdown-menu";
import { Link } from "@/components/ui/link";
import { isActive, type LinkItem } from "./nav";

/** The portals as menu items; the current one is marked. */
export function PortalItems({ portals }: { portals: LinkItem[] }) {
  const pathname = usePathname();
  return (
    <>
      <DropdownMenuLabel>Go to</DropdownMenuLabel>
      {portals.map((portal) => {
        const here = isActive(pathname, portal);
        return (
          <DropdownMenuItem key={portal.href} asChild>
            <Link href={portal.href} aria-current={here ? "page" : undefined}>
              <span className="flex-1">{portal.label}</span>
              {here ? <Check aria-hidden /> : null}
            </Link>
          </DropdownMenuItem>
        );
      })}
    </>
  );
}
