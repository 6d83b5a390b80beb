import { importing, type Tree } from "./planted-tree";

/** One planted violation: the file (or folder) that commits it, and the files it needs. */
type Planted = { rule: string; from: string; tree: Tree };

function plant(rule: string, from: string, imported: string, more: Tree = {}): Planted {
  return { rule, from, tree: { [from]: importing(imported), ...more } };
}

/** At least one for each rule of .dependency-cruiser.cjs. */
export const planted: Planted[] = [
  plant("lib-knows-no-doors", "lib/platform/mail/letter.tsx", "@/components/ui/button"),
  plant("lib-knows-no-doors", "lib/domain/doctors/list-doctors.ts", "@/app/page"),
  plant("components-know-no-app", "components/ui/page-link.tsx", "@/app/about/page", {
    "app/about/page.tsx": "export default function About() { return null; }",
  }),
  plant("composition-is-the-root", "lib/domain/doctors/start-doctors.ts", "@/lib/composition/start-server"),
  plant("composition-is-the-root", "app/start/page.tsx", "@/lib/composition/start-server"),
  plant("platform-knows-no-domain", "lib/platform/errors/slot-error.ts", "@/lib/domain/schedules/schema"),
  {
    rule: "no-cycles-between-kits",
    from: "lib/platform/money",
    tree: {
      "lib/platform/money/write-price.ts": importing("@/lib/platform/text/fold"),
      "lib/platform/money/digits.ts": importing(),
      "lib/platform/text/fold.ts": importing(),
      "lib/platform/text/write-number.ts": importing("@/lib/platform/money/digits"),
    },
  },
  plant("platform-knows-no-domain", "lib/platform/errors/whose-error.ts", "@/lib/actor/actor"),
  plant("platform-knows-no-domain", "lib/platform/errors/page-error.ts", "@/lib/site/routes", {
    "lib/site/routes.ts": importing(),
  }),
  plant("actor-knows-no-module", "lib/actor/doctor-actor.ts", "@/lib/domain/schedules/schema"),
  plant("actor-knows-no-module", "lib/site/doctor-routes.ts", "@/lib/domain/schedules/schema"),
  plant("ui-knows-no-domain", "components/ui/staff-badge.tsx", "@/lib/actor/actor"),
  plant("ui-knows-no-domain", "components/ui/home-link.tsx", "@/lib/site/routes", {
    "lib/site/routes.ts": importing(),
  }),
  plant("ui-knows-no-domain", "components/ui/slot-badge.tsx", "@/lib/domain/schedules/format"),
  plant("ui-knows-no-domain", "components/ui/hours-card.tsx", "@/components/schedules/hours-form"),
  plant("domain-knows-no-framework", "lib/domain/doctors/list-names.ts", "next"),
  plant("domain-knows-no-framework", "lib/domain/doctors/sort-names.ts", "react"),
  plant("domain-knows-no-framework", "lib/domain/doctors/answer-names.ts", "@/lib/platform/http/define-route"),
  plant("domain-knows-no-framework", "lib/domain/doctors/fetch-names.ts", "node:https"),
  plant("domain-knows-no-framework", "lib/domain/doctors/route-names.ts", "@/lib/actor/define-route"),
  plant("prisma-only-in-db", "lib/domain/doctors/read-prisma.ts", "@prisma/client"),
  plant("prisma-only-in-db", "app/doctors/page.tsx", "@prisma/client"),
  plant("pusher-server-only-in-realtime", "lib/domain/doctors/push-doctor.ts", "pusher"),
  plant("pusher-js-only-in-realtime", "components/schedules/live-slots.tsx", "pusher-js"),
  plant("next-link-only-in-ui", "components/ui/menu-link.tsx", "next/link"),
  plant("next-link-only-in-ui", "app/doctors/search.tsx", "next/form"),
  plant("doors-never-query", "app/hospitals/page.tsx", "@/lib/platform/db/client"),
  plant("doors-never-query", "app/doctors/route.ts", "@/lib/actor/transaction"),
  plant("doors-never-query", "components/schedules/slot-table.tsx", "@/lib/platform/db/client"),
  plant("doors-never-decide", "app/api/schedules/route.ts", "@/lib/domain/schedules/policy"),
  plant("components-see-vocabulary-only", "components/schedules/slot-list.tsx", "@/lib/domain/schedules/queries"),
  plant("components-see-vocabulary-only", "components/schedules/save-hours.tsx", "@/lib/domain/schedules/change-hours"),
  plant("components-need-no-server-kit", "components/schedules/audit-note.tsx", "@/lib/platform/audit/write", {
    "lib/platform/audit/write.ts": importing(),
  }),
  plant("actions-are-doors", "lib/domain/schedules/copy-hours.ts", "./actions"),
  plant("pure-files-stay-pure", "lib/domain/services/rules.ts", "./price-service", {
    "lib/domain/services/price-service.ts": importing("@/lib/platform/db/client"),
  }),
  plant("pure-files-stay-pure", "lib/domain/services/schema.ts", "@/lib/platform/config/config"),
  plant("policy-is-pure", "lib/domain/services/policy.ts", "@/lib/platform/db/client"),
  plant("domains-meet-at-their-faces", "lib/domain/directory/name-slots.ts", "@/lib/domain/schedules/format"),
  plant("domains-meet-at-their-faces", "lib/domain/directory/price-visit.ts", "@/lib/domain/services/draft/price", {
    "lib/domain/services/draft/price.ts": importing(),
  }),
  plant("domains-meet-at-their-faces", "lib/domain/directory/count-days.ts", "@/lib/domain/schedules/slots/days"),
  plant("internals-stay-inside", "app/schedules/page.tsx", "@/lib/domain/schedules/slots/days"),
  plant("internals-stay-inside", "lib/composition/count-slots.ts", "@/lib/domain/schedules/slots/days"),
  {
    rule: "internals-stay-inside",
    from: "components/schedules/day-count.tsx",
    tree: {
      "components/schedules/day-count.tsx":
        'import type { planted } from "@/lib/domain/schedules/slots/days";\nexport type Count = typeof planted;',
    },
  },
  plant("pure-files-stay-pure", "lib/domain/schedules/slots/holidays.ts", "@/lib/platform/db/client"),
  {
    rule: "no-cycles-between-domains",
    from: "lib/domain/beds",
    tree: {
      "lib/domain/beds/internal/reserve-bed.ts": importing("@/lib/domain/ambulances/schema"),
      "lib/domain/beds/schema.ts": importing(),
      "lib/domain/ambulances/schema.ts": importing(),
      "lib/domain/ambulances/send-ambulance.ts": importing("@/lib/domain/beds/schema"),
    },
  },
  {
    rule: "no-cycles-between-component-folders",
    from: "components/beds",
    tree: {
      "components/beds/bed-form.tsx": importing("@/components/front-desk/patient-field"),
      "components/beds/bed-tile.tsx": importing(),
      "components/front-desk/patient-field.tsx": importing(),
      "components/front-desk/arrival.tsx": importing("@/components/beds/bed-tile"),
    },
  },
  plant("no-cycles", "lib/platform/mail/first.ts", "./second", {
    "lib/platform/mail/second.ts": importing("./first"),
  }),
  plant("no-unresolvable", "lib/platform/mail/lost.ts", "@/lib/platform/nowhere"),
  { rule: "no-orphans", from: "lib/platform/mail/alone.ts", tree: { "lib/platform/mail/alone.ts": importing() } },
  plant("product-knows-no-tests", "lib/platform/mail/from-test.ts", "@/tests/support/letter", {
    "tests/support/letter.ts": importing(),
  }),
  plant("no-dev-dependencies-in-product", "lib/platform/mail/random.ts", "fast-check"),
];
