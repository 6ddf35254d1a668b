import { plainText, type Spoken } from "../../wording/spoken.ts";

/** One reply of `POST /api/chat`. Other programs rely on text, choices, links, progress and procedure; kind, language and lines are for our own page. */
type ChatReply = Pick<Spoken, "kind" | "language" | "lines" | "progress" | "procedure"> & {
  text: string;
  choices?: Spoken["choices"];
  links?: Spoken["links"];
};

/** The body that `POST /api/chat` answers with. */
export type ChatAnswer = { replies: ChatReply[] };

/** What the guide said, as `POST /api/chat` answers it; a list that would be empty is left out. */
export function answerOf(spoken: readonly Spoken[]): ChatAnswer {
  return { replies: spoken.map(replyOf) };
}

function replyOf(spoken: Spoken): ChatReply {
  const { choices, links, ...rest } = spoken;
  return {
    text: plainText(spoken),
    ...(choices.length > 0 && { choices }),
    ...(links.length > 0 && { links }),
    ...rest,
  };
}
