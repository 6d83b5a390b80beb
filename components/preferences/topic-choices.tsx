"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { CHANNEL_WORDS, TOPIC_WORDS } from "@/lib/domain/preferences/format";
import type { Preferences } from "@/lib/domain/preferences/schema";
import type { ChoiceChannel } from "@/lib/domain/preferences/status";

type Choice = Preferences["choices"][number];
type Props = {
  choices: readonly Choice[];
  channels: readonly ChoiceChannel[];
  hasPhone: boolean;
  onChange: (choices: Choice[]) => void;
};

/** For each topic, where someone hears of it. */
export function TopicChoices({ choices, channels, hasPhone, onChange }: Props) {
  const topics = [...new Set(choices.map(({ topic }) => topic))];
  const turn = (which: Choice, isOn: boolean) =>
    onChange(choices.map((one) => (one === which ? { ...one, isOn } : one)));
  return (
    <div className="divide-y divide-line">
      {topics.map((topic) => (
        <fieldset key={topic} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0">
          <legend className="sr-only">{TOPIC_WORDS[topic].label}</legend>
          <div aria-hidden className="min-w-0 flex-[1_1_14rem] text-sm">
            <p className="font-medium">{TOPIC_WORDS[topic].label}</p>
            <p className="text-quiet">{TOPIC_WORDS[topic].hint}</p>
          </div>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {choices
              .filter((choice) => choice.topic === topic && channels.includes(choice.channel))
              .map((choice) => (
                <Checkbox
                  key={choice.channel}
                  label={CHANNEL_WORDS[choice.channel]}
                  checked={choice.isOn && (choice.channel !== "SMS" || hasPhone)}
                  disabled={choice.isFixed || (choice.channel === "SMS" && !hasPhone)}
                  onCheckedChange={(checked) => turn(choice, checked === true)}
                />
              ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
