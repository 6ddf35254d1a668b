/** The longest text of one message, in UTF-16 units: https://core.telegram.org/bots/api#sendmessage (the narrowest channel we have). */
export const longestText = 4096;

/** What a channel puts on a button before it cuts the label; longer labels are listed by number as well (src/channels/telegram/draw-buttons.ts). */
export const longestLabel = 60;

/**
 * The longest id inside a file. A button's id holds a verb, a code and two ids ("answer:1.001193:<id>:<id>", 57 characters), and Telegram takes 64 bytes:
 * https://core.telegram.org/bots/api#inlinekeyboardbutton and docs/decisions/001.
 */
export const longestId = 20;

/** The largest file that is read, in bytes, by its ending. All 8,381 national procedures as rows of one CSV file are 5 MB; a YAML file is one procedure or one list. */
export const largestFile = { ".yaml": 2 * 2 ** 20, ".csv": 20 * 2 ** 20 } as const;
