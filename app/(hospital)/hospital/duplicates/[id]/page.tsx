import type { Metadata } from "next";
import { toComparison } from "@/app/(hospital)/hospital/duplicates/to-comparison";
import { Comparison } from "@/components/merges/comparison";
import { PageHeader } from "@/components/ui/page-header";
import { LIKENESS_WORDS } from "@/lib/domain/merges/format";
import { routes } from "@/lib/site/routes";
import { deskPair } from "./desk-pair";

type Props = { params: Promise<{ id: string }> };

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = { title: "Compare records" };

export default async function DuplicatePage({ params }: Props) {
  const pair = await deskPair((await params).id);
  return (
    <>
      <PageHeader
        back={{ href: routes.hospital.duplicates(), label: "Duplicates" }}
        title="Are these the same person?"
        text={`${LIKENESS_WORDS[pair.likeness]}.`}
      />
      <Comparison pair={toComparison(pair)} />
    </>
  );
}
