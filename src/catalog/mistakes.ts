/** Mistakes for which content is not taken: name → the blanks of its sentences "mistake.<name>.kind/.what/.do/.example" in locales/staff. */
const errors = {
  // the file itself
  "folder-missing": ["folder"],
  "folder-unreadable": ["folder", "reason"],
  "file-missing": [],
  "file-unreadable": ["reason"],
  "no-permission": [],
  "is-folder": [],
  "dangling-link": [],
  "not-a-file": [],
  "file-too-large": ["size", "most"],
  "office-file": [],
  "binary-file": [],
  "wide-encoding": ["encoding"],
  "old-encoding": ["encoding"],
  "unknown-encoding": [],
  "empty-file": [],
  "reading-broke-off": ["reason"],
  // how YAML is written
  "tab-indent": [],
  "odd-space": [],
  "key-twice": ["key"],
  "colon-in-text": [],
  "comma-in-text": ["key"],
  "quote-open": ["sign"],
  "after-quote": [],
  "bracket-open": [],
  "no-colon": [],
  "bad-indent": [],
  "bad-start": ["sign"],
  "bad-escape": [],
  alias: ["sign"],
  "merge-key": [],
  tag: ["sign"],
  "two-documents": [],
  "too-deep": [],
  "yaml-unclear": [],
  // what the format asks for
  "unknown-key": ["key"],
  "unknown-key-near": ["key", "near"],
  "missing-key": ["key"],
  "missing-translation": ["key", "language"],
  "empty-value": ["key"],
  "needs-quotes": ["key", "written"],
  "wants-text": ["key"],
  "wants-list": ["key"],
  "wants-keys": ["key"],
  "wants-both": ["key"],
  "wants-number": ["key", "value"],
  "wants-whole-number": ["key", "value"],
  "wants-yes-no": ["key", "value"],
  "unknown-value": ["key", "value", "choices"],
  "unknown-value-near": ["key", "value", "near", "choices"],
  "empty-text": ["key"],
  "too-short": ["key", "value", "least"],
  "too-long": ["key", "value", "most"],
  "too-few": ["key", "least"],
  "too-many": ["key", "most"],
  "number-low": ["key", "value", "least"],
  "number-high": ["key", "value", "most"],
  "bad-id": ["value"],
  "id-too-long": ["value", "most"],
  "bad-code": ["value"],
  "code-lost-zero": ["value", "near"],
  "bad-law": ["value"],
  "bad-link": ["value"],
  "link-off-list": ["value"],
  "bad-date": ["key", "value"],
  "bad-month": ["key", "value"],
  "bad-source-date": ["key", "value"],
  "bad-hotline": ["value"],
  "bad-portal-code": ["value"],
  "bad-row-key": ["value"],
  "bad-row-place": ["key"],
  "bad-ordinal": ["key"],
  "empty-condition": [],
  "bad-value": ["key", "value"],
  // index files
  "columns-missing": ["columns"],
  "row-width": ["cells", "columns"],
  "table-unclear": [],
  // what a procedure says
  "id-twice": ["list", "id"],
  "unknown-question": ["id"],
  "unknown-question-near": ["id", "near"],
  "question-later": ["id"],
  "unknown-answer": ["question", "answer", "choices"],
  "unknown-answer-near": ["question", "answer", "near"],
  "condition-never": [],
  "question-never-asked": ["id"],
  "paper-never-reached": ["id"],
  "note-never-reached": ["id"],
  "days-turned": ["from", "to"],
  "row-nowhere": ["place"],
  "row-nowhere-near": ["place", "near"],
  "text-too-long": ["key", "length", "most"],
  // what all files together show
  "code-twice": ["code", "other"],
  "province-twice": ["id", "other"],
  "event-twice": ["id"],
  "unknown-procedure": ["code"],
  "names-of-index": ["code"],
  "province-has-file": ["name", "other"],
  "alias-claimed": ["alias", "other"],
  "alias-is-command": ["alias", "command"],
} as const satisfies Record<string, readonly string[]>;

/** Mistakes that staff should look at, but with which the guide starts all the same. */
const remarks = {
  "review-passed": ["day"],
  "alias-of-twins": ["alias", "other"],
  "label-long": ["length", "most"],
  "ending-unknown": ["ending"],
  "record-text-long": ["key", "length", "most"],
  "record-link": ["value"],
  "without-unknown": ["code"],
} as const satisfies Record<string, readonly string[]>;

/** Every mistake that content can have, with the blanks of its sentences. A closed set: a new mistake is a new line above. */
export const mistakes = { ...errors, ...remarks };
export type Mistake = keyof typeof mistakes;

/** A mistake with its blanks filled. What fills them is quoted from content or is a number; words come from locales/staff. */
export type Mistaken = {
  [M in Mistake]: { mistake: M; values: Readonly<Record<(typeof mistakes)[M][number], string | number>> };
}[Mistake];

/** Is content with this mistake refused? Else it is a remark. */
export function isGrave(mistake: Mistake): boolean {
  return Object.hasOwn(errors, mistake);
}

/** Does a text name a mistake? The messages of our zod schemas do. */
export function isMistake(text: string): text is Mistake {
  return Object.hasOwn(mistakes, text);
}
