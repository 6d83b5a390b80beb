import { z } from "zod";
import { emailChangeOutput } from "@/lib/domain/email-changes/schema";
import { sentMessageOutput } from "@/lib/domain/messages/schema";
import { accessScope, relation } from "@/lib/domain/patients/schema";
import { TOPICS } from "@/lib/domain/preferences/status";
import { cursor, limit } from "@/lib/platform/input/query";
import { emailAddress, instant, uuid } from "@/lib/platform/input/text";
import { personOutput } from "./schema";
import { INVITATION_KINDS, SESSION_KINDS, SIGN_IN_FACTS } from "./status";

export const userInput = z.strictObject({ userId: uuid });
export const sessionParams = z.strictObject({ id: uuid, session: uuid });
export const sessionInput = z.strictObject({ userId: uuid, sessionId: uuid });
export const peoplePageQuery = z.strictObject({ limit, cursor: cursor.optional() });
export type PeoplePageQuery = z.output<typeof peoplePageQuery>;

/** Something that explains why someone can or can't sign in; the screen makes a sentence of it. */
const signInFactOutput = z.object({
  code: z.enum(SIGN_IN_FACTS),
  at: instant.nullable().meta({ description: "When it happened, or was last so." }),
  until: instant.nullable().meta({ description: "Until when it holds." }),
  count: z.int().nullable().meta({ description: "How many wrong passwords, or open sessions." }),
  answer: z
    .string()
    .nullable()
    .meta({ description: "What a provider answered, or what ended the sessions, as a code." }),
});
export type SignInFact = z.infer<typeof signInFactOutput>;

/** One account on its own page. Of patients there are counts, no names. */
export const personDetailsOutput = personOutput.extend({
  timeZone: z.string(),
  hasPhone: z.boolean(),
  acts: z
    .array(z.object({ relation, scope: accessScope, count: z.int() }))
    .meta({ description: "For how many patients they act now, by relation and scope; SELF is their own record." }),
  sessionCount: z.int().meta({ description: "Open sessions." }),
  devices: z.int().meta({ description: "Browsers that show their notifications." }),
  quietHours: z.object({ from: z.string(), until: z.string() }).nullable(),
  noEmailAbout: z
    .array(z.object({ topic: z.enum(TOPICS), isChosen: z.boolean().meta({ description: "They turned it off." }) }))
    .meta({ description: "Topics of which they get no email." }),
  emailChange: emailChangeOutput.nullable().meta({ description: "The last change of their address." }),
  signIn: z.array(signInFactOutput),
});
export type PersonDetails = z.infer<typeof personDetailsOutput>;

export const sessionOutput = z.object({
  id: uuid,
  kind: z.enum(SESSION_KINDS),
  createdAt: instant,
  expiresAt: instant,
});
export type PersonSession = z.infer<typeof sessionOutput>;

export const signInOutput = z.object({
  position: z.string(),
  at: instant,
  isSuccess: z.boolean(),
  failure: z.enum(["password", "suspended"]).nullable(),
  via: z.string().meta({ description: "`session`: a browser; `token`: the API." }),
});
export type SignIn = z.infer<typeof signInOutput>;

export const endedSessionsOutput = z.object({ ended: z.int() });
export const passwordLinkOutput = z.object({ expiresAt: instant });

/** The address as the person says it. */
export const signInCheckInput = z.strictObject({ email: emailAddress });

const found = z.object({ id: uuid, name: z.string(), email: z.string() });

export const signInCheckOutput = z.object({
  account: found.nullable(),
  facts: z.array(signInFactOutput).meta({ description: "Of the account; none without one." }),
  similar: z.array(found).meta({ description: "Without an account: up to five whose address looks almost the same." }),
  former: z
    .array(found.extend({ at: instant }))
    .meta({ description: "Accounts whose address it was, and when it changed; up to five, the latest first." }),
  invitations: z
    .array(
      z.object({
        id: uuid,
        kind: z.enum(INVITATION_KINDS),
        hospitalId: uuid.nullable(),
        hospital: z.string().nullable(),
        at: instant,
        until: instant,
      }),
    )
    .meta({ description: "Invitations that wait at the address." }),
  messages: z.array(sentMessageOutput).meta({ description: "The last that were sent to the address itself." }),
});
export type SignInCheck = z.infer<typeof signInCheckOutput>;
