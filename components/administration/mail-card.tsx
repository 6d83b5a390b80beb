import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";

export type MailCardProps = { mail: { toAddress: string; subject: string; text: string; createdAt: string } };

const LINK = /(https?:\/\/\S+)/;

/** A mail as its reader would see it. */
export function MailCard({ mail }: MailCardProps) {
  return (
    <Card as="li">
      <details className="group">
        <summary className="touch-target cursor-pointer">
          <span className="font-semibold">{mail.subject}</span>
          <span className="block text-sm wrap-anywhere text-quiet">
            to {mail.toAddress}, <RelativeTime instant={mail.createdAt} />
          </span>
        </summary>
        <p className="mt-4 border-t border-line pt-4 text-sm wrap-anywhere whitespace-pre-wrap">
          {mail.text.split(LINK).map((part, index) =>
            LINK.test(part) && !part.endsWith("…") ? (
              <a key={index} href={part} className="text-accent underline">
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </p>
      </details>
    </Card>
  );
}
